using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Payouts.Ask;

/// <summary>What the group needs to know when it asks for its money.</summary>
internal sealed record ShowAsk(Guid ApplicationId) : IRequest<AskView>;

/// <summary>The choices of the group.</summary>
/// <param name="ApplicationId">The application.</param>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="AssignmentId">The work; null when it is not the group's turn.</param>
/// <param name="Activity">Which: <c>AskForMoney</c>, or <c>FileProof</c> after a payment.</param>
/// <param name="DueOn">Until when.</param>
/// <param name="Granted">The grant.</param>
/// <param name="Left">What can be asked for.</param>
/// <param name="PartLimit">What a part payment may be today.</param>
/// <param name="AllowsAdvance">True when the guideline allows an advance.</param>
/// <param name="AdvanceUseMonths">Months in which an advance is to be spent.</param>
/// <param name="LastRequestOn">Last day to ask for this year's money.</param>
/// <param name="ApplicantName">The group's name, as holder to begin with.</param>
/// <param name="Holder">Account holder said before.</param>
/// <param name="Iban">Account said before, in groups of four.</param>
/// <param name="OtherHolderReason">Reason said before.</param>
/// <param name="Version">The application's version, for whoever names another account.</param>
internal sealed record AskView(
    Guid ApplicationId,
    string Number,
    string Title,
    Guid? AssignmentId,
    string? Activity,
    DateOnly? DueOn,
    Money Granted,
    Money Left,
    Money PartLimit,
    bool AllowsAdvance,
    int AdvanceUseMonths,
    DateOnly LastRequestOn,
    string ApplicantName,
    string? Holder,
    string? Iban,
    string? OtherHolderReason,
    int Version);

internal sealed class ShowAskHandler(FondsDb db, Access access, PayoutRequests payouts, PartLimit parts, CityBook city, CommandContext context, Hosting.BerlinTime clock)
    : IRequestHandler<ShowAsk, AskView>
{
    private static readonly string[] Steps = ["AskForMoney", "FileProof"];

    public async Task<AskView> Handle(ShowAsk request, CancellationToken cancellationToken)
    {
        var application = await access.ApplicationAsync(request.ApplicationId, cancellationToken);
        var granted = application.GrantedAmount ?? throw new NotFoundException();
        var work = await db.Assignments.AsNoTracking().Where(a => a.ApplicationId == application.Id && a.CompletedAt == null && a.CancelledAt == null && Steps.Contains(a.Activity))
            .FirstOrDefaultAsync(cancellationToken);
        var isMine = work?.MayBeDoneBy(context.Actor) == true;
        var payment = city.GuidelineOf(application).Payment;
        return new AskView(
            application.Id,
            application.Number?.ToString() ?? "",
            application.Form.Project.Title ?? "",
            isMine ? work!.Id : null,
            isMine ? work!.Activity : null,
            work?.DueOn,
            granted,
            (await payouts.BasisAsync(application, cancellationToken)).Left,
            await parts.OfAsync(application, cancellationToken),
            PayoutRequests.AllowsAdvances(city.GuidelineOf(application)),
            payment.AdvanceUseMonths.Value,
            payment.LastRequestInYear.Value.In(clock.Today.Year),
            Accounts.NameOf(application),
            application.Account?.Holder,
            application.Account?.Iban.Grouped,
            application.Account?.OtherHolderReason,
            application.Version);
    }
}

internal sealed class ShowAskEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<ShowAsk, AskView>("payouts/choices", Policies.Applicant);
}
