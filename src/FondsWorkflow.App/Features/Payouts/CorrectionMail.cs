using System.Globalization;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Messages;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>Asks the applicant for another account when no step of the workflow does it.</summary>
internal sealed class CorrectionMail(Post post, PublicLinks links, BerlinTime clock)
{
    private const int DaysToAnswer = 14;

    public Task SendAsync(PayoutWork work, CancellationToken cancellationToken)
        => work.Step is not null ? Task.CompletedTask : post.SendAsync(
            string.Create(CultureInfo.InvariantCulture, $"correct-payout:{work.Payout.Id}:{work.Payout.Attempt}:{clock.Now.UtcTicks}"),
            work.Application.ApplicantEmail,
            "Assigned_CorrectPayout",
            work.Application.Id,
            [work.Application.Number, work.Application.Form.Project.Title, clock.Today.AddDays(DaysToAnswer), links.To($"/antrag/{work.Application.Id}/konto")],
            cancellationToken: cancellationToken);
}
