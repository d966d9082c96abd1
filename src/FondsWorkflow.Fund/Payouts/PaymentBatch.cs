using System.Text.RegularExpressions;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Payouts;

/// <summary>
/// A file of payments for the bank (Zahlungslauf). One person of finance prepares it, a second releases it; its exact bytes are stored before and
/// only replayed. It is discarded by two people, and never once the bank has it.
/// </summary>
public sealed partial class PaymentBatch
{
    private List<BatchLine> _lines = [];
    private List<BatchRemark> _remarks = [];

    private PaymentBatch()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Human number, for example <c>ZL-2026-0003</c>.</summary>
    public string Number { get; private set; } = "";

    /// <summary>MsgId of the file, from a database sequence.</summary>
    public string MessageId { get; private set; } = "";

    /// <summary>The fund that pays.</summary>
    public string FundKey { get; private set; } = "";

    /// <summary>Day the bank shall execute it.</summary>
    public DateOnly ExecuteOn { get; private set; }

    /// <summary>User id of the first person.</summary>
    public string PreparedBy { get; private set; } = "";

    /// <summary>When, UTC.</summary>
    public DateTimeOffset PreparedAt { get; private set; }

    /// <summary>SHA-256 of the stored pain.001, lower-case hex; null when the finance system pays.</summary>
    public string? XmlSha256 { get; private set; }

    /// <summary>SHA-256 of the stored CSV, lower-case hex.</summary>
    public string? CsvSha256 { get; private set; }

    /// <summary>SHA-256 of the file that pays: the bank's, or else the bookkeeping file.</summary>
    public string? PayingSha256 => XmlSha256 ?? CsvSha256;

    /// <summary>User id of the second person.</summary>
    public string? ReleasedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? ReleasedAt { get; private set; }

    /// <summary>First download, UTC.</summary>
    public DateTimeOffset? DownloadedAt { get; private set; }

    /// <summary>When it was given to the bank, UTC.</summary>
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>User id of who submitted it.</summary>
    public string? SubmittedBy { get; private set; }

    /// <summary>When its execution was recorded, UTC.</summary>
    public DateTimeOffset? ExecutedAt { get; private set; }

    /// <summary>User id of who recorded it.</summary>
    public string? ExecutedBy { get; private set; }

    /// <summary>Why it is to be discarded.</summary>
    public string? DiscardReason { get; private set; }

    /// <summary>User id of the first person who discards.</summary>
    public string? DiscardProposedBy { get; private set; }

