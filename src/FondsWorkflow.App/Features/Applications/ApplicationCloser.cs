using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Messages;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Applications;

/// <summary>What is done whenever an application ends, whoever ends it: nothing is asked of the applicant any more, money nobody will draw goes back, the applicant is told.</summary>
internal sealed class ApplicationCloser(FondsDb db, LedgerBook ledger, Post post, BerlinTime clock)
{
    /// <param name="application">The application.</param>
    /// <param name="ending">How it ended; the mail's text is <c>Closed_</c> and this.</param>
    /// <param name="reason">Why money goes back, for the ledger.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public async Task CloseAsync(GrantApplication application, string ending, string reason, CancellationToken cancellationToken)
    {
        application.CloseReopenedParts();
        var review = await db.Reviews.SingleOrDefaultAsync(r => r.ApplicationId == application.Id, cancellationToken);
        if (review?.OpenClarification is not null)
        {
            review.CloseClarification(clock.Now);
        }

        (await ledger.OpenAsync(application, cancellationToken)).ReleaseRest($"{application.Number}: {reason}");
        await post.SendAsync(
            $"closed:{application.Id}", application.ApplicantEmail, $"Closed_{ending}", application.Id, [application.Number, application.Form.Project.Title], cancellationToken: cancellationToken);
    }
}
