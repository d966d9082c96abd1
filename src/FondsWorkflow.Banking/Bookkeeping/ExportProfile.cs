namespace FondsWorkflow.Banking;

/// <summary>How payouts become a file for one bookkeeping system: data, not code. Read with <see cref="ExportProfiles"/>.</summary>
public sealed record ExportProfile
{
    /// <summary>Unique name, for example <c>csv-generic</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the format, written where the format asks for it.</summary>
    public required string Version { get; init; }

    /// <summary>Who opens the file.</summary>
    public required ExportAudience Audience { get; init; }

    /// <summary>How the values of a line are put together.</summary>
    public required ExportLayout Layout { get; init; }

    /// <summary>How characters become bytes.</summary>
    public ExportEncoding Encoding { get; init; }

    /// <summary>Between the values of a delimited file: one character, neither quote nor line break.</summary>
    public string Delimiter { get; init; } = ";";

    /// <summary>Whether a line with the titles comes before the first payout. Not in XML.</summary>
    public bool Titles { get; init; }

    /// <summary>Line before everything else; none when empty. Element name in XML: <c>File</c>.</summary>
    public IReadOnlyList<ExportColumn> Head { get; init; } = [];

    /// <summary>Line per payout.</summary>
    public required IReadOnlyList<ExportColumn> Each { get; init; }

    /// <summary>Line after the last payout; none when empty.</summary>
    public IReadOnlyList<ExportColumn> Total { get; init; } = [];
}

/// <summary>Who opens a file.</summary>
public enum ExportAudience
{
    /// <summary>A machine: every value exactly as it is.</summary>
    Machine,

    /// <summary>A person with a spreadsheet: texts that it would compute are prefixed with an apostrophe.</summary>
    Human,
}

/// <summary>How the values of a line are put together.</summary>
public enum ExportLayout
{
    /// <summary>Separated, with quotes where RFC 4180 demands them or the column says so.</summary>
    Delimited,

    /// <summary>Each value as wide as its column.</summary>
    FixedWidth,

    /// <summary>Each value an element named as its column; empty values left out.</summary>
    Xml,
}

/// <summary>How characters become bytes.</summary>
public enum ExportEncoding
{
    /// <summary>UTF-8 with byte order mark, which spreadsheets need.</summary>
    Utf8Bom,

    /// <summary>UTF-8 without byte order mark.</summary>
    Utf8,

    /// <summary>Code page 1252. Letters it lacks are written with those it has, or refused.</summary>
    Windows1252,
}
