using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Features.Decisions.FulfilConditions;
using FondsWorkflow.App.Features.Proofs.Check;
using FondsWorkflow.App.Features.Reviews.Forward;
using FondsWorkflow.App.Features.Reviews.Refuse;
using FondsWorkflow.App.Features.Reviews.Save;
using FondsWorkflow.App.Features.Reviews.Show;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Reviews;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>The management of each quarter: checks applications, conditions and proofs.</summary>
internal sealed class DemoManagement(DemoStage stage)
{
    public async Task ReviewAsync(DemoWork work)
    {
        var (me, plan) = (Of(work), work.Story.Review);
        var view = await stage.As(me, new ShowReview(work.Id));
        var assignment = work.Assignment.Id;
        if (plan?.Clarify is { } ask && view.Clarifications.Count == 0)
        {
            await stage.As(me, new AskClarification(assignment, ask.Questions, ask.Parts));
            return;
        }

        IReadOnlyList<CriterionAnswer> answers =
            [.. view.Checklist.Select(c => c.Key == plan?.NotMet ? new CriterionAnswer(c.Key, Verdict.NotMet, plan.Reason) : new CriterionAnswer(c.Key, Verdict.Met))];
        if (plan?.NotMet is not null)
        {
            await stage.As(me, new SaveReview(assignment, view.Version, answers, Recommendation: null, Note: null));
            await stage.As(me, new RefuseAsNotEligible(assignment, plan.Reason!));
            return;
        }

        var amount = plan?.Recommended is { } less ? DemoStory.Euro(less) : work.Application.RequestedAmount;
        await stage.As(me, new ForwardReview(assignment, view.Version, answers, new Recommendation(work.Application.TotalCosts, amount, [], plan?.Reason), Note: null));
    }

    public Task ConfirmConditionsAsync(DemoWork work) => stage.As(Of(work), new ConfirmConditions(work.Assignment.Id, work.Story.ConditionNote));

    public async Task CheckProofAsync(DemoWork work)
    {
        var proof = await stage.Read(db => db.Proofs.AsNoTracking().SingleAsync(p => p.ApplicationId == work.Id));
        if (work.Story.Objection is { } objection && proof.Objections.Count == 0)
        {
            await stage.As(Of(work), new ObjectToProof(work.Assignment.Id, proof.Version, objection.Question, stage.Today.AddDays(14)));
            return;
        }

        await stage.As(Of(work), new AcceptProof(work.Assignment.Id, proof.Version, [.. proof.Receipts.Select(r => new RecognisedReceipt(r.Id, r.Amount))]));
    }

    private string Of(DemoWork work) => stage.Staff(ActorRole.Management, work.Application.QuarterKey)[0];
}
