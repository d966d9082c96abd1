namespace FondsWorkflow.Engine.Activities;

/// <summary>Names an output of an activity. A definition may write it into a variable; scripts read it with <c>getOutputFrom</c>.</summary>
/// <param name="name">The JSON property, camelCase; what <see cref="ActivityContext.Complete(string, object?)"/> gives is <c>result</c>.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute(string name) : Attribute
{
    /// <summary>The JSON property.</summary>
    public string Name { get; } = name;

    /// <summary>Elsa's alias of the type.</summary>
    public string TypeName { get; init; } = "Object";
}
