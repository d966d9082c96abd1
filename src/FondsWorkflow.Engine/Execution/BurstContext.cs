namespace FondsWorkflow.Engine.Execution;

/// <summary>What a burst may use of the world outside.</summary>
/// <param name="Now">The instant of the whole burst.</param>
/// <param name="Ids">Where ids come from.</param>
/// <param name="Services">Where custom activities take their dependencies from.</param>
public sealed record BurstContext(DateTimeOffset Now, IIdSource Ids, IServiceProvider Services);
