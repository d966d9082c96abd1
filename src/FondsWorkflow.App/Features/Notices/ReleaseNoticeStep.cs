using FondsWorkflow.App.Data;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Fund.Applications;

namespace FondsWorkflow.App.Features.Notices;

/// <summary>A second person of the office releases the text: nobody who wrote on it.</summary>
[Activity("Fonds.ReleaseNotice", IsBlocking = true, Outcomes = ["Released", "SentBack"])]
internal sealed class ReleaseNoticeStep : HumanStep
{
    protected internal override async ValueTask<IReadOnlyList<string>> ExcludedAsync(GrantApplication application, IServiceProvider services)
        => (await NoticeLookup.LatestAsync(services.GetRequiredService<FondsDb>(), application.Id, CancellationToken.None))?.Authors ?? [];
}
