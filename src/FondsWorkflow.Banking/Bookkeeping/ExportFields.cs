namespace FondsWorkflow.Banking;

/// <summary>The fields profiles may name: the properties of a payout, and what is known about the file.</summary>
internal static class ExportFields
{
    private static readonly Dictionary<string, Func<PayoutRecord, object?>> OfPayout = typeof(PayoutRecord).GetProperties()
        .ToDictionary(p => p.Name, p => new Func<PayoutRecord, object?>(p.GetValue), StringComparer.Ordinal);

    private static readonly Dictionary<string, Type> Types = typeof(PayoutRecord).GetProperties()
        .ToDictionary(p => p.Name, p => Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType, StringComparer.Ordinal);

    private static readonly Dictionary<string, Type> FileTypes = new(StringComparer.Ordinal)
    {
        ["ExportId"] = typeof(string), ["MessageId"] = typeof(MessageId), ["Tenant"] = typeof(string), ["CreatedAt"] = typeof(DateTimeOffset),
        ["CreatedBy"] = typeof(string), ["Version"] = typeof(string), ["Count"] = typeof(int), ["Sum"] = typeof(Money),
        ["FirstDay"] = typeof(DateOnly), ["LastDay"] = typeof(DateOnly), ["BodySha256"] = typeof(string),
    };

    internal static Type? TypeOf(string field, bool isFile) =>
        isFile ? FileTypes.GetValueOrDefault(field) : field is "Number" ? typeof(int) : Types.GetValueOrDefault(field);

    internal static Func<string, object?> Of(PayoutRecord record, int number) =>
        field => field is "Number" ? number : OfPayout[field](record);

    internal static Func<string, object?> Of(PayoutExport export, ExportProfile profile, ExportTotals totals) => field => field switch
    {
        "ExportId" => export.ExportId,
        "MessageId" => export.MessageId,
        "Tenant" => export.Tenant,
        "CreatedAt" => export.CreatedAt,
        "CreatedBy" => export.CreatedBy,
        "Version" => profile.Version,
        "Count" => totals.Count,
        "Sum" => totals.Sum,
        "FirstDay" => totals.FirstDay,
        "LastDay" => totals.LastDay,
        "BodySha256" => totals.BodySha256,
        _ => throw new InvalidOperationException($"The field {field} is not known."),
    };
}
