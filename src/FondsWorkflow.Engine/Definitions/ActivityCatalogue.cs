using System.Collections.Frozen;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>The closed list of activity types a definition may use. Registered in code; nothing is looked up by CLR name.</summary>
public sealed class ActivityCatalogue
{
    private readonly FrozenDictionary<string, ActivityDescriptor[]> _versions;

    /// <summary>Builds the catalogue.</summary>
    /// <exception cref="ArgumentException">Two descriptors share type and version.</exception>
    public ActivityCatalogue(IEnumerable<ActivityDescriptor> descriptors)
    {
        var all = descriptors.ToList();
        var twice = all.GroupBy(d => (d.Type, d.Version)).FirstOrDefault(g => g.Skip(1).Any());
        if (twice is not null) throw new ArgumentException($"{twice.Key.Type} version {twice.Key.Version} is registered twice.", nameof(descriptors));
        _versions = all.GroupBy(d => d.Type, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => g.OrderBy(d => d.Version).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>Every descriptor, in order of type and version.</summary>
    public IEnumerable<ActivityDescriptor> Descriptors => _versions.OrderBy(v => v.Key, StringComparer.Ordinal).SelectMany(v => v.Value);

    /// <summary>The descriptor of exactly this type and version, or null.</summary>
    public ActivityDescriptor? Find(string type, int version) =>
        _versions.TryGetValue(type, out var versions) ? Array.Find(versions, d => d.Version == version) : null;

    /// <summary>The latest descriptor of the type, or null.</summary>
    public ActivityDescriptor? Latest(string type) => _versions.TryGetValue(type, out var versions) ? versions[^1] : null;
}
