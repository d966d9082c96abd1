namespace FondsWorkflow.Engine.Execution;

/// <summary>Gives ids for bookmarks, incidents and children. The engine makes none itself, so that a burst can be replayed.</summary>
public interface IIdSource
{
    /// <summary>The next id; never the same twice.</summary>
    Guid Next();
}
