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

    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <returns>What was said, line by line, and the fingerprints to remember.</returns>
    public async Task<(List<BankLine> Lines, IReadOnlyCollection<string> Seen)> ApplyAsync(BankAnswer answer, CancellationToken cancellationToken)
    {
        var matches = answer.Result.Matches;
        _known.UnionWith(await matches.SelectMany(m => new[] { m.Fingerprint, Marker(m) })
            .InChunksAsync(keys => db.BankMovements.Where(m => keys.Contains(m.Key)).Select(m => m.Key), cancellationToken));
        List<BankLine> lines = [];
        var ofBatch = matches.ToLookup(m => answer.Batches[m.Payment.Id.Value]);
        foreach (var batchId in answer.Named)
        {
            var open = await desk.OpenAsync(batchId, cancellationToken);
            Submit(open.Batch);
            lines.AddRange(await ApplyAsync(open, [.. ofBatch[batchId]], cancellationToken));
        }

        return (lines, _seen);
    }

    /// <summary>The bank speaks of it, so the bank has it, and nobody discards it any more.</summary>
    private void Submit(PaymentBatch batch)
    {
        if (batch is { ReleasedAt: not null, SubmittedAt: null, DiscardedAt: null })
        {
            batch.Submit(context.Actor, clock.Now);
        }
    }

    private async Task<List<BankLine>> ApplyAsync(OpenBatch open, List<PaymentMatch> matches, CancellationToken cancellationToken)
    {
        if (open.Batch.DiscardedAt is not null && matches.Count == 0)
        {
            return [new BankLine(open.Batch.Number, open.Batch.Id, "Discarded", Applied: false, open.Batch.Total.Cents, null, texts["Banks.DoubtDiscarded"], ToCheck: true)];
        }

        List<BankLine> lines = [];
        foreach (var ofDay in matches.Where(m => m.Outcome == PaymentOutcome.Executed).GroupBy(m => m.On ?? clock.Today))
        {
            lines.AddRange(await ExecutedAsync(open, ofDay.Key, [.. ofDay], cancellationToken));
        }

        foreach (var match in matches.Where(m => m.Outcome != PaymentOutcome.Executed))
        {
            lines.Add(await OtherAsync(open, match, cancellationToken));
        }

        return lines;
    }

    private async Task<List<BankLine>> ExecutedAsync(OpenBatch open, DateOnly on, List<PaymentMatch> matches, CancellationToken cancellationToken)
    {
        var told = matches.ConvertAll(m => (Match: m, Payout: PayoutOf(open, m), Doubt: Doubt(open, m)));
        var waiting = told.Where(t => t.Doubt is null && IsThisAttempt(open, t.Match) && t.Payout.State == PayoutState.InBatch).Select(t => t.Payout.Id).ToHashSet();
        var executed = waiting.Count == 0 ? [] : (await answers.ExecutedAsync(open, on, waiting, cancellationToken)).Select(p => p.Id).ToHashSet();
        return told.ConvertAll(t => Line(open, t.Match, t.Doubt, executed.Contains(t.Payout.Id) && t.Doubt is null));
    }

    private async Task<BankLine> OtherAsync(OpenBatch open, PaymentMatch match, CancellationToken cancellationToken)
    {
        if (open.Batch.DiscardedAt is null && ResultOf(match.Outcome) is { } result)
        {
            open.Batch.NoteName(match.Payment.Id.Value, result, match.NameAtBank, context.Actor, clock.Now);
        }

        var (payout, doubt) = (PayoutOf(open, match), Doubt(open, match));
        var comesBack = doubt is null && IsThisAttempt(open, match) && match.Outcome switch
        {
            PaymentOutcome.Rejected => payout.State == PayoutState.InBatch,
            PaymentOutcome.Returned => payout.State is PayoutState.InBatch or PayoutState.Executed && !_known.Contains(match.Fingerprint),
            _ => false,
        };
        if (comesBack)
        {
            await answers.ReturnedAsync(open, payout, Why(match), cancellationToken);
        }

        return Line(open, match, doubt, comesBack);
    }

    /// <summary>Why a person must look; null when the answer fits, or repeats what is known.</summary>
    private string? Doubt(OpenBatch open, PaymentMatch match)
    {
        var payout = PayoutOf(open, match);
        var (isThis, wasTold) = (IsThisAttempt(open, match), _known.Contains(Marker(match)));
        return match.Outcome switch
        {
            _ when open.Batch.DiscardedAt is not null => "Discarded",
            PaymentOutcome.Repeated => "Repeated",
            _ when ResultOf(match.Outcome) is not null => open.Batch.Lines.First(l => l.EndToEndId == match.Payment.Id.Value).Name!.NeedsRelease ? "Name" : null,
            PaymentOutcome.Executed or PaymentOutcome.Returned when _known.Contains(match.Fingerprint) => null,
            PaymentOutcome.Executed when !isThis => "OldAttempt",
            PaymentOutcome.Executed when payout is { State: PayoutState.Returned, ExecutedAt: null } => "PaidAfterReturn",
            PaymentOutcome.Executed when payout.State != PayoutState.InBatch && wasTold => "PaidTwice",
            PaymentOutcome.Rejected when isThis && payout.State == PayoutState.Executed => "RejectedAfterExecution",
            PaymentOutcome.Returned when !isThis || (payout.State == PayoutState.Returned && (wasTold || payout.ExecutedAt is null)) => "ReturnedAgain",
            _ => null,
        };
    }

    private BankLine Line(OpenBatch open, PaymentMatch match, string? doubt, bool applied)
    {
        if (match.Outcome is PaymentOutcome.Executed or PaymentOutcome.Returned)
        {
            _seen.UnionWith(new[] { match.Fingerprint, Marker(match) }.Where(_known.Add));
        }

        var reason = match.NameAtBank ?? (match.Reason is null ? null : Why(match));
        if (doubt is not null)
        {
            reason = string.Join(' ', new[] { texts[$"Banks.Doubt{doubt}"], reason }.OfType<string>());
            Hold(PayoutOf(open, match), match, reason);
        }

        return new BankLine(match.Payment.Payout, open.Batch.Id, match.Outcome.ToString(), applied, match.Payment.Amount.Cents, match.On, reason, doubt is not null);
    }

    /// <summary>Nobody pays again while it is open whether the money is under way.</summary>
    private void Hold(Payout payout, PaymentMatch match, string reason)
    {
        if (match.Outcome is PaymentOutcome.Executed or PaymentOutcome.Accepted or PaymentOutcome.Pending or PaymentOutcome.Repeated && payout.CanBeHeld && !payout.Benefits(context.Actor.Id))
        {
            payout.Hold(reason, context.Actor);
        }
    }

    private static Payout PayoutOf(OpenBatch open, PaymentMatch match) => open.PayoutOf(match.Payment.Id.Value);

    private static bool IsThisAttempt(OpenBatch open, PaymentMatch match)
        => PayoutOf(open, match) is var payout && payout.EndToEndId == match.Payment.Id.Value && payout.BatchId == open.Batch.Id;

    private static NameResult? ResultOf(PaymentOutcome outcome) => outcome switch
    {
        PaymentOutcome.NameMatches => NameResult.Matches,
        PaymentOutcome.NameAlmostMatches => NameResult.AlmostMatches,
        PaymentOutcome.NameDiffers => NameResult.Differs,
        PaymentOutcome.NameNotChecked => NameResult.NotChecked,
        _ => null,
    };

    /// <summary>Tells that any movement said this of the payment.</summary>
    private static string Marker(PaymentMatch match) => $"{match.Payment.Id.Value}|{match.Outcome}";

    private static string Why(PaymentMatch match)
    {
        var reason = match.Reason ?? new BankReason(null, null);
        var text = string.Join(": ", new[] { reason.Code, reason.Sentence(), reason.Text }.Where(t => !string.IsNullOrWhiteSpace(t)));
        return text.Length <= MaxReason ? text : text[..MaxReason];
    }
}
