using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Proofs;
using MediatR;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Features.Payouts.Ask;

/// <summary>Asks for money before the proof: a reasoned advance, or a part against the receipts so far.</summary>
/// <param name="AssignmentId">The work <c>AskForMoney</c>.</param>
/// <param name="Kind">Advance or part payment.</param>
/// <param name="Amount">How much.</param>
/// <param name="Holder">Name on the account.</param>
/// <param name="Iban">The account, as typed.</param>
/// <param name="Reason">Why an advance is needed.</param>
/// <param name="OtherHolderReason">Why the account is somebody else's.</param>
internal sealed record AskForMoney(
    Guid AssignmentId,
    PayoutKind Kind,
    Money Amount,
    [property: NotAudited] string Holder,
    [property: NotAudited] string Iban,
    string? Reason = null,
    string? OtherHolderReason = null) : ICommand<MoneyAsked>;

/// <summary>The payout that was asked for.</summary>
internal sealed record MoneyAsked(Guid PayoutId, int Number, Money Amount);

internal sealed class AskForMoneyHandler(PayoutRequests payouts, PartLimit parts, CityBook city, Desk desk, Post post, PublicLinks links, CommandContext context, BerlinTime clock)
    : IRequestHandler<AskForMoney, MoneyAsked>
{
    public async Task<MoneyAsked> Handle(AskForMoney request, CancellationToken cancellationToken)
    {
        var work = await desk.OpenAsync(request.AssignmentId, "AskForMoney", cancellationToken);
        var application = work.Application;
        Require.That(request.Kind is PayoutKind.Advance or PayoutKind.PartPayment, ProofRules.FinalFollowsProof);
        if (request.Kind == PayoutKind.PartPayment)
        {
            var most = await parts.OfAsync(application, cancellationToken);
            Require.At("Amount", request.Amount <= most, ProofRules.PartWithinReceipts, most);
        }

        var account = Accounts.Read(application, city.City.Payments, request.Holder, request.Iban, request.OtherHolderReason);
        application.PayTo(account, clock.Now);
        var payout = await payouts.AddAsync(application, request.Kind, request.Amount, account, request.Reason, cancellationToken);
        context.About(application.Id, request.Reason);
        await post.SendAsync(
            $"money-asked:{payout.Id}",
            application.ApplicantEmail,
            "MoneyAsked",
            application.Id,
            [application.Number, application.Form.Project.Title, payout.Amount, links.To($"/antrag/{application.Id}")],
            cancellationToken: cancellationToken);
        await desk.CompleteAsync(work, request.Kind.ToString(), payload: null, cancellationToken);
        return new MoneyAsked(payout.Id, payout.Number, payout.Amount);
    }
}

internal sealed class AskForMoneyEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapCommand<AskForMoney, MoneyAsked>("payouts/ask", Policies.Applicant);
}
