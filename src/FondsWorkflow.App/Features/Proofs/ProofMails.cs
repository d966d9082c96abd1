using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Proofs;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>What the group hears about its proof.</summary>
internal sealed class ProofMails(Post post, PublicLinks links, CityBook city, Texts texts)
{
    /// <summary>It came in: once per filing.</summary>
    public Task ReceivedAsync(OpenProof open, CancellationToken cancellationToken)
        => SendAsync($"proof-received:{open.Proof.Id}:{open.Proof.Objections.Count}", "ProofReceived", open.Application, [open.Proof.Spent, open.Proof.Receipts.Count], cancellationToken);

    /// <summary>It was accepted, and what that means in money.</summary>
    public Task AcceptedAsync(GrantApplication application, SettlementResult result, CancellationToken cancellationToken)
        => SendAsync(
            $"proof-accepted:{application.Id}",
            $"ProofAccepted_{result.Outcome}",
            application,
            [result.Settlement.Recognised, result.Paid, result.Outcome == SettlementOutcome.Reclaim ? result.Settlement.Reclaim : result.Settlement.PayableNow, result.Settlement.Entitled],
            cancellationToken);

    /// <summary>Something has to be paid back.</summary>
    public Task ReclaimedAsync(GrantApplication application, Reclaim reclaim, CancellationToken cancellationToken)
        => SendAsync(
            $"reclaim:{reclaim.Id}", "ReclaimRecorded", application,
            [reclaim.Amount, reclaim.DueOn, reclaim.Reason, city.City.Payments.Holder.Value, city.City.Payments.Iban.Value.Grouped, ReferenceOf(application)],
            cancellationToken);

    /// <summary>What a payment back says on the statement, so that it finds its application.</summary>
    public string ReferenceOf(GrantApplication application) => texts["Ledger.PaidBack", application.Number];

    /// <summary>Number, title and the link come first in every text.</summary>
    private Task SendAsync(string key, string template, GrantApplication application, object?[] values, CancellationToken cancellationToken)
        => post.SendAsync(
            key, application.ApplicantEmail, template, application.Id,
            [application.Number, application.Form.Project.Title, links.To($"/antrag/{application.Id}"), .. values], cancellationToken: cancellationToken);
}
