namespace FondsWorkflow.Engine.Testing;

/// <summary>Services for activities under test: what was put in comes out.</summary>
public sealed class TestServices : IServiceProvider
{
    private readonly Dictionary<Type, object> _services = [];

    /// <summary>Puts a service in.</summary>
    public TestServices Add<T>(T service) where T : class
    {
        _services[typeof(T)] = service;
        return this;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType) => _services.GetValueOrDefault(serviceType);
}
