namespace FondsWorkflow.Engine.Activities;

/// <summary>Where nothing is to be had: for built-in activities and replays.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static readonly NoServices Instance = new();

    public object? GetService(Type serviceType) => null;
}
