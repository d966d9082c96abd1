namespace FondsWorkflow.Engine.Expressions;

/// <summary>What an expression can see and change. Values are those of <see cref="Value"/>.</summary>
public abstract class ExpressionScope
{
    /// <summary>The instant of the burst; scripts see no other clock.</summary>
    public abstract DateTimeOffset Now { get; }

    /// <summary>The zone in which scripts read local time and crons are meant.</summary>
    public abstract TimeZoneInfo TimeZone { get; }

    /// <summary>The id of the instance.</summary>
    public abstract Guid InstanceId { get; }

    /// <summary>The correlation id, settable by <c>setCorrelationId</c>.</summary>
    public abstract string? CorrelationId { get; set; }

    /// <summary>The instance's name, settable by <c>setWorkflowInstanceName</c>.</summary>
    public abstract string? InstanceName { get; set; }

    /// <summary>The definition's logical id.</summary>
    public abstract string DefinitionId { get; }

    /// <summary>The definition's version id.</summary>
    public abstract string DefinitionVersionId { get; }

    /// <summary>The definition's version.</summary>
    public abstract int DefinitionVersion { get; }

    /// <summary>The output of the last completed step.</summary>
    public abstract object? LastResult { get; }

    /// <summary>The names of the variables in scope, the innermost first.</summary>
    public abstract IEnumerable<string> VariableNames { get; }

    /// <summary>The names of the inputs the definition declares.</summary>
    public abstract IEnumerable<string> InputNames { get; }

    /// <summary>Finds a variable by name, from the innermost scope outward.</summary>
    public abstract bool TryGetVariable(string name, out object? value);

    /// <summary>Finds a variable by id, from the innermost scope outward.</summary>
    public abstract bool TryGetVariableById(string id, out object? value);

    /// <summary>Sets the nearest variable of that name; declares it for the instance when there is none, as Elsa does.</summary>
    public abstract void SetVariable(string name, object? value);

    /// <summary>An input of the instance; null when it was not given.</summary>
    public abstract object? GetInput(string name);

    /// <summary>The last output of a step by its name or id.</summary>
    public abstract object? GetOutputFrom(string step, string? output);

    /// <summary>A new id, from the caller's source.</summary>
    public abstract Guid NewId();
}
