using System.Text.RegularExpressions;
using FondsWorkflow.App.Features.Applications.Attach;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Features.Applications.Withdraw;
using FondsWorkflow.App.Features.Clarifications.Answer;
using FondsWorkflow.App.Features.Decisions.AcceptReduced;
using FondsWorkflow.App.Features.SignIn.Link;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>The groups until the decision: they start with their mail address, follow the link in the mail, fill in the form, and answer.</summary>
internal sealed partial class DemoCitizens(DemoStage stage)
{
    public async Task ApplyAsync(DemoApplication story, CancellationToken cancellationToken)
    {
        await stage.AsVisitor(new StartApplication(story.Fund, story.Email));
        var token = await TokenAsync(story.Email);
        await stage.SendMailsAsync(cancellationToken);
        await stage.AsVisitor(new RedeemLink(token));
        var id = (await stage.As(story.Email, new MyApplications())).Single().Id;
        var guideline = stage.City.GuidelineOn(story.Fund, stage.Today)!;
        await FillAsync(id, story, guideline);
        foreach (var (index, cost) in story.Costs.Index())
        {
            for (var quote = 1; quote <= cost.Quotes; quote++)
            {
                await stage.As(story.Email, new AttachFile(id, AttachmentKind.Quote, index, $"Angebot-{quote}.pdf", "application/pdf", DemoPaper.Pdf($"Angebot {quote}: {cost.Text}")));
            }
        }

        await stage.As(story.Email, new SubmitApplication(id, (await stage.As(story.Email, new ReadForm(id))).Version));
    }

    public Task AnswerAsync(DemoWork work) => stage.As(work.Email, new AnswerClarification(work.Id, work.Story.Review!.Clarify!.Answer!));

    public Task WithdrawAsync(DemoWork work) => stage.As(work.Email, new WithdrawApplication(work.Id, work.Story.Withdraws));

    public Task AcceptAsync(DemoWork work) => stage.As(work.Email, new AcceptReducedGrant(work.Id));

    private async Task FillAsync(Guid id, DemoApplication story, Guideline guideline)
    {
        await stage.As(story.Email, new SaveWho(id, new Who(
            story.Kind, story.Group, null, CliTexts.Get("DemoRepresentative"), story.Group, "0521 51-0", story.Email, "Musterweg 1", "33609", "Bielefeld", story.Register, null, story.DeductsInputTax)));
        await stage.As(story.Email, new SaveProject(id, new Project(
            story.Title, story.Summary, story.Description, story.Category, story.Goals, story.Targets, story.Participants, story.Closed, story.Involvement, story.Partners)));
        await stage.As(story.Email, new SavePlaceAndTime(id, new PlaceAndTime(story.Place, IsInsideArea: true, null, story.From, story.To, story.Permits is not null, story.Permits)));
        await stage.As(story.Email, new SaveCosts(id, [.. story.Costs.Select(c => new CostItem(c.Text, c.Category, c.Quantity, DemoStory.Euro(c.Price)))]));
        await stage.As(story.Email, new SaveFinancing(id, FinancingOf(story)));
        await stage.As(story.Email, new SaveDeclarations(id, [.. guideline.Declarations.Where(d => d.Required || !story.ByPost).Select(d => d.Key)]));
    }

    private static Financing FinancingOf(DemoApplication story) => new(
        OwnMeans: DemoStory.Euro(story.Own),
        NoOwnMeansReason: story.Own > 0 ? null : CliTexts.Get("DemoNoOwnMeans"),
        Requested: story.Requested,
        HasOtherPublicFunding: false,
        AmountsAreNet: story.DeductsInputTax ? true : null,
        HasFollowUpCosts: story.FollowUp is not null,
        FollowUpCostsBorneBy: story.FollowUp,
        EquipmentCustody: story.Custody,
        Advance: story.Advance is { } advance ? DemoStory.Euro(advance.Amount) : null,
        AdvanceReason: story.Advance?.Reason,
        PublicityPromised: true);

    /// <summary>The sign-in link stands nowhere but in the mail, and in the outbox only until it leaves.</summary>
    private async Task<string> TokenAsync(string email)
    {
        var body = await stage.Read(db => db.Outbox.Where(m => m.To == email).OrderByDescending(m => m.CreatedAt).Select(m => m.Body).FirstAsync());
        return SignInPath().Match(body).Groups["token"].Value;
    }

    [GeneratedRegex("/anmelden/link/(?<token>[A-Za-z0-9_-]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex SignInPath();
}
