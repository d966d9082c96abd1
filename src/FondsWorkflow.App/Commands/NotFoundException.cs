namespace FondsWorkflow.App.Commands;

/// <summary>The object does not exist or is none of the actor's business; both look the same from outside.</summary>
internal sealed class NotFoundException : Exception
{
    public NotFoundException()
        : base("Not found, or not for this actor.")
    {
    }
}
