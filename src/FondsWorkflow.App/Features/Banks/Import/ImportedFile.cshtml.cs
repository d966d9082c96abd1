using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Banks.Import;

/// <summary>What one file of the bank said.</summary>
[Authorize(Policy = Policies.Finance)]
internal sealed class ImportedFilePage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    public BankFileView View { get; private set; } = null!;

    public async Task OnGetAsync() => View = await Mediator.Send(new ShowBankFile(Id));
}
