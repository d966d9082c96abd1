using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund.Applications;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>Step 6: what the applicant declares, in the wording of the guideline.</summary>
[Authorize(Policy = Policies.Applicant)]
internal sealed class DeclarationsPage() : StepPage("erklaerungen")
{
    [BindOn("")]
    public DeclarationsForm Form { get; set; } = new();

    public Task<IActionResult> OnGetAsync() => Show(form =>
        Form = new DeclarationsForm { Given = [.. (form.Declarations.Given ?? []).Select(g => g.Key)], Seen = View.Marks[FormPart.Declarations] });

    public Task<IActionResult> OnPostAsync() => Onward(new SaveDeclarations(Id, Form.Given, Form.Seen));

    /// <summary>What is wrong with a declaration, when one came from the review page.</summary>
    public string? ErrorAt(string key) => ModelState[$"Form.Declarations.{key}"]?.Errors.FirstOrDefault()?.ErrorMessage;
}

internal sealed class DeclarationsForm
{
    public List<string> Given { get; set; } = [];

    public string? Seen { get; set; }
}
