using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Administration.Instances;
using FondsWorkflow.App.Features.Administration.Undelivered;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Administration.Incidents;

/// <summary>Failed steps; the chosen ones are tried again, skipped or cancelled, each in its own transaction.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class IncidentsPage(RuleSentences sentences) : FondsPage
{
    [BindOn("")]
    public IncidentsForm Form { get; set; } = new();

    [BindOn("Redeliver")]
    public RedeliverForm Redeliver { get; set; } = new();

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

        var (solved, failed) = (0, new List<string>());
        foreach (var incident in chosen)
        {
            try
            {
                solved += await DoAsync(incident) ? 1 : 0;
            }
            catch (RuleViolation refusal)
            {
                failed.Add($"{incident.Number}: {string.Join(' ', refusal.Problems.Select(sentences.For))}");
            }
        }

        failed.Distinct(StringComparer.Ordinal).ToList().ForEach(f => Refuse(field: null, f));
        return failed.Count > 0 ? await Again() : GoTo("/verwaltung/vorfaelle", T["Administration.Handled", solved, chosen.Count]);
    }

    public Task<IActionResult> OnPostRedeliverAsync()
        => Send(new RedeliverMessage(Redeliver.Message), _ => GoTo("/verwaltung/vorfaelle", T["Administration.Redelivered"]), nameof(Redeliver));

    protected override async Task Load()
    {
        Open = await Mediator.Send(new ShowIncidents());
        Undelivered = await Mediator.Send(new ShowUndelivered());
    }

    private async Task<bool> DoAsync(IncidentLine incident)
    {
        HttpContext.RequestServices.GetRequiredService<CommandContext>().IdempotencyKey = $"{Request.Form[KeyField]}:{incident.Id:N}";
        switch (Form.Act)
        {
            case IncidentAct.Retry:
                return (await Mediator.Send(new RetryIncident(incident.InstanceId, incident.Id))).IsSolved;
            case IncidentAct.Skip:
                return (await Mediator.Send(new SkipIncident(incident.InstanceId, incident.Id, Form.Outcome ?? "", Form.Reason ?? ""))).IsSolved;
            default:
                await Mediator.Send(new CancelInstance(incident.InstanceId, Form.Reason ?? ""));
                return true;
        }
    }
}

internal sealed class RedeliverForm
{
    public Guid Message { get; set; }
}

internal enum IncidentAct
{
    Retry,
    Skip,
    Cancel,
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
