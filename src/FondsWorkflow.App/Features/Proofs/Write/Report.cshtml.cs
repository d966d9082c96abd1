using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs.Write;

/// <summary>First step of the proof: what happened and what came of it.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class ReportPage : ProofPage
{
    [BindOn("")]
    public ReportForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => Send(
        new SaveReport(Id, Form.Version, Form.Course ?? "", Form.Results ?? "", Form.Participants!.Value, Form.From, Form.To, Form.Experience, Form.Publicity),
        _ => GoTo($"{Home}/belege", T["Proofs.Saved"]));

    protected override void Fill() => Form = new ReportForm
    {
        Version = View.Version,
        Course = View.Report?.Course,
        Results = View.Report?.Results,
        Participants = View.Report?.Participants,
        From = View.Report?.From ?? View.PlannedFrom ?? default,
        To = View.Report?.To ?? View.PlannedTo ?? default,
        Experience = View.Report?.Experience,
        Publicity = View.Report?.Publicity,
    };
}

internal sealed class ReportForm
{
    public int? Version { get; set; }

    [StringLength(4000)]
    public string? Course { get; set; }

    [StringLength(4000)]
    public string? Results { get; set; }

    [Required]
    [Range(0, 1_000_000)]
    public int? Participants { get; set; }

    public DateOnly From { get; set; }

    public DateOnly To { get; set; }

    [StringLength(4000)]
    public string? Experience { get; set; }

    [StringLength(4000)]
    public string? Publicity { get; set; }
}
