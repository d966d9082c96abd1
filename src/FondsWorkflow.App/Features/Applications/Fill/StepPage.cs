using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Features.Shared.Layout;
using FondsWorkflow.App.Features.Shared.Parts;
using FondsWorkflow.Fund.Applications;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>A step of the form: shows its part, saves it, and goes to the next step; in a clarification back to the questions.</summary>
internal abstract class StepPage(string path) : FondsPage
{
    /// <summary>All steps: last part of the address, and the part of the form that is filled in there.</summary>
    public static readonly IReadOnlyList<(string Path, FormPart? Part)> All =
    [
        ("wer", FormPart.Who), ("projekt", FormPart.Project), ("ort-und-zeit", FormPart.PlaceAndTime), ("kosten", FormPart.Costs),
        ("finanzierung", FormPart.Financing), ("erklaerungen", FormPart.Declarations), ("anlagen", null), ("pruefen", null),
    ];

    [FromRoute(Name = "id")]
    public Guid Id { get; set; }

    public FormView View { get; private set; } = null!;

    public IEnumerable<SelectListItem> YesNo => [new(T["Applications.Yes"], "true"), new(T["Applications.No"], "false")];

    protected string Path => path;

    private FormPart? Part => All.Single(s => s.Path == path).Part;

    private string Next => All[All.Index().Single(s => s.Item.Path == path).Index + 1].Path;

    /// <summary>Where a part is filled in.</summary>
    public static string UrlOf(Guid id, FormPart? part) => part is null ? $"/antrag/{id}/anlagen" : $"/antrag/{id}/{All.First(s => s.Part == part).Path}";

    /// <summary>Tells the layout title and way back.</summary>
    public void Head(ViewDataDictionary view)
    {
        view.Title(T[$"Applications.Step.{path}"], View.Number ?? View.Fund);
        view.Crumb(T["Applications.MineTitle"], "/antrag");
        view.Crumb(View.Form.Project.Title ?? T["Applications.Untitled"], $"/antrag/{Id}");
    }

    public IReadOnlyList<FormStep> Steps => [.. All.Select(s => new FormStep(T[$"Applications.Step.{s.Path}"], $"/antrag/{Id}/{s.Path}", IsDone(s.Part)))];

    public int Current => All.Index().Single(s => s.Item.Path == path).Index + 1;

    protected override async Task Load() => View = await Mediator.Send(new ReadForm(Id));

    /// <summary>Shows the step with what is stored; with <c>?pruefen=1</c>, as the review page links to it, also what is still wrong.</summary>
    protected async Task<IActionResult> Show(Action<ApplicationForm> fill)
    {
        await Load();
        if (Part is { } part ? !View.IsOpen(part) : !View.MayAttach)
        {
            return LocalRedirect($"/antrag/{Id}");
        }

        fill(View.Form);
        foreach (var problem in Request.Query.ContainsKey("pruefen") ? View.Problems.Where(p => p.Part == Part) : [])
        {
            Refuse($"Form.{problem.Field}", problem.Sentence);
        }

        return Page();
    }

    /// <summary>Where saving leads: through a draft step by step, in a clarification back to the questions.</summary>
    protected async Task<IActionResult> Onward(MediatR.IRequest<string> save)
    {
        await Load();
        var url = View.IsDraft ? $"/antrag/{Id}/{Next}" : $"/antrag/{Id}/nachforderung";
        return await Send(save, _ => GoTo(url, T["Applications.Saved"]));
    }

    private bool IsDone(FormPart? part) => part is { } p ? View.StateOf(p) == PartState.Done : View.Attachments.Count > 0;
}
