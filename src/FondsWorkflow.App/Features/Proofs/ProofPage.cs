using FondsWorkflow.App.Features.Proofs.Write;
using FondsWorkflow.App.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>A page on which the group writes its proof; one that may not be written any more leads to its overview.</summary>
internal abstract class ProofPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public ProofView View { get; private set; } = null!;

    protected string Home => $"/antrag/{Id}/nachweis";

    /// <summary>Puts what is stored into the form, if the page has one.</summary>
    protected virtual void Fill()
    {
    }

    protected override async Task Load() => View = await Mediator.Send(new ShowProof(Id), HttpContext.RequestAborted);

    protected async Task<IActionResult> ShowAsync()
    {
        await Load();
        if (!View.MayWrite)
        {
            return LocalRedirect(Home);
        }

        Fill();
        return Page();
    }
}
