namespace FondsWorkflow.Banking;

/// <summary>Finds the payouts behind account movements: by the payment's id and amount, or by the collection's id, number and sum.</summary>
public sealed class StatementMatching
{
    private readonly Dictionary<string, ExpectedPayment> _byId;
    private readonly ILookup<string, ExpectedPayment> _byCollection;
    private readonly ILookup<string, ExpectedPayment> _byFile;
    private readonly List<PaymentMatch> _matches = [];
    private readonly List<Unmatched> _unmatched = [];
    private readonly HashSet<(string Id, PaymentOutcome Outcome)> _told = [];

    private StatementMatching(IReadOnlyCollection<ExpectedPayment> expected)
    {
        _byId = expected.ToDictionary(p => p.Id.Value, StringComparer.Ordinal);
        _byCollection = expected.ToLookup(p => p.Collection.Value, StringComparer.Ordinal);
        _byFile = expected.ToLookup(p => p.File.Value, StringComparer.Ordinal);
    }

    /// <summary>Matches all booked movements. Pending movements and money from others are left alone.</summary>
    /// <param name="file">A file that was read.</param>
    /// <param name="expected">Every payment that was exported and is not closed, its id unique.</param>
    /// <param name="imported">Keys of movements that were imported before.</param>
    public static MatchResult Match(StatementFile file, IReadOnlyCollection<ExpectedPayment> expected, IReadOnlySet<string> imported)
    {
        var matching = new StatementMatching(expected);
        var seen = new HashSet<string>(imported, StringComparer.Ordinal);
        var duplicates = new List<string>();
        foreach (var entry in file.Statements.SelectMany(s => s.Entries).Where(e => e.IsBooked))
        {
            if (seen.Add(entry.Key)) matching.Match(entry);
            else duplicates.Add(entry.Key);
        }

        return new(matching._matches, matching._unmatched, duplicates);
    }

    private void Match(StatementEntry entry)
    {
        if (entry.IsCredit && !Concerns(entry)) return;
        if (entry.IsReversal) List(entry, Ids(entry).FirstOrDefault() ?? Collection(entry) ?? entry.Batch?.MessageId, entry.Amount, new(ProblemCode.MatchReversal));
        else if (Ids(entry).Any()) MatchDetails(entry);
        else if (!entry.IsCredit) MatchBatch(entry);
        else List(entry, Collection(entry) ?? entry.Batch?.MessageId, entry.Amount, new(ProblemCode.MatchWithoutId));
    }

    /// <summary>
    /// Money that comes in concerns us when it is a return, or names a payment, collection or file of ours. A reversal that names nothing at all may be one of ours.
    /// </summary>
    private bool Concerns(StatementEntry entry) =>
        entry.Return is not null || entry.Details.Any(Concerns) || IsOurs(entry) || (entry.IsReversal && !Ids(entry).Any() && Collection(entry) is null && entry.Batch?.MessageId is null);

    private bool IsOurs(StatementEntry entry) =>
        (Collection(entry) is { } collection && (_byCollection.Contains(collection) || _byFile.Contains(collection))) || (entry.Batch?.MessageId is { } file && _byFile.Contains(file));

    private bool Concerns(EntryDetail detail) => detail.Return is not null || (detail.EndToEndId is { } id && _byId.ContainsKey(id));

    private void MatchDetails(StatementEntry entry)
    {
        if (entry.Details.All(d => d.Amount is not null))
        {
            if (entry.Details.Aggregate(Int128.Zero, (sum, d) => sum + d.Amount!.Value.Cents) != entry.Amount.Cents) List(entry, null, entry.Amount, new(ProblemCode.MatchSumDiffers));
            else foreach (var detail in entry.Details) MatchDetail(entry, detail);
        }
        else
        {
            MatchIdsBySum(entry);
        }
    }

