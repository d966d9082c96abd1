using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Write;

/// <summary>The group's own view of its proof.</summary>
internal sealed record ShowProof(Guid ApplicationId) : IRequest<ProofView>;

internal sealed class ShowProofHandler(ProofReader reader) : IRequestHandler<ShowProof, ProofView>
{
    public static readonly string[] Steps = ["AskForMoney", "FileProof", "CorrectProof"];

    public Task<ProofView> Handle(ShowProof request, CancellationToken cancellationToken) => reader.ReadAsync(request.ApplicationId, Steps, cancellationToken);
}

internal sealed class ShowProofEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowProof, ProofView>("proofs/mine", Policies.Applicant);
}
