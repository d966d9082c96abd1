using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using MediatR;

namespace FondsWorkflow.App.Features.Batches.Execute;

/// <summary>The bank executed all payments of the batch that it did not return: they are booked as paid, and the groups are told.</summary>
/// <param name="BatchId">The batch.</param>
/// <param name="On">Day of the statement.</param>
/// <param name="BeforeItsDay">True when the statement does name a day before the one in the payment file.</param>
internal sealed record ExecuteBatch(Guid BatchId, DateOnly On, bool BeforeItsDay = false) : ICommand<Unit>;

internal sealed class ExecuteBatchHandler(BatchDesk desk, BankAnswers answers, BerlinTime clock) : IRequestHandler<ExecuteBatch, Unit>
{
    public async Task<Unit> Handle(ExecuteBatch request, CancellationToken cancellationToken)
    {
        var open = await desk.OpenAsync(request.BatchId, cancellationToken);
        var from = BerlinTime.DayOf(open.Batch.PreparedAt);
        Require.At(nameof(request.On), request.On >= from && request.On <= clock.Today, BatchFormRules.ExecutedInThePast, from, clock.Today);
        Require.At(nameof(request.On), request.BeforeItsDay || open.Batch.XmlSha256 is null || request.On >= open.Batch.ExecuteOn, BatchFormRules.BankKeepsItsDay, open.Batch.ExecuteOn);
        await answers.ExecutedAsync(open, request.On, only: null, cancellationToken);
        return Unit.Value;
    }
}

internal sealed class ExecuteBatchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<ExecuteBatch, Unit>("batches/execute", Policies.Finance);
}
