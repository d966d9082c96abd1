using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs.Receipts;

/// <summary>Second step of the proof: the list of receipts, and what they sum up to in the plan.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class ReceiptsPage : ProofPage
{
    public Task<IActionResult> OnGetAsync() => ShowAsync();
}
