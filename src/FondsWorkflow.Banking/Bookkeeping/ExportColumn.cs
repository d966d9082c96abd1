namespace FondsWorkflow.Banking;

/// <summary>One column of a profile. It takes its value from a field, a setting or a constant; with none of them it stays empty.</summary>
public sealed record ExportColumn
{
    /// <summary>Title of the column, element name in XML.</summary>
    public required string Title { get; init; }

    /// <summary>For payouts Number (from 1) or a property of <see cref="PayoutRecord"/>; in head and total ExportId, MessageId, Tenant, CreatedAt, CreatedBy, Version, Count, Sum, FirstDay, LastDay or BodySha256 (total only).</summary>
    public string? Field { get; init; }

    /// <summary>A key of <see cref="PayoutExport.Settings"/>.</summary>
    public string? Setting { get; init; }

    /// <summary>Always this text.</summary>
    public string? Constant { get; init; }

    /// <summary>Several fields in one text: <c>{CaseNumber} {PayeeName}</c>.</summary>
    public string? Template { get; init; }

    /// <summary>How the value is written.</summary>
    public ExportFormat Format { get; init; }

    /// <summary>Replaces values, for example <c>Reclaim</c> by <c>H</c>. A value that is not listed is refused.</summary>
    public IReadOnlyDictionary<string, string>? Map { get; init; }

    /// <summary>The column is filled only where a field has this value: <c>{"Kind": "Reclaim"}</c>.</summary>
    public IReadOnlyDictionary<string, string>? When { get; init; }

    /// <summary>An empty value is refused.</summary>
    public bool Required { get; init; }

    /// <summary>Longest value in characters.</summary>
    public int? Max { get; init; }

    /// <summary>A longer text is cut at <see cref="Max"/> or <see cref="Width"/> with a remark, not refused. For texts only people read.</summary>
    public bool Cut { get; init; }

    /// <summary>Characters allowed beside A–Z, a–z and 0–9; null: all.</summary>
    public string? Allowed { get; init; }

    /// <summary>Only the digits 0–9 are allowed.</summary>
    public bool Digits { get; init; }

    /// <summary>Written in quotes even when nothing in it needs them.</summary>
    public bool Quoted { get; init; }

    /// <summary>Width in a file of fixed width.</summary>
    public int? Width { get; init; }

    /// <summary>The value stands at the right end of its width.</summary>
    public bool AlignRight { get; init; }

    /// <summary>Fills up to the width.</summary>
    public string Fill { get; init; } = " ";

    /// <summary>The day must lie in the year that begins on this setting (<c>20260101</c>): a format that writes no year books into the wrong one.</summary>
    public string? YearFrom { get; init; }

    /// <summary>Filled up with zeros on the left to this width, given as a setting: account numbers.</summary>
    public string? ZerosTo { get; init; }
}

/// <summary>How a value is written.</summary>
public enum ExportFormat
{
    /// <summary>As it is; dates as <c>2026-11-24</c>, instants as <c>2026-11-24T08:30:00Z</c>, amounts as <c>1234,50</c>.</summary>
    Text,

    /// <summary>Amount as <c>1234,50</c>.</summary>
    AmountComma,

    /// <summary>Amount as <c>1234.50</c>.</summary>
    AmountPoint,

    /// <summary>Amount as <c>123450</c>.</summary>
    Cents,

    /// <summary>Day as <c>24.11.2026</c>.</summary>
    DateGerman,

    /// <summary>Day as <c>20261124</c>.</summary>
    DateCompact,

    /// <summary>Day as <c>2411</c>.</summary>
    DayMonth,

    /// <summary>Instant as <c>20261124083000000</c> in UTC.</summary>
    Timestamp,
}
