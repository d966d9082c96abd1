using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Administration.Instances;
using FondsWorkflow.App.Features.Administration.Undelivered;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Administration.Incidents;

/// <summary>Failed steps; the chosen ones are tried again, skipped or cancelled, each in its own transaction.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class IncidentsPage : FondsPage
{
    [BindOn("")]
    public IncidentsForm Form { get; set; } = new();

    [BindOn("Redeliver")]
    public RedeliverForm Redeliver { get; set; } = new();

    [BindProperty(SupportsGet = true, Name = "seite")]
    public int PageNumber { get; set; } = 1;

    public bool HasMore => Open.Count == ShowIncidentsHandler.PageSize;

    public IReadOnlyList<IncidentLine> Open { get; private set; } = [];

    public IReadOnlyList<UndeliveredMessage> Undelivered { get; private set; } = [];

    public Task OnGetAsync() => Load();

    public async Task<IActionResult> OnPostAsync()
    {
        await Load();
        var chosen = Open.Where(i => Form.Chosen.Contains(i.Id)).ToList();
        if (chosen.Count == 0)
        {
            Refuse("Form.Chosen", T["Administration.ChooseOne"]);
            return await Again();
        }

        IReadOnlyList<HandledIncident> handled = [];
        var answer = await Send(new HandleIncidents([.. chosen.Select(i => i.Id)], Form.Act!.Value, Form.Outcome, Form.Reason), h =>
        {
            handled = h;
            return GoTo("/verwaltung/vorfaelle", T["Administration.Handled", h.Count(i => i.IsSolved), chosen.Count]);
        });
        var numbers = chosen.ToDictionary(i => i.Id, i => i.Number);
        var refused = handled.Where(h => h.Refusal is not null).Select(h => (h.Field, Sentence: $"{numbers[h.Id]}: {h.Refusal}")).Distinct().ToList();
        refused.ForEach(r => Refuse(r.Field is null ? null : $"{nameof(Form)}.{r.Field}", r.Sentence));
        return refused.Count > 0 ? await Again() : answer;
    }

    public Task<IActionResult> OnPostRedeliverAsync()
        => Send(new RedeliverMessage(Redeliver.Message), _ => GoTo("/verwaltung/vorfaelle", T["Administration.Redelivered"]), nameof(Redeliver));

    protected override async Task Load()
    {
        Open = await Mediator.Send(new ShowIncidents(PageNumber));
        Undelivered = await Mediator.Send(new ShowUndelivered());
    }
}

internal sealed class RedeliverForm
{
    public Guid Message { get; set; }
}

internal sealed class IncidentsForm
{
    public List<Guid> Chosen { get; set; } = [];

    [Required]
    public IncidentAct? Act { get; set; }

    [StringLength(200)]
    public string? Outcome { get; set; }

    [StringLength(1_000)]
    public string? Reason { get; set; }
}
