namespace FondsWorkflow.Banking;

/// <summary>Reads a file once, counts and sums it and collects every broken rule; a second time only for suspected duplicates.</summary>
internal sealed class PaymentFileCheck
{
    private static readonly Money SumLimit = Money.FromCents(99_999_999_999_999_999);

    private readonly PaymentFile _file;
    private readonly List<PaymentProblem> _problems = [];
    private readonly List<CollectionTotal> _totals = [];
    private readonly DuplicateFinder _ids = new();
    private readonly DuplicateFinder _transfers = new();

    /// <summary>Account and amount of the suspects among the transfers: only their texts are mapped a second time.</summary>
    private readonly HashSet<ulong> _suspects = [];

    private PaymentFileCheck(PaymentFile file) => _file = file;

    internal IReadOnlyList<PaymentProblem> Problems => _problems;

    internal IReadOnlyList<CollectionTotal> Totals => _totals;

    internal static PaymentFileCheck Of(PaymentFile file)
    {
        var check = new PaymentFileCheck(file);
        check.CheckHeader();
        foreach (var collection in file.Collections) check.CheckCollection(collection);
        check.CheckTotals();
        check.CheckDuplicates();
        return check;
    }

    private void CheckHeader()
    {
        Add(null, null, PaymentField.InitiatingParty, PaymentRules.Name(_file.InitiatingParty, _file.Profile));
        if (_file.Collections.Count == 0) Add(null, null, PaymentField.File, new(ProblemCode.FileEmpty));
        var ids = new HashSet<MessageId>();
        foreach (var id in _file.Collections.Select(c => c.Id).Where(id => !ids.Add(id)))
        {
            Add(id, null, PaymentField.CollectionId, new(ProblemCode.IdentifierTwice, id.Value, id.Value));
        }
    }

    private void CheckCollection(PaymentInformation collection)
    {
        Add(collection.Id, null, PaymentField.ExecutionDate, PaymentRules.Date(collection.ExecutionDate, _file.CreatedAt));
        Add(collection.Id, null, PaymentField.PayerName, PaymentRules.Name(collection.PayerName, _file.Profile));
        Add(collection.Id, null, PaymentField.PayerIban, PaymentRules.Account(collection.PayerIban));
        if (collection.PayerAddress is { } address) AddAll(collection.Id, null, PaymentField.PayerAddress, PaymentRules.Address(address, _file.Profile));
        var (count, cents, leaves) = (0, Int128.Zero, false);
        foreach (var payment in collection.Payments)
        {
            CheckPayment(collection, payment);
            count++;
            cents += payment.Amount.Cents;
            leaves |= !payment.PayeeIban.Country.IsEea;
        }

        if (count == 0) Add(collection.Id, null, PaymentField.Payments, new(ProblemCode.CollectionEmpty));
        _totals.Add(new(count, Money.FromCents((long)Int128.Clamp(cents, 0, long.MaxValue)), leaves));
    }

    private void CheckPayment(PaymentInformation collection, Payment payment)
    {
        _ids.Add(DuplicateFinder.KeyOf(payment.Id.Value));
        var sent = SepaText.Look(payment.Remittance, _file.Profile, out _);
        var paid = PaidKey(payment);
        if (_transfers.Add(DuplicateFinder.KeyOf(sent, paid))) _suspects.Add(paid);
        var length = sent.Length; // The characters hold only until the next text is mapped.
        Add(collection.Id, payment.Payout, PaymentField.Amount, PaymentRules.Amount(payment.Amount));
        Add(collection.Id, payment.Payout, PaymentField.PayeeName, PaymentRules.Name(payment.PayeeName, _file.Profile));
        Add(collection.Id, payment.Payout, PaymentField.PayeeIban, PaymentRules.Payee(payment.PayeeIban, collection.PayerIban));
        Add(collection.Id, payment.Payout, PaymentField.Remittance, PaymentRules.Remittance(payment.Remittance, length));
        Add(collection.Id, payment.Payout, PaymentField.PayerAddress, PaymentRules.PayerAddress(collection, payment));
        AddAll(collection.Id, payment.Payout, PaymentField.PayeeAddress, PaymentRules.PayeeAddress(payment, _file.Profile));
    }

    private void CheckTotals()
    {
        if (_file.Verification == VerificationOfPayee.OptOut && _totals.Sum(t => (long)t.Count) == 1)
        {
            Add(null, null, PaymentField.Payments, new(ProblemCode.SinglePaymentUnderOptOut));
        }

        if (_totals.Aggregate(Int128.Zero, (sum, total) => sum + total.Sum.Cents) > SumLimit.Cents)
        {
            Add(null, null, PaymentField.File, new(ProblemCode.SumOverLimit));
        }
    }

    private void CheckDuplicates()
    {
        if (!_ids.HasSuspects && !_transfers.HasSuspects) return;
        foreach (var (collection, payment) in _file.Collections.SelectMany(c => c.Payments.Select(p => (c, p))))
        {
            if (_ids.FirstWith(DuplicateFinder.KeyOf(payment.Id.Value), payment.Id.Value, payment.Payout) is { } first)
            {
                Add(collection.Id, payment.Payout, PaymentField.EndToEndId, new(ProblemCode.IdentifierTwice, payment.Id.Value, first));
            }
            else if (FirstSame(payment) is { } same)
            {
                Add(collection.Id, payment.Payout, PaymentField.Remittance, new(ProblemCode.SameTransferTwice, same));
            }
        }
    }

    /// <summary>The bank compares what it gets: texts that only differ before mapping are the same.</summary>
    private string? FirstSame(Payment payment)
    {
        var paid = PaidKey(payment);
        if (!_suspects.Contains(paid)) return null;
        var remittance = SepaText.Write(payment.Remittance, _file.Profile);
        return _transfers.FirstWith(DuplicateFinder.KeyOf(remittance, paid), $"{payment.PayeeIban} {payment.Amount} {remittance}", payment.Payout);
    }

    private static ulong PaidKey(Payment payment) => DuplicateFinder.KeyOf(payment.PayeeIban.Value, (ulong)payment.Amount.Cents);

    private void AddAll(MessageId? collection, string? payout, PaymentField field, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems) Add(collection, payout, field, problem);
    }

    private void Add(MessageId? collection, string? payout, PaymentField field, Problem? problem)
    {
        if (problem is not null) _problems.Add(new(collection, payout, field, problem));
    }
}
