using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs.Filing;

/// <summary>The whole proof on one page: what is missing with links, what to look at twice, confirm and file; or the answer to a question.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class FilingPage : ProofPage
{
    [BindOn("")]
    public FilingForm Form { get; set; } = new();

    [BindOn("Answer")]
    public AnswerForm Answer { get; set; } = new();

    public async Task OnGetAsync()
    {
        await Load();
        Fill();
    }

    public Task<IActionResult> OnPostAsync()
        => Send(new FileProof(Form.AssignmentId, Form.Version, Form.Confirmed), _ => GoTo($"/antrag/{Id}", T["Proofs.Filed"]));

    public Task<IActionResult> OnPostAnswerAsync()
        => Send(new AnswerObjection(Answer.AssignmentId, Answer.Version, Answer.Answer), _ => GoTo($"/antrag/{Id}", T["Proofs.Answered"]), nameof(Answer));

    protected override void Fill()
    {
        var work = View.Assignment?.Id ?? Guid.Empty;
        Form = new FilingForm { AssignmentId = work, Version = View.Version };
        Answer = new AnswerForm { AssignmentId = work, Version = View.Version };
    }
}

internal sealed class FilingForm
{
    public Guid AssignmentId { get; set; }

    public int? Version { get; set; }

    public bool Confirmed { get; set; }
}

internal sealed class AnswerForm
{
    public Guid AssignmentId { get; set; }

    public int? Version { get; set; }

    [StringLength(4000)]
    public string Answer { get; set; } = "";
}
