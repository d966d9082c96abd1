using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace FondsWorkflow.App.Features.Administration.Migrating;

/// <summary>Moves running instances to another version: plan, rehearsal on copies, the move, and back.</summary>
[Authorize(Policy = Policies.Administrator)]
internal sealed class MigrationPage : FondsPage
{
    [BindProperty(SupportsGet = true)]
    public string Id { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public int Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public int To { get; set; }

    [BindProperty]
    public MigrationForm Form { get; set; } = new();

    [BindOn("Undo")]
    public UndoForm Undo { get; set; } = new();

    public MigrationView View { get; private set; } = null!;

    /// <summary>What the rehearsal found.</summary>
    public MigrationReport? Report { get; private set; }

    private string Here => $"/verwaltung/ablaeufe/{Id}/{Version}/umzug/{To}";

    public async Task OnGetAsync()
    {
        await Load();
        Form.Steps = [.. View.Steps.Select(s => new PlaceForm { Old = s.Old, New = s.Suggested })];
        Form.Variables = [.. View.Variables.Select(v => new PlaceForm { Old = v.Old })];
        Form.Values = [.. View.NewVariables.Select(v => new ValueForm { Variable = v.Id })];
    }

    public async Task<IActionResult> OnPostRehearseAsync()
    {
        await Load();
        return await Send(new RehearseMigration(Form.ToWish(Id, Version, To)), Show);
    }

    public Task<IActionResult> OnPostApplyAsync()
        => Send(new ApplyMigration(Form.ToWish(Id, Version, To)), r => GoTo(Here, T["Administration.Moved", r.Instances.Count(i => i.Obstacles.Count == 0), r.Instances.Count(i => i.Obstacles.Count > 0)]));

    public Task<IActionResult> OnPostUndoAsync()
        => Send(new UndoMigration(Undo.Migration), u => GoTo(Here, T["Administration.MovedBack", u.Back, u.GoneOn.Count]), nameof(Undo));

    public IEnumerable<SelectListItem> Options(PlaceToFind place) => place.Options.Select(o => new SelectListItem($"{o.Label} ({o.Id})", o.Id));

    protected override async Task Load() => View = await Mediator.Send(new ShowMigration(Id, Version, To));

    protected override string FieldOf(string path) => path.Replace("Wish.", "", StringComparison.Ordinal);

    private IActionResult Show(MigrationReport report)
    {
        Report = report;
        return Page();
    }
}

internal sealed class MigrationForm
{
    public List<PlaceForm> Steps { get; set; } = [];

    public List<PlaceForm> Variables { get; set; } = [];

    public List<ValueForm> Values { get; set; } = [];

    public MigrationWish ToWish(string id, int from, int to) => new(
        id,
        from,
        to,
        [.. Steps.Where(s => s.New is { Length: > 0 } && s.New != s.Old).Select(s => new IdPair(s.Old, s.New!))],
        [.. Variables.Where(v => v.New is { Length: > 0 }).Select(v => new IdPair(v.Old, v.New!))],
        [.. Values.Where(v => v.Json is { Length: > 0 }).Select(v => new VariableValue(v.Variable, v.Json!))]);
}

internal sealed class PlaceForm
{
    [StringLength(200)]
    public string Old { get; set; } = "";

    [StringLength(200)]
    public string? New { get; set; }
}

internal sealed class ValueForm
{
    [StringLength(200)]
    public string Variable { get; set; } = "";

    [StringLength(2_000)]
    public string? Json { get; set; }
}

internal sealed class UndoForm
{
    public Guid Migration { get; set; }
}