    /// <summary>User id of the second person who discards.</summary>
    public string? DiscardedBy { get; private set; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? DiscardedAt { get; private set; }

    /// <summary>Concurrency token.</summary>
    public int Version { get; private set; }

    /// <summary>The payments in the order of the file.</summary>
    public IReadOnlyList<BatchLine> Lines => _lines;

    /// <summary>Every text in its files that differs from how somebody wrote it, as the files were stored.</summary>
    public IReadOnlyList<BatchRemark> Remarks => _remarks;

    /// <summary>Number of payments.</summary>
    public int Count => _lines.Count;

    /// <summary>Their sum.</summary>
    public Money Total => Money.Sum(_lines.Select(l => l.Amount));

    /// <summary>True for one payment: banks reject a file of it under the opt-out from Verification of Payee.</summary>
    public bool HoldsSinglePayment => Count == 1;

    /// <summary>True when its file for the bank holds one payment: whoever releases it must know that it is handed in with Verification of Payee.</summary>
    public bool MustBeVerified => HoldsSinglePayment && XmlSha256 is not null;

    /// <summary>Where it stands, derived from what was done.</summary>
    public BatchState State =>
        DiscardedAt is not null ? BatchState.Discarded
        : ExecutedAt is not null ? BatchState.Executed
        : SubmittedAt is not null ? BatchState.Submitted
        : ReleasedAt is not null ? BatchState.Released
        : BatchState.Prepared;

    /// <summary>Puts ordered payouts into a new batch and marks them.</summary>
    /// <param name="id">Id.</param>
    /// <param name="number">Human number.</param>
    /// <param name="messageId">MsgId, unique for ever.</param>
    /// <param name="payouts">The payouts, in the order of the file.</param>
    /// <param name="executeOn">Day the bank shall execute it.</param>
    /// <param name="by">The first person.</param>
    /// <param name="now">UTC.</param>
    /// <param name="localToday">The same moment's day in Berlin.</param>
    /// <exception cref="RuleViolation">B1 to B3, B17, B18, P8, P9, P15.</exception>
    public static PaymentBatch Prepare(
        Guid id, string number, string messageId, IReadOnlyList<Payout> payouts, DateOnly executeOn, Actor by, DateTimeOffset now, DateOnly localToday)
    {
        var refusals = new Refusals()
            .Unless(by.Role == ActorRole.Finance, BatchRules.FinanceWorks)
            .At("PayoutIds", payouts.Count > 0 && payouts.DistinctBy(p => p.Id).Count() == payouts.Count, BatchRules.HasPayouts)
            .Unless(payouts.Select(p => p.FundKey).Distinct(StringComparer.Ordinal).Count() <= 1, BatchRules.OneFund)
            .Unless(IsSepaId(number) && IsSepaId(messageId), BatchRules.IdsFitSepa)
            .At("ExecuteOn", executeOn >= localToday, BatchRules.ExecutesAhead)
            .At("ExecuteOn", executeOn <= localToday.AddYears(1), BatchRules.ExecutesWithinAYear);
        foreach (var (index, payout) in payouts.Index())
        {
            CheckPayout(refusals, $"Payouts[{index}]", payout, by)
                .At($"Payouts[{index}]", payout.IsReadyForBatch, PayoutRules.OrderedBeforeBatch, payout.EndToEndId.Value);
        }

        refusals.Throw();
        foreach (var payout in payouts)
        {
            payout.EnterBatch(id);
        }

        return new PaymentBatch
        {
            Id = id,
            Number = number,
            MessageId = messageId,
            FundKey = payouts[0].FundKey,
            ExecuteOn = executeOn,
            PreparedBy = by.Id,
            PreparedAt = now,
            _lines = [.. payouts.Select(BatchLine.Of)],
        };
    }

    /// <summary>Notes the fingerprints of the files whose bytes are stored in the same transaction, and what in them is not as somebody wrote it.</summary>
    /// <param name="xmlSha256">Of the pain.001; null when the finance system pays and there is none.</param>
    /// <param name="csvSha256">Of the bookkeeping file.</param>
    /// <param name="remarks">For the person who releases.</param>
    /// <exception cref="RuleViolation">B6, B15.</exception>
    public void StoreFiles(string? xmlSha256, string csvSha256, params IReadOnlyList<BatchRemark> remarks)
    {
        Alive()
            .Unless(PayingSha256 is null && (xmlSha256 is null || Sha256().IsMatch(xmlSha256)) && Sha256().IsMatch(csvSha256), BatchRules.FilesAreStoredOnce)
            .Throw();

        XmlSha256 = xmlSha256;
        CsvSha256 = csvSha256;
        _remarks = [.. remarks];
    }

    /// <summary>The second person releases the batch. A proposal to discard it, made when its file could not be out, is answered by that.</summary>
    /// <param name="payouts">All payouts of the batch.</param>
    /// <param name="by">The second person.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolation">B1, B4, B5, B7, B15, B16, P8, P9.</exception>
    public void Release(IReadOnlyList<Payout> payouts, Actor by, DateTimeOffset now)
    {
        var refusals = ByFinance(by)
            .Unless(!by.Is(PreparedBy), BatchRules.SecondPersonReleases)
            .Unless(PayingSha256 is not null, BatchRules.FilesAreStored)
            .Unless(ReleasedAt is null, BatchRules.ReleasedOnce)
            .Unless(Match(payouts), BatchRules.LinesMatch);
        foreach (var (index, payout) in payouts.Index())
        {
            CheckPayout(refusals, $"Payouts[{index}]", payout, by);
        }

        refusals.Throw();
        ReleasedBy = by.Id;
        ReleasedAt = now;
        (DiscardReason, DiscardProposedBy) = (null, null);
    }

    /// <summary>Notes the first download; later ones replay the same bytes.</summary>
    /// <exception cref="RuleViolation">B1, B8, B15.</exception>
    public void Download(Actor by, DateTimeOffset now)
    {
        ByFinance(by).Unless(ReleasedAt is not null, BatchRules.ReleasedFirst).Throw();
        DownloadedAt ??= now;
    }

    /// <summary>Notes that the bank has it.</summary>
    /// <exception cref="RuleViolation">B1, B8, B9, B15.</exception>
    public void Submit(Actor by, DateTimeOffset now)
    {
        ByFinance(by)
            .Unless(ReleasedAt is not null, BatchRules.ReleasedFirst)
            .Unless(SubmittedAt is null, BatchRules.SubmittedOnce)
            .Throw();

        SubmittedBy = by.Id;
        SubmittedAt = now;
    }

    /// <summary>Notes that the bank executed payments; the batch is executed when none is left that the bank still has.</summary>
    /// <param name="payouts">All payouts of the batch.</param>
    /// <param name="on">Day of the statement.</param>
    /// <param name="by">Who reports.</param>
    /// <param name="now">UTC.</param>
    /// <param name="only">Ids of those the bank named; null: all that it did not return.</param>
    /// <returns>The payouts that were executed now.</returns>
    /// <exception cref="RuleViolation">B1, B10, B11, B15, B16.</exception>
    public IReadOnlyList<Payout> Execute(IReadOnlyList<Payout> payouts, DateOnly on, Actor by, DateTimeOffset now, IReadOnlySet<Guid>? only = null)
    {
        ByFinance(by)
            .Unless(SubmittedAt is not null, BatchRules.SubmittedFirst)
            .Unless(ExecutedAt is null, BatchRules.ExecutedOnce)
            .Unless(payouts.Select(p => p.Id).Order().SequenceEqual(_lines.Select(l => l.PayoutId).Order()), BatchRules.LinesMatch)
            .Throw();

        List<Payout> waiting = [.. payouts.Where(p => p.BatchId == Id && p.State == PayoutState.InBatch)];
        List<Payout> executed = [.. waiting.Where(p => only?.Contains(p.Id) != false)];
        executed.ForEach(p => p.Execute(on, now));
        CloseWhenDone(payouts, by, now);
        return executed;
    }

    /// <summary>Notes that the bank rejected or returned one payment; the batch is executed when none is left that the bank still has.</summary>
    /// <param name="payouts">All payouts of the batch.</param>
    /// <param name="payout">The one that came back.</param>
    /// <param name="reason">The bank's code, and its reason for people with at most 500 characters.</param>
    /// <param name="by">Who reports.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolation">B1, B10, B15, B16, B19, B23, P20.</exception>
    public void Return(IReadOnlyList<Payout> payouts, Payout payout, BankReason reason, Actor by, DateTimeOffset now)
    {
        var text = PlainText.Of(reason.Text) is { Length: > 0 } words ? words : null;
        var code = string.IsNullOrWhiteSpace(reason.Code) ? null : reason.Code.Trim().ToUpperInvariant();
        ByFinance(by)
            .Unless(SubmittedAt is not null, BatchRules.SubmittedFirst)
            .Unless(payout.BatchId == Id, BatchRules.LinesMatch)
            .At("Reason", (text ?? code) is not null && text is not { Length: > 500 }, BatchRules.ReturnHasReason, 500)
            .At("Code", code is null or { Length: <= 35 }, BatchRules.ReturnCodeIsShort, 35)
            .Throw();

        payout.Return(new BankReason(code, text), now);
        CloseWhenDone(payouts, by, now);
    }

    /// <summary>Notes what the bank found about a payee's name. The same result again changes nothing, so what somebody decided on it stays.</summary>
    /// <exception cref="RuleViolation">B1, B15.</exception>
    public void NoteName(EndToEndId endToEndId, NameResult result, string? nameAtBank, Actor by, DateTimeOffset now)
    {
        ByFinance(by).Throw();
        var index = _lines.FindIndex(l => l.EndToEndId == endToEndId);
        if (index >= 0)
        {
            _lines[index] = _lines[index].Noting(result, nameAtBank, now);
        }
    }

    /// <summary>A person says why a payment goes although its name is not the account holder's.</summary>
    /// <exception cref="RuleViolation">B1, B15, B21, B22, P9.</exception>
    public void ReleaseMismatch(Payout payout, string? reason, Actor by, DateTimeOffset now)
    {
        var text = PlainText.Of(reason);
        var index = _lines.FindIndex(l => l.PayoutId == payout.Id);
        ByFinance(by)
            .Unless(!payout.Benefits(by.Id), PayoutRules.NobodyPaysHimself)
            .Unless(index >= 0 && _lines[index].NeedsRelease, BatchRules.NameIsOpen)
            .At("Reason", text.Length is > 0 and <= 500, BatchRules.ReleaseHasReason, 500)
            .Throw();

        var line = _lines[index];
        _lines[index] = line with { Name = line.Name!.Release(text, by, now) };
    }

    /// <summary>The first person asks to discard the batch.</summary>
    /// <param name="reason">Why, at most 1,000 characters.</param>
    /// <param name="bankHasNothing">This person states that nobody handed in the file. Demanded as soon as the file could leave the house.</param>
    /// <param name="by">The first person.</param>
    /// <exception cref="RuleViolation">B1, B12, B13, B15, B20.</exception>
    public void ProposeDiscard(string? reason, bool bankHasNothing, Actor by)
    {
        var text = PlainText.Of(reason);
        ByFinance(by)
            .At("BankHasNothing", bankHasNothing || ReleasedAt is null, BatchRules.BankHasNothing)
            .Unless(SubmittedAt is null, BatchRules.NotSubmitted)
            .At("Reason", text.Length is > 0 and <= 1_000, BatchRules.DiscardHasReason, 1_000)
            .Throw();

        DiscardReason = text;
        DiscardProposedBy = by.Id;
    }

    /// <summary>The second person discards the batch; its payouts are ordered as before, with new ids when the old ones may be at the bank after all.</summary>
    /// <param name="payouts">All payouts of the batch.</param>
    /// <param name="bankHasNothing">This person states as well that nobody handed in the file.</param>
    /// <param name="by">The second person.</param>
    /// <param name="now">UTC.</param>
    /// <exception cref="RuleViolation">B1, B12 to B16, B20.</exception>
    public void Discard(IReadOnlyList<Payout> payouts, bool bankHasNothing, Actor by, DateTimeOffset now)
    {
        ByFinance(by)
            .At("BankHasNothing", bankHasNothing || ReleasedAt is null, BatchRules.BankHasNothing)
            .Unless(SubmittedAt is null, BatchRules.NotSubmitted)
            .Unless(DiscardProposedBy is not null, BatchRules.DiscardHasReason, 1_000)
            .Unless(DiscardProposedBy is null || !by.Is(DiscardProposedBy), BatchRules.SecondPersonDiscards)
            .Unless(Match(payouts), BatchRules.LinesMatch)
            .Throw();

        DiscardedBy = by.Id;
        DiscardedAt = now;
        foreach (var payout in payouts)
        {
            payout.LeaveBatch(fileMayBeOut: ReleasedAt is not null);
        }
    }

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Sha256();

    private static bool IsSepaId(string text) => Banking.MessageId.TryParse(text, out _, out _);

    private static Refusals CheckPayout(Refusals refusals, string field, Payout payout, Actor by) => refusals
        .At(field, !payout.WasActedOnBy(by.Id), PayoutRules.NobodyActsTwice)
        .At(field, !payout.Benefits(by.Id), PayoutRules.NobodyPaysHimself);

    private void CloseWhenDone(IReadOnlyList<Payout> payouts, Actor by, DateTimeOffset now)
    {
        if (ExecutedAt is null && !payouts.Any(p => p.BatchId == Id && p.State == PayoutState.InBatch))
        {
            (ExecutedBy, ExecutedAt) = (by.Id, now);
        }
    }

    private Refusals Alive() => new Refusals().Unless(DiscardedAt is null, BatchRules.NotDiscarded);

    private Refusals ByFinance(Actor by) => Alive().Unless(by.Role == ActorRole.Finance, BatchRules.FinanceWorks);

    private bool Match(IReadOnlyList<Payout> payouts) => payouts
        .Where(p => p.BatchId == Id)
        .Select(BatchLine.Of)
        .OrderBy(l => l.PayoutId)
        .SequenceEqual(_lines.Select(l => l.Sent).OrderBy(l => l.PayoutId));
}
