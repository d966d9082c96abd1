namespace FondsWorkflow.Banking;

/// <summary>What one bookkeeping file says.</summary>
/// <param name="ExportId">Unique for ever.</param>
/// <param name="Tenant">City or organisation.</param>
/// <param name="CreatedAt">Written in UTC.</param>
/// <param name="CreatedBy">Who made the file.</param>
/// <param name="Records">Read twice and never kept, so it may be a generator, but must give the same each time.</param>
public sealed record PayoutExport(string ExportId, string Tenant, DateTimeOffset CreatedAt, string CreatedBy, IEnumerable<PayoutRecord> Records)
{
    /// <summary>The payment file of the same payouts, when there is one.</summary>
    public MessageId? MessageId { get; init; }

    /// <summary>What a profile demands beyond the payouts, for example DATEV's numbers of consultant and client.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);
}
