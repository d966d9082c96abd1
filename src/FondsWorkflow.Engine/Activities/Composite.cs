using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>An activity that runs others and hears when they end. Its state lives in the frame, never in fields.</summary>
public abstract class Composite : Activity
{
    private protected Composite()
    {
    }

    internal abstract void ChildCompleted(ActivityContext context, ChildCompletion child);
}

/// <summary>How a child ended.</summary>
internal readonly record struct ChildCompletion(Node Child, string[] Outcomes, int[] LateFor)
{
    public bool Has(string outcome) => Array.IndexOf(Outcomes, outcome) >= 0;
}
