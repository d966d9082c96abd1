namespace FondsWorkflow.Engine.Definitions;

/// <summary>Whether a new instance may start beside those that have not ended. The caller asks its instances; the engine sees only one.</summary>
public enum ActivationStrategy
{
    /// <summary>Always. The default.</summary>
    AllowAlways,

    /// <summary>Only when no other instance of the definition lives, in whatever version.</summary>
    Singleton,

    /// <summary>Only when no other instance of the definition with the same correlation id lives.</summary>
    CorrelatedSingleton,

    /// <summary>Only when no instance of any definition with the same correlation id lives.</summary>
    Correlation,
}
