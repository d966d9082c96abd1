namespace FondsWorkflow.Banking;

/// <summary>Finds the payouts behind a status report. A statement about all holds for those that are not named one by one.</summary>
public sealed class StatusMatching
{
    private readonly string _source;
    private readonly List<ExpectedPayment> _members;
    private readonly Dictionary<string, ExpectedPayment> _byId;
    private readonly Dictionary<string, PaymentMatch> _matches = new(StringComparer.Ordinal);
    private readonly List<Unmatched> _unmatched = [];

    /// <summary>Payments the report names, also those of which nothing clear is said: what holds for all doesn't hold for them.</summary>
    private readonly HashSet<string> _named = new(StringComparer.Ordinal);

    private StatusMatching(string source, List<ExpectedPayment> members)
    {
        _source = source;
        _members = members;
        _byId = members.ToDictionary(p => p.Id.Value, StringComparer.Ordinal);
    }

    /// <summary>Matches a report with the payments of the file it names.</summary>
    /// <param name="report">A report that was read.</param>
    /// <param name="expected">Every payment that was exported and is not closed, its id unique.</param>
    public static MatchResult Match(StatusReport report, IReadOnlyCollection<ExpectedPayment> expected)
    {
        var source = report.MessageId ?? report.OriginalMessageId ?? "";
        var members = expected.Where(p => string.Equals(p.File.Value, report.OriginalMessageId, StringComparison.Ordinal)).ToList();
        var matching = new StatusMatching(source, members);
        if (members.Count == 0) matching.List(report.OriginalMessageId, null, new(ProblemCode.MatchUnknownId, report.OriginalMessageId ?? ""));
        else matching.Match(report);
        return new([.. matching._matches.Values], matching._unmatched, []);
    }

    private void Match(StatusReport report)
    {
        foreach (var collection in report.Collections)
        {
            var said = Reasons(report.Group).Concat(Reasons(collection.Collection)).ToList();
            foreach (var payment in collection.Payments) Match(payment, said);
        }

        foreach (var collection in report.Collections) Match(collection);
        if (report.Group is { } group) Spread(group, _members, report.OriginalMessageId);
    }

    /// <param name="status">What the bank says about the payment.</param>
    /// <param name="above">Reasons for the whole, which hold for a payment that has none of its own.</param>
    private void Match(TransactionStatus status, IReadOnlyList<BankReason> above)
    {
        var payment = _byId.GetValueOrDefault(status.EndToEndId ?? "");
        if (payment is not null) _named.Add(payment.Id.Value);
        var statement = status.Statement.Reasons.Count > 0 ? status.Statement : status.Statement with { Reasons = above };
        if (status.EndToEndId is null) List(null, status.Amount, new(ProblemCode.MatchWithoutId));
        else if (payment is null) List(status.EndToEndId, status.Amount, new(ProblemCode.MatchUnknownId, status.EndToEndId));
        else if (status.Amount is { } amount && amount != payment.Amount) List(status.EndToEndId, amount, new(ProblemCode.MatchAmountDiffers, amount, payment.Amount));
        else if (Outcome(statement) is not { } outcome) List(status.EndToEndId, status.Amount, new(ProblemCode.MatchStatusUnclear));
        else if (!_matches.TryAdd(payment.Id.Value, Told(payment, outcome, statement) with { NameAtBank = status.NameAtBank })) List(status.EndToEndId, status.Amount, new(ProblemCode.MatchTwice, payment.Payout));
    }

    private void Match(CollectionStatus status)
    {
        if (status.Collection is not { } statement) return;
        var members = _members.Where(p => string.Equals(p.Collection.Value, status.OriginalId, StringComparison.Ordinal)).ToList();
        if (members.Count == 0) List(status.OriginalId, statement.Sum, new(ProblemCode.MatchUnknownId, status.OriginalId ?? ""));
        else Spread(statement, members, status.OriginalId);
    }

    /// <summary>What is said about all is held against number and sum before it is believed.</summary>
    private void Spread(StatusStatement statement, List<ExpectedPayment> members, string? reference)
    {
        var silent = members.Where(p => !_named.Contains(p.Id.Value) && !_matches.ContainsKey(p.Id.Value)).ToList();
        var sum = Money.Sum(members.Select(p => p.Amount));
        if (silent.Count == 0) return;
        if (statement.Count is { } count && count != members.Count) List(reference, statement.Sum, new(ProblemCode.MatchCountDiffers, count, members.Count));
        else if (statement.Sum is { } told && told != sum) List(reference, told, new(ProblemCode.MatchAmountDiffers, told, sum));
        else if (ForAll(statement, members.Count(MayMatch)) is { } outcome) foreach (var payment in silent) _matches[payment.Id.Value] = Told(payment, outcome, statement);
    }

    private bool MayMatch(ExpectedPayment payment) => !_matches.TryGetValue(payment.Id.Value, out var told) || told.Outcome == PaymentOutcome.NameMatches;

    /// <summary>A mixed result says nothing about the silent ones, unless the bank counts as many matching names as there can be.</summary>
    private static PaymentOutcome? ForAll(StatusStatement statement, int mayMatch) => statement.Status switch
    {
        PaymentStatus.NamesPartlyDiffer or PaymentStatus.NameAlmostMatches or PaymentStatus.NameDiffers or PaymentStatus.NameNotChecked =>
            statement.Counts.GetValueOrDefault(PaymentStatus.NameMatches) == mayMatch ? PaymentOutcome.NameMatches : null,
        _ => Outcome(statement),
    };

    private static PaymentOutcome? Outcome(StatusStatement statement) => statement.Status switch
    {
        PaymentStatus.Pending => PaymentOutcome.Pending,
        PaymentStatus.Accepted or PaymentStatus.Settled => PaymentOutcome.Accepted,
        PaymentStatus.Rejected => Repetition.In(statement.Reasons) is null ? PaymentOutcome.Rejected : PaymentOutcome.Repeated,
        PaymentStatus.NameMatches => PaymentOutcome.NameMatches,
        PaymentStatus.NameAlmostMatches => PaymentOutcome.NameAlmostMatches,
        PaymentStatus.NameDiffers => PaymentOutcome.NameDiffers,
        PaymentStatus.NameNotChecked => PaymentOutcome.NameNotChecked,
        _ => null,
    };

    private PaymentMatch Told(ExpectedPayment payment, PaymentOutcome outcome, StatusStatement statement) =>
        new(payment, outcome, _source) { Reason = Repetition.In(statement.Reasons) ?? statement.Reasons.FirstOrDefault(r => r.Code is not null) ?? statement.Reasons.FirstOrDefault() };

    private static IReadOnlyList<BankReason> Reasons(StatusStatement? statement) => statement?.Reasons ?? [];

    private void List(string? reference, Money? amount, Problem reason) => _unmatched.Add(new(_source, reference, amount, reason));
}
