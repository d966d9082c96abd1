using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Authorization;

namespace FondsWorkflow.App.Features.Audit.Chain;

/// <summary>Proves the whole audit log: every entry carries the hash of the one before.</summary>
[Authorize(Policy = Policies.Auditor)]
internal sealed class ChainPage : FondsPage
{
    public AuditProof Proof { get; private set; } = null!;

    public async Task OnGetAsync() => Proof = await Mediator.Send(new VerifyChain());
}

/// <summary>Walks the audit chain.</summary>
internal sealed record VerifyChain : IRequest<AuditProof>;

internal sealed class VerifyChainHandler(AuditLog log) : IRequestHandler<VerifyChain, AuditProof>
{
    public Task<AuditProof> Handle(VerifyChain request, CancellationToken cancellationToken) => log.VerifyAsync(cancellationToken);
}

internal sealed class ChainEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<VerifyChain, AuditProof>("audit/chain", Policies.Auditor);
}
