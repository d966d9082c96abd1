using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Features.Shared.Parts;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Administration.Jobs;

/// <summary>What runs by the clock. Hangfire's own dashboard, which not everybody can use, is for whoever looks deeper.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class JobsPage : FondsPage
{
    private static readonly string[] Known = ["Succeeded", "Failed", "Processing", "Scheduled", "Enqueued"];

    [BindOn("Run")]
    public RunForm Run { get; set; } = new();

    public IReadOnlyList<JobLine> Jobs { get; private set; } = [];

    public Task OnGetAsync() => Load();

    public Task<IActionResult> OnPostRunAsync() => Send(new RunJob(Run.Job), _ => GoTo("/verwaltung/aufgaben", T["Jobs.Started"]), nameof(Run));

    /// <summary>The key of what a run came to.</summary>
    internal static string EndOf(JobLine job) => job.LastAt is null ? "Never" : job.LastEnd is null ? "Forgotten" : Known.Contains(job.LastEnd, StringComparer.Ordinal) ? job.LastEnd : "Other";

    internal static Tone ToneOf(JobLine job) => EndOf(job) switch
    {
        "Succeeded" => Tone.Success,
        "Failed" => Tone.Danger,
        "Scheduled" => Tone.Warning,
        _ => Tone.Info,
    };

    protected override async Task Load() => Jobs = await Mediator.Send(new ShowJobs());
}

internal sealed class RunForm
{
    public string Job { get; set; } = "";
}
