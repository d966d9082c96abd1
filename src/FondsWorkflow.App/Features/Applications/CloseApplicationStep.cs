using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Activities;

namespace FondsWorkflow.App.Features.Applications;

/// <summary>Ends an application: money nobody will draw goes back into the fund, the applicant is told.</summary>
[Output("result")]
[Activity("Fonds.CloseApplication")]
internal sealed class CloseApplicationStep(StepDesk desk, ApplicationCloser closer, Texts texts) : FundStep
{
    /// <summary>How it ended, for example <c>Closed</c> or <c>Withdrawn</c>; becomes the application's last stage.</summary>
    [Input(IsRequired = true)]
    public Input<string>? Ending { get; init; }

    protected override async ValueTask RunAsync(ActivityContext context)
    {
        var application = await desk.ApplicationOf(context);
        var ending = context.Get(Ending)!;
        await closer.CloseAsync(application, ending, texts["Ledger.Closing"], CancellationToken.None);
        context.Complete("Done", ending);
    }
}
