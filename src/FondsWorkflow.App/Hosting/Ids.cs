namespace FondsWorkflow.App.Hosting;

/// <summary>Gives ids: version-7 GUIDs, so that rows created later sort later. A border to chance; tests and the demo give their own.</summary>
internal interface IIdSource
{
    Guid New();
}

/// <summary>Ids from the clock of the application and the machine's randomness.</summary>
internal sealed class Version7Ids(TimeProvider clock) : IIdSource
{
    public Guid New() => Guid.CreateVersion7(clock.GetUtcNow());
}
