using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Check;

/// <summary>The proof as the management of the quarter sees it.</summary>
internal sealed record ShowProofCheck(Guid ApplicationId) : IRequest<ProofView>;

internal sealed class ShowProofCheckHandler(ProofReader reader) : IRequestHandler<ShowProofCheck, ProofView>
{
    private static readonly string[] Steps = ["CheckProof"];

    public Task<ProofView> Handle(ShowProofCheck request, CancellationToken cancellationToken) => reader.ReadAsync(request.ApplicationId, Steps, cancellationToken);
}

internal sealed class ShowProofCheckEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowProofCheck, ProofView>("proofs/check", Policies.Management);
}
