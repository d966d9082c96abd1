using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Proofs;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;

namespace FondsWorkflow.App.Features.Payouts.Ask;

/// <summary>Says where the money goes, before the proof is filed. Payouts that exist keep their account.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Holder">Name on the account.</param>
/// <param name="Iban">The account, as typed.</param>
/// <param name="OtherHolderReason">Why it is somebody else's.</param>
/// <param name="Version">The application's version the page was read with; needed when another account is replaced, the first one overwrites nothing.</param>
internal sealed record SaveAccount(
    Guid ApplicationId, [property: NotAudited] string Holder, [property: NotAudited] string Iban, string? OtherHolderReason = null, int? Version = null) : ICommand<Unit>;

internal sealed class SaveAccountHandler(ProofBook proofs, CityBook city, BerlinTime clock) : IRequestHandler<SaveAccount, Unit>
{
    public async Task<Unit> Handle(SaveAccount request, CancellationToken cancellationToken)
    {
        var application = await proofs.UnfiledAsync(request.ApplicationId, cancellationToken);
        var account = Accounts.Read(application, city.City.Payments, request.Holder, request.Iban, request.OtherHolderReason);
        if (application.Account is { } known && known != account)
        {
            CommandRules.RequireLatest(request.Version, application.Version, nameof(request.Version));
        }

        application.PayTo(account, clock.Now);
        return Unit.Value;
    }
}

internal sealed class SaveAccountEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<SaveAccount, Unit>("payouts/account", Policies.Applicant);
}
