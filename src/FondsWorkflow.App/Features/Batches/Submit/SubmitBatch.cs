using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Batches.Submit;

/// <summary>Notes that the bank has the file; from now on the batch can't be discarded.</summary>
internal sealed record SubmitBatch(Guid BatchId) : ICommand<Unit>;

internal sealed class SubmitBatchHandler(BatchDesk desk, CommandContext context, BerlinTime clock) : IRequestHandler<SubmitBatch, Unit>
{
    public async Task<Unit> Handle(SubmitBatch request, CancellationToken cancellationToken)
    {
        var (batch, _) = await desk.OpenAsync(request.BatchId, cancellationToken);
        batch.Submit(context.Actor, clock.Now);
        return Unit.Value;
    }
}

internal sealed class SubmitBatchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<SubmitBatch, Unit>("batches/submit", Policies.Finance);
}
