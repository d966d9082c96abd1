using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Batches;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;

namespace FondsWorkflow.App.Features.Banks.Import;

/// <summary>
/// Does what follows from the bank's answer. What contradicts the state of a payment is told to a person and changes nothing; when money may have left for it already, the payment is held.
/// </summary>
internal sealed class AnswerEffects(FondsDb db, BatchDesk desk, BankAnswers answers, CommandContext context, BerlinTime clock, Texts texts)
{
    private const int MaxReason = 500;

    /// <returns>What was said, line by line, and the fingerprints to remember.</returns>
    public async Task<(List<BankLine> Lines, IReadOnlyCollection<string> Seen)> ApplyAsync(BankAnswer answer, CancellationToken cancellationToken)
    {
        var matches = answer.Result.Matches;
        var known = (await matches.SelectMany(Keys).InChunksAsync(keys => db.BankMovements.Where(m => keys.Contains(m.Key)).Select(m => m.Key), cancellationToken)).ToHashSet(StringComparer.Ordinal);
        List<BankLine> lines = [];
        var ofBatch = matches.ToLookup(m => answer.Batches[m.Payment.Id.Value]);
        foreach (var batchId in answer.Named)
        {
            var open = await desk.OpenAsync(batchId, cancellationToken);
            Submit(open.Batch);
            lines.AddRange(await ApplyAsync(open, [.. ofBatch[batchId]], known, cancellationToken));
        }

        return (lines, matches.Where(m => m.Outcome is PaymentOutcome.Executed or PaymentOutcome.Returned).SelectMany(Keys).Except(known, StringComparer.Ordinal).ToList());
    }

    /// <summary>The bank speaks of it, so the bank has it, and nobody discards it any more.</summary>
    private void Submit(PaymentBatch batch)
    {
        if (batch is { ReleasedAt: not null, SubmittedAt: null, DiscardedAt: null })
        {
            batch.Submit(context.Actor, clock.Now);
        }
    }

    private async Task<List<BankLine>> ApplyAsync(OpenBatch open, List<PaymentMatch> matches, HashSet<string> known, CancellationToken cancellationToken)
    {
        if (open.Batch.DiscardedAt is not null && matches.Count == 0)
        {
            return [new BankLine(open.Batch.Number, open.Batch.Id, "Discarded", Applied: false, open.Batch.Total.Cents, null, texts["Banks.DoubtDiscarded"], ToCheck: true)];
        }

        List<BankLine> lines = [];
        foreach (var ofDay in matches.Where(m => m.Outcome == PaymentOutcome.Executed).GroupBy(m => m.On ?? clock.Today))
        {
            lines.AddRange(await ExecutedAsync(open, ofDay.Key, [.. ofDay], known, cancellationToken));
        }

        foreach (var match in matches.Where(m => m.Outcome != PaymentOutcome.Executed))
        {
            lines.Add(await OtherAsync(open, match, known, cancellationToken));
        }

        return lines;
    }

    private async Task<List<BankLine>> ExecutedAsync(OpenBatch open, DateOnly on, List<PaymentMatch> matches, HashSet<string> known, CancellationToken cancellationToken)
    {
        var told = matches.ConvertAll(m => (Match: m, Decision: Decide(open, m, known)));
        var waiting = told.Where(t => t.Decision.Applies).Select(t => PayoutOf(open, t.Match).Id).ToHashSet();
        if (waiting.Count > 0)
        {
            await answers.ExecutedAsync(open, on, waiting, cancellationToken);
        }

        return told.ConvertAll(t => Line(open, t.Match, t.Decision));
    }

    private async Task<BankLine> OtherAsync(OpenBatch open, PaymentMatch match, HashSet<string> known, CancellationToken cancellationToken)
    {
        if (open.Batch.DiscardedAt is null && ResultOf(match.Outcome) is { } result)
        {
            open.Batch.NoteName(match.Payment.Id, result, match.NameAtBank, context.Actor, clock.Now);
        }

        var decision = Decide(open, match, known);
        if (decision.Applies)
        {
            await answers.ReturnedAsync(open, PayoutOf(open, match), Storable(match.Reason), cancellationToken);
        }

        return Line(open, match, decision);
    }

    private static AnswerDecision Decide(OpenBatch open, PaymentMatch match, HashSet<string> known)
    {
        var (payout, id) = (PayoutOf(open, match), match.Payment.Id);
        return AnswerDecision.Of(match.Outcome, new KnownPayment(payout.State, payout.EndToEndId == id && payout.BatchId == open.Batch.Id)
        {
            IsDiscarded = open.Batch.DiscardedAt is not null,
            WasExecuted = payout.ExecutedAt is not null,
            IsKnownMovement = known.Contains(match.Fingerprint),
            WasToldBefore = known.Contains(Marker(match)),
            IsNameOpen = open.Batch.Lines.First(l => l.EndToEndId == id).NeedsRelease,
        });
    }

    private BankLine Line(OpenBatch open, PaymentMatch match, AnswerDecision decision)
    {
        var reason = match.NameAtBank ?? match.Reason?.Told();
        if (decision.Doubt is { } doubt)
        {
            reason = string.Join(' ', new[] { texts[$"Banks.Doubt{doubt}"], reason }.OfType<string>());
        }

        if (decision.MayBePaid(match.Outcome) && PayoutOf(open, match) is { CanBeHeld: true } payout && !payout.Benefits(context.Actor.Id))
        {
            payout.Hold(reason, context.Actor);
        }

        return new BankLine(
            match.Payment.Payout, open.Batch.Id, match.Outcome.ToString(), decision.Applies, match.Payment.Amount.Cents, match.On, reason, decision.Doubt is not null);
    }

    private static Payout PayoutOf(OpenBatch open, PaymentMatch match) => open.PayoutOf(match.Payment.Id);

    private static NameResult? ResultOf(PaymentOutcome outcome) => outcome switch
    {
        PaymentOutcome.NameMatches => NameResult.Matches,
        PaymentOutcome.NameAlmostMatches => NameResult.AlmostMatches,
        PaymentOutcome.NameDiffers => NameResult.Differs,
        PaymentOutcome.NameNotChecked => NameResult.NotChecked,
        _ => null,
    };

    private static string[] Keys(PaymentMatch match) => [match.Fingerprint, Marker(match)];

    /// <summary>Tells that any movement said this of the payment.</summary>
    private static string Marker(PaymentMatch match) => $"{match.Payment.Id.Value}|{match.Outcome}";

    /// <summary>A bank may say nothing, or more than is kept.</summary>
    private static BankReason Storable(BankReason? reason)
        => reason is null or { Code: null, Text: null } ? new(null, new BankReason(null, null).Sentence()) : reason with { Text = reason.Text is { Length: > MaxReason } text ? text[..MaxReason] : reason.Text };
}
