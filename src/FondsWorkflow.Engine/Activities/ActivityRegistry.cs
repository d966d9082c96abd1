using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>The closed list of activity classes an engine knows. Filled in code when the program starts; nothing in a definition can add to it.</summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<(string Type, int Version), ActivityType> _types = [];
    private ActivityCatalogue? _catalogue;

    /// <summary>Creates a registry with the built-in activities.</summary>
    public ActivityRegistry()
    {
        foreach (var type in BuiltIns.All) Add(type);
    }

    /// <summary>What the reader of definitions must know about the activities.</summary>
    public ActivityCatalogue Catalogue => _catalogue ??= new ActivityCatalogue(_types.Values.Select(t => t.Descriptor));

    /// <summary>Adds an activity class.</summary>
    /// <exception cref="ArgumentException">The class has no <see cref="ActivityAttribute"/>, or its type and version are taken.</exception>
    public ActivityRegistry Add<T>() where T : Activity => Add(typeof(T));

    /// <summary>Adds an activity class.</summary>
    /// <exception cref="ArgumentException">The class has no <see cref="ActivityAttribute"/>, or its type and version are taken.</exception>
    public ActivityRegistry Add(Type type)
    {
        var activity = new ActivityType(type);
        if (!_types.TryAdd((activity.Descriptor.Type, activity.Descriptor.Version), activity))
            throw new ArgumentException($"{activity.Descriptor.Type} version {activity.Descriptor.Version} is registered twice.", nameof(type));
        _catalogue = null;
        return this;
    }

    /// <summary>
    /// A registry that knows the same types with the same ports, in which every custom activity is a stand-in: with one outcome it goes on,
    /// with several it waits until a test chooses.
    /// </summary>
    /// <param name="timers">Outcomes that come by themselves, and after what time: a step that has one waits no longer.</param>
    public ActivityRegistry Stubbed(IReadOnlyDictionary<string, TimeSpan>? timers = null)
    {
        var stubbed = new ActivityRegistry();
        var standIn = new Stub(timers ?? new Dictionary<string, TimeSpan>());
        foreach (var (key, type) in _types)
        {
            if (!type.IsBuiltIn) stubbed._types[key] = new ActivityType(type.Descriptor, standIn);
        }

        return stubbed;
    }

    /// <summary>The class of this type and version, else of the latest version; null when unknown.</summary>
    internal ActivityType? Find(string type, int version)
    {
        if (_types.TryGetValue((type, version), out var exact)) return exact;
        var latest = Catalogue.Latest(type);
        return latest is null ? null : _types[(latest.Type, latest.Version)];
    }
}
