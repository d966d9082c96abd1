using System.Globalization;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts.Lock;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Batches.Prepare;

/// <summary>The first person puts ordered payouts into a batch; its files are written and stored in the same transaction.</summary>
/// <param name="PayoutIds">The payouts.</param>
/// <param name="ExecuteOn">Day wished; null: as soon as the bank can. Moved forward to the next day on which banks settle payments.</param>
internal sealed record PrepareBatch(IReadOnlyList<Guid> PayoutIds, DateOnly? ExecuteOn = null) : ICommand<PreparedBatch>;

/// <param name="Id">The batch.</param>
/// <param name="Number">For people.</param>
/// <param name="ExecuteOn">Day the bank shall execute it.</param>
/// <param name="Why">Why it is not the wished day, in sentences.</param>
/// <param name="Others">The further batches, when the bank does not take so many payments in one file.</param>
internal sealed record PreparedBatch(Guid Id, string Number, DateOnly ExecuteOn, IReadOnlyList<string> Why, IReadOnlyList<PreparedPart> Others);

internal sealed record PreparedPart(Guid Id, string Number);

internal sealed class PrepareBatchHandler(FondsDb db, BatchFiles files, AccountLocks locks, CommandContext context, IIdSource ids, BerlinTime clock, CityBook city)
    : IRequestHandler<PrepareBatch, PreparedBatch>
{
    public async Task<PreparedBatch> Handle(PrepareBatch request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var chosen = request.PayoutIds.ToHashSet();
        var payouts = await db.Payouts.Where(p => chosen.Contains(p.Id)).OrderBy(p => p.Year).ThenBy(p => p.Number).ToListAsync(cancellationToken);
        if (payouts.Count != chosen.Count)
        {
            throw new NotFoundException();
        }

        await locks.RequireOpenAsync(payouts, cancellationToken);
        var day = TargetCalendar.Plan(request.ExecuteOn ?? clock.Today, clock.Now, city.City.Payments.CutOff.Value);
        var parts = city.City.Payments.MostPayments is { Value: var most } ? PaymentSplit.Into(payouts, most) : [payouts];
        List<PreparedPart> prepared = [];
        foreach (var part in parts.DefaultIfEmpty([]))
        {
            prepared.Add(await PrepareAsync(part, day.Day, cancellationToken));
        }

        context.About(prepared[0].Id);
        return new PreparedBatch(prepared[0].Id, prepared[0].Number, day.Day, [.. day.Reasons.Select(r => r.Sentence())], prepared[1..]);
    }

    private async Task<PreparedPart> PrepareAsync(IReadOnlyList<Payout> payouts, DateOnly day, CancellationToken cancellationToken)
    {
        var number = (int)await db.NextNumberAsync(string.Create(CultureInfo.InvariantCulture, $"ZL-{clock.Today.Year}"), cancellationToken);
        var batch = PaymentBatch.Prepare(
            ids.New(), string.Create(CultureInfo.InvariantCulture, $"ZL-{clock.Today.Year}-{number:0000}"), MessageId.For(clock.Today.Year, number).Value,
            payouts, day, context.Actor, clock.Now, clock.Today);
        await files.StoreAsync(batch, payouts, cancellationToken);
        db.PaymentBatches.Add(batch);
        return new PreparedPart(batch.Id, batch.Number);
    }
}

internal sealed class PrepareBatchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<PrepareBatch, PreparedBatch>("batches/prepare", Policies.Finance);
}
