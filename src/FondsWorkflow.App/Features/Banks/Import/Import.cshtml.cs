using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Banks.Import;

/// <summary>Hands over what the bank answered.</summary>
[Authorize(Policy = Policies.Finance)]
[RequestSizeLimit(ImportBankFileHandler.MaxSize + 1_000_000)]
internal sealed class ImportPage : FondsPage
{
    [BindOn("")]
    public BankFileForm Form { get; set; } = new();

    public BankFiles View { get; private set; } = null!;

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        using var bytes = new MemoryStream();
        await Form.File!.CopyToAsync(bytes, HttpContext.RequestAborted);
        return await Send(
            new ImportBankFile(Form.File.FileName, bytes.ToArray()),
            r => GoTo($"/finanzen/bank/{r.Id}", r.KnownBefore ? T["Banks.KnownBefore"] : T["Banks.Imported", r.Applied, r.Unmatched]));
    }

    protected override async Task Load() => View = await Mediator.Send(new ShowBankFiles());

    protected override string FieldOf(string path) => path == nameof(ImportBankFile.Content) ? nameof(Form.File) : path;
}

internal sealed class BankFileForm
{
    [System.ComponentModel.DataAnnotations.Required]
    public IFormFile? File { get; set; }
}
