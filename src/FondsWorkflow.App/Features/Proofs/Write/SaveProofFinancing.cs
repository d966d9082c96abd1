using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Proofs;
using MediatR;

namespace FondsWorkflow.App.Features.Proofs.Write;

/// <summary>Saves the money that really came in beside the grant.</summary>
/// <param name="ApplicationId">Whose proof.</param>
/// <param name="Version">The version the page was read with; null when there was no proof yet.</param>
/// <param name="Income">Entrance, sales.</param>
/// <param name="OwnMeans">The group's own money.</param>
/// <param name="ThirdParty">Donations, other grants.</param>
internal sealed record SaveProofFinancing(Guid ApplicationId, int? Version, Money Income, Money OwnMeans, Money ThirdParty) : ICommand<Unit>;

internal sealed class SaveProofFinancingHandler(ProofBook proofs, CommandContext context) : IRequestHandler<SaveProofFinancing, Unit>
{
    public async Task<Unit> Handle(SaveProofFinancing request, CancellationToken cancellationToken)
    {
        var open = await proofs.WriteAsync(request.ApplicationId, cancellationToken);
        open.RequireVersion(request.Version);
        open.Proof.SaveFinancing(new ProofFinancing(request.Income, request.OwnMeans, request.ThirdParty), context.Actor);
        return Unit.Value;
    }
}

internal sealed class SaveProofFinancingEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<SaveProofFinancing, Unit>("proofs/financing", Policies.Applicant);
}
