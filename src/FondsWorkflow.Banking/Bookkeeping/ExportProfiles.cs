using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Xml;

namespace FondsWorkflow.Banking;

/// <summary>Reads profiles: those that come with the library, and a city's own. Every mistake of a profile is reported at once.</summary>
public static class ExportProfiles
{
    private const string Folder = "FondsWorkflow.Banking.Bookkeeping.Profiles.";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter() },
        RespectNullableAnnotations = true,
    };

    /// <summary>Names of the profiles that come with the library.</summary>
    public static IReadOnlyList<string> Shipped { get; } =
        [.. typeof(ExportProfiles).Assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)).Select(n => n[Folder.Length..^5]).Order(StringComparer.Ordinal)];

    /// <summary>A profile that comes with the library.</summary>
    /// <exception cref="ArgumentException">There is none of this name.</exception>
    public static ExportProfile Get(string name)
    {
        using var stream = typeof(ExportProfiles).Assembly.GetManifestResourceStream(Folder + name + ".json")
            ?? throw new ArgumentException($"There is no profile {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return TryRead(reader.ReadToEnd(), out var profile, out var problems) ? profile : throw new ExportRefusedException(problems);
    }

    /// <summary>Reads a city's own profile from JSON.</summary>
    public static bool TryRead(string json, [NotNullWhen(true)] out ExportProfile? profile, out IReadOnlyList<ExportProblem> problems)
    {
        try
        {
            profile = JsonSerializer.Deserialize<ExportProfile>(json, Options);
        }
        catch (JsonException e)
        {
            profile = null;
            problems = [new(null, "", new(ProblemCode.ProfileUnreadable, e.Message))];
            return false;
        }

        problems = profile is null || HasHoles(profile) ? [new(null, "", new(ProblemCode.ProfileUnreadable, "null"))] : [.. Check(profile)];
        if (problems.Count > 0) profile = null;
        return problems.Count == 0;
    }

    private static bool HasHoles(ExportProfile profile) => profile.Head.Concat(profile.Each).Concat(profile.Total).Any(column => column is null);

    private static IEnumerable<ExportProblem> Check(ExportProfile profile)
    {
        if (profile.Each.Count == 0) yield return new(null, "", new(ProblemCode.ProfileEmpty));
        if (profile.Layout == ExportLayout.Delimited && profile.Delimiter is (not { Length: 1 }) or "\"" or "\r" or "\n") yield return new(null, "", new(ProblemCode.ProfileDelimiter, profile.Delimiter));
        foreach (var problem in profile.Head.Concat(profile.Total).SelectMany(c => Check(profile, c, isFile: true))) yield return problem;
        foreach (var problem in profile.Each.SelectMany(c => Check(profile, c, isFile: false))) yield return problem;
    }

    private static IEnumerable<ExportProblem> Check(ExportProfile profile, ExportColumn column, bool isFile)
    {
        foreach (var field in ExportValue.FieldsOf(column))
        {
            var type = ExportFields.TypeOf(field, isFile);
            if (type is null) yield return new(null, column.Title, new(ProblemCode.ProfileFieldUnknown, field));
            else if (string.Equals(field, column.Field, StringComparison.Ordinal) && !ExportValue.Fits(column.Format, type)) yield return new(null, column.Title, new(ProblemCode.ProfileFormat, column.Format.ToString(), field));
        }

        if (Sources(column) > 1) yield return new(null, column.Title, new(ProblemCode.ProfileTwoSources));
        if (profile.Layout == ExportLayout.FixedWidth && column.Width is null or < 1) yield return new(null, column.Title, new(ProblemCode.ProfileWidth));
        if (column.Max < 1 || (profile.Layout != ExportLayout.FixedWidth && column.Width < 1)) yield return new(null, column.Title, new(ProblemCode.ProfileWidth));
        if (column.Fill.Length != 1) yield return new(null, column.Title, new(ProblemCode.ProfileFill, column.Fill));
        if (profile.Layout == ExportLayout.Xml && !IsElementName(column.Title)) yield return new(null, column.Title, new(ProblemCode.ProfileElementName, column.Title));
    }

    private static int Sources(ExportColumn column) => new[] { column.Field, column.Setting, column.Constant, column.Template }.Count(s => s is not null);

    private static bool IsElementName(string title)
    {
        try
        {
            XmlConvert.VerifyNCName(title);
            return true;
        }
        catch (Exception e) when (e is XmlException or ArgumentException)
        {
            return false;
        }
    }
}