    private void MatchDetail(StatementEntry entry, EntryDetail detail)
    {
        var isReturn = detail.Return is not null;
        if (entry is { IsCredit: true, Return: null } && !Concerns(detail) && !IsOurs(entry)) return;
        if (detail.EndToEndId is not { } id) List(entry, null, detail.Amount, new(ProblemCode.MatchWithoutId));
        else if (_byId.GetValueOrDefault(id) is not { } payment) List(entry, id, detail.Amount, new(ProblemCode.MatchUnknownId, id));
        else if (detail.Amount != payment.Amount) List(entry, id, detail.Amount, new(ProblemCode.MatchAmountDiffers, detail.Amount!.Value, payment.Amount));
        else if (entry.IsCredit != isReturn) List(entry, id, detail.Amount, new(ProblemCode.MatchStatusUnclear));
        else Tell(entry, payment, Outcome(detail.Return), detail.Return);
    }

    /// <summary>Money that comes back because the payee's bank has it already says that it was paid before.</summary>
    private static PaymentOutcome Outcome(BankReason? back) =>
        back is null ? PaymentOutcome.Executed : Repetition.In([back]) is null ? PaymentOutcome.Returned : PaymentOutcome.Repeated;

    /// <summary>Ids without amounts prove a movement only when all of them are known and together make its sum.</summary>
    private void MatchIdsBySum(StatementEntry entry)
    {
        var payments = entry.Details.Select(d => d.EndToEndId is { } id ? _byId.GetValueOrDefault(id) : null).OfType<ExpectedPayment>().ToList();
        var isWhole = !entry.IsCredit && payments.Count == entry.Details.Count && payments.Distinct().Count() == payments.Count
            && payments.Zip(entry.Details).All(p => p.Second.Amount is null || p.Second.Amount == p.First.Amount);
        if (isWhole && Sum(payments) == entry.Amount) TellAll(entry, payments);
        else List(entry, entry.Batch?.CollectionId, entry.Amount, new(ProblemCode.MatchSumDiffers));
    }

    private void MatchBatch(StatementEntry entry)
    {
        string[] named = [.. new[] { Collection(entry), entry.Batch?.MessageId }.OfType<string>()];
        if (named.Length == 0)
        {
            List(entry, null, entry.Amount, new(ProblemCode.MatchWithoutId));
            return;
        }

        var reference = Array.Find(named, id => _byCollection.Contains(id) || _byFile.Contains(id)) ?? named[0];
        var members = (_byCollection[reference].Any() ? _byCollection[reference] : _byFile[reference]).ToList();
        var taken = members.FindAll(p => !p.IsRejected);
        if (Sum(members) != entry.Amount && taken.Count > 0 && Sum(taken) == entry.Amount) members = taken;
        if (members.Count == 0) List(entry, reference, entry.Amount, new(ProblemCode.MatchUnknownId, reference));
        else if (entry.Batch?.Count is { } count && count != members.Count) List(entry, reference, entry.Amount, new(ProblemCode.MatchCountDiffers, count, members.Count));
        else if (Sum(members) != entry.Amount) List(entry, reference, entry.Amount, new(ProblemCode.MatchAmountDiffers, entry.Amount, Sum(members)));
        else TellAll(entry, members);
    }

    private void TellAll(StatementEntry entry, IEnumerable<ExpectedPayment> payments)
    {
        foreach (var payment in payments) Tell(entry, payment, PaymentOutcome.Executed, null);
    }

    /// <summary>A payout that leaves the account twice in one file was paid twice: that is said, not swallowed.</summary>
    private void Tell(StatementEntry entry, ExpectedPayment payment, PaymentOutcome outcome, BankReason? reason)
    {
        if (_told.Add((payment.Id.Value, outcome))) _matches.Add(new(payment, outcome, entry.Key)
        {
            On = entry.BookedOn ?? entry.ValueOn,
            BankReference = entry.BankReference,
            Reason = reason,
        });
        else List(entry, payment.Id.Value, payment.Amount, new(ProblemCode.MatchTwice, payment.Payout));
    }

    private void List(StatementEntry entry, string? reference, Money? amount, Problem reason) => _unmatched.Add(new(entry.Key, reference, amount, reason));

    private static string? Collection(StatementEntry entry) => entry.Batch?.CollectionId ?? entry.Details.Select(d => d.CollectionId).FirstOrDefault(id => id is not null);

    private static IEnumerable<string> Ids(StatementEntry entry) => entry.Details.Select(d => d.EndToEndId).OfType<string>();

    private static Money Sum(IEnumerable<ExpectedPayment> payments) => Money.Sum(payments.Select(p => p.Amount));
}
