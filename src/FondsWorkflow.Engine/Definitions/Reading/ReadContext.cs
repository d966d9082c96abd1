namespace FondsWorkflow.Engine.Definitions.Reading;

/// <summary>What every part of the reader shares while one file is read.</summary>
internal sealed class ReadContext(ActivityCatalogue catalogue)
{
    private readonly Dictionary<object, string> _paths = new(ReferenceEqualityComparer.Instance);

    public ActivityCatalogue Catalogue { get; } = catalogue;

    public ProblemList Problems { get; } = new();

    public int Steps { get; set; }

    public int Connections { get; set; }

    /// <summary>Remembers where in the file a thing was read.</summary>
    public T At<T>(string path, T thing) where T : class
    {
        _paths[thing] = path;
        return thing;
    }

    public string PathOf(object thing) => _paths.TryGetValue(thing, out var path) ? path : "$";
}
