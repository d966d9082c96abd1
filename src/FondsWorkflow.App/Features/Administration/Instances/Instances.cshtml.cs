using System.Globalization;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Engine.Execution;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Administration.Instances;

/// <summary>Finds instances.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class InstancesPage : FondsPage
{
    [BindProperty(SupportsGet = true, Name = "ablauf")]
    public string? Definition { get; set; }

    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true, Name = "stand")]
    public InstanceStatus? Status { get; set; }

    [BindProperty(SupportsGet = true, Name = "laufend")]
    public bool? Living { get; set; }

    [BindProperty(SupportsGet = true, Name = "antrag")]
    public string? Number { get; set; }

    [BindProperty(SupportsGet = true, Name = "seite")]
    public int PageNumber { get; set; } = 1;

    public string NextPage => QueryString.Create(new Dictionary<string, string?>(StringComparer.Ordinal)
    {
        ["ablauf"] = Definition,
        ["version"] = Version?.ToString(CultureInfo.InvariantCulture),
        ["stand"] = Status?.ToString(),
        ["laufend"] = Living == true ? "true" : null,
        ["antrag"] = Number,
        ["seite"] = (PageNumber + 1).ToString(CultureInfo.InvariantCulture),
    }).ToString();

    public bool HasMore => Found.Count == ShowInstancesHandler.PageSize;

    public IReadOnlyList<InstanceLine> Found { get; private set; } = [];

    public async Task OnGetAsync() => Found = await Mediator.Send(new ShowInstances(Definition, Version, Status, Number, PageNumber, Living));
}
