using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;
using MediatR;

namespace FondsWorkflow.App.Features.Payouts.Account;

/// <summary>What the applicant is asked to correct.</summary>
internal sealed record ShowAccount(Guid ApplicationId) : IRequest<AccountToCorrect>;

/// <param name="Number">Of the application.</param>
/// <param name="Title">Of the project.</param>
/// <param name="Amount">Of the payout.</param>
/// <param name="Why">What finance or the bank said.</param>
/// <param name="FromBank">Whether the bank returned the payment.</param>
/// <param name="Holder">As it is now.</param>
/// <param name="MaskedIban">As it is now, masked.</param>
/// <param name="Version">Of the payout.</param>
internal sealed record AccountToCorrect(string Number, string Title, Money Amount, string Why, bool FromBank, string Holder, string MaskedIban, int Version);

internal sealed class ShowAccountHandler(FondsDb db, Access access) : IRequestHandler<ShowAccount, AccountToCorrect>
{
    public async Task<AccountToCorrect> Handle(ShowAccount request, CancellationToken cancellationToken)
    {
        var application = await access.ApplicationAsync(request.ApplicationId, cancellationToken);
        var payout = await CorrectablePayout.OfAsync(db, application.Id, cancellationToken) ?? throw new NotFoundException();
        var returned = payout.State == PayoutState.Returned;
        if (!returned && payout.CorrectionReason is null)
        {
            throw new NotFoundException();
        }

        return new AccountToCorrect(
            application.Number!.ToString(), application.Form.Project.Title ?? "", payout.Amount,
            (returned ? payout.WhyReturned()?.Told() : payout.CorrectionReason) ?? "", returned, payout.PayeeName, payout.Iban.Masked, payout.Version);
    }
}

internal sealed class ShowAccountEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowAccount, AccountToCorrect>("payouts/account", Policies.Applicant);
}
