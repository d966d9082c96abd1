using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Applications;

public sealed class FillTests
{
    [Fact]
    public async Task A_citizen_fills_in_all_steps_without_JavaScript_and_submits()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var (visit, id) = await Draft(app);

        await visit.Open($"/antrag/{id}/wer");
        await visit.Press("Speichern und weiter", ("Form.Who.Kind", "Initiative"), ("Form.Who.Name", "Nachbarschaftsgruppe Winterlicht"), ("Form.Who.Representative", "Sprecherin"),
            ("Form.Who.ContactName", "Ansprechperson"), ("Form.Who.Street", "Musterweg 1"), ("Form.Who.PostalCode", "33609"), ("Form.Who.Town", "Bielefeld"), ("Form.Who.DeductsInputTax", "false"));
        Assert.Equal($"/antrag/{id}/projekt", visit.Url);
        await visit.Press("Speichern und weiter", ("Form.Project.Title", "Lebendiger Winterkalender"), ("Form.Project.Summary", "An 24 Abenden öffnet sich eine Tür."),
            ("Form.Project.Description", "Jeden Abend lädt ein anderes Haus ein."), ("Form.Project.Category", "advent"), ("Form.Project.Goals", "image"), ("Form.Project.TargetGroups", "Alle"),
            ("Form.Project.Participants", "300"), ("Form.Project.OnlyOneClosedGroup", "false"), ("Form.Project.Involvement", "Häuser gestalten ihre Tür selbst."));
        Assert.Equal($"/antrag/{id}/ort-und-zeit", visit.Url);
        await visit.Press("Speichern und weiter", ("Form.PlaceAndTime.Place", "Am Wellbach"), ("Form.PlaceAndTime.IsInsideArea", "true"), ("Form.PlaceAndTime.From", "2026-12-01"),
            ("Form.PlaceAndTime.To", "24.12.2026"), ("Form.PlaceAndTime.UsesOthersLand", "false"));
        Assert.Equal($"/antrag/{id}/kosten", visit.Url);
        await visit.Press("Speichern und weiter", ("Form.Costs[0].Description", "Laternen"), ("Form.Costs[0].Category", "material"), ("Form.Costs[0].Quantity", "24"), ("Form.Costs[0].UnitPrice", "18,75"));
        Assert.Equal($"/antrag/{id}/finanzierung", visit.Url);
        Assert.Contains("450,00", visit.Text, StringComparison.Ordinal);
        await visit.Press("Speichern und weiter", ("Form.Financing.Requested", "400"), ("Form.Financing.OwnMeans", "50,00"), ("Form.Financing.HasOtherPublicFunding", "false"),
            ("Form.Financing.HasFollowUpCosts", "false"), ("Form.Financing.PublicityPromised", "true"));
        Assert.Equal($"/antrag/{id}/erklaerungen", visit.Url);
        await visit.Press("Speichern und weiter", [.. app.City.GuidelineOn(Story.Fund, new(2026, 1, 12))!.Declarations.Select(d => ("Form.Given", (string?)d.Key))]);
        Assert.Equal($"/antrag/{id}/anlagen", visit.Url);
        await visit.Open($"/antrag/{id}/pruefen");
        await visit.Press("Antrag einreichen");

        Assert.Equal($"/antrag/{id}", visit.Url);
        Assert.Contains("BAU-2026-0001", visit.Text, StringComparison.Ordinal);
        Assert.Equal("ReviewApplication", await story.Stage(id));
    }

    [Fact]
    public async Task A_half_filled_step_is_kept_and_found_on_another_device()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await visit.Open($"/antrag/{id}/projekt");

        await visit.Press("Speichern und weiter", ("Form.Project.Title", "Rundweg"));

        var other = await new Visit(app.As(Story.Group).Http).Open($"/antrag/{id}/projekt");
        Assert.Equal("Rundweg", other.ValueOf("Form.Project.Title"));
        var list = await other.Open($"/antrag/{id}");
        Assert.Contains("Noch nicht vollständig", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_are_added_and_removed_and_the_others_keep_what_was_typed_even_if_it_is_wrong()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await visit.Open($"/antrag/{id}/kosten");

        await visit.Press("Weitere Position", ("Form.Costs[0].Description", "Laternen"), ("Form.Costs[0].Quantity", "2"), ("Form.Costs[0].UnitPrice", "10"));
        await visit.Press("Weitere Position", ("Form.Costs[1].Description", "Plakate"), ("Form.Costs[1].Quantity", "viele"));
        Assert.Equal(422, (int)visit.Status);
        Assert.Contains("Zahl", visit.ErrorAt("Form.Costs[1].Quantity"), StringComparison.Ordinal);
        await visit.Press("Entfernen");

        Assert.Equal("Plakate", visit.ValueOf("Form.Costs[0].Description"));
        Assert.Equal("viele", visit.ValueOf("Form.Costs[0].Quantity"));
        Assert.Null(visit.ValueOf("Form.Costs[1].Description"));
        await visit.Press("Speichern und weiter", ("Form.Costs[0].Quantity", "3"), ("Form.Costs[0].UnitPrice", "1,5"));
        Assert.Equal(Story.Euro(4.5m), (await app.Read(db => db.Applications.SingleAsync())).TotalCosts);
    }

    [Fact]
    public async Task An_empty_row_between_others_does_not_move_the_sentences()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await app.As(Story.Group).Send(new SaveCosts(id, [new("Eins"), new("Zwei"), new("Drei")]));
        await visit.Open($"/antrag/{id}/kosten");

        await visit.Press("Speichern und weiter", ("Form.Costs[0].Description", ""), ("Form.Costs[2].UnitPrice", "-5"));

        Assert.Equal(("Zwei", "Drei"), (visit.ValueOf("Form.Costs[0].Description"), visit.ValueOf("Form.Costs[1].Description")));
        Assert.Contains("größer als 0,00", visit.ErrorAt("Form.Costs[1].UnitPrice"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Costs_and_financing_that_differ_are_named_to_the_cent()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await app.As(Story.Group).Send(new SaveCosts(id, [new("Laternen", "material", 1, Story.Euro(450))]));
        await app.As(Story.Group).Send(new SaveFinancing(id, new(Requested: Story.Euro(449.99m))));

        await visit.Open($"/antrag/{id}/finanzierung");

        Assert.Contains("fehlen noch 0,01\u00A0€", visit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_part_that_was_changed_on_another_device_is_not_overwritten()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await visit.Open($"/antrag/{id}/projekt");
        await app.As(Story.Group).Send(new SaveProject(id, new("Vom anderen Gerät")));
        await app.As(Story.Group).Send(new SaveWho(id, new(Name: "Ein anderer Teil stört nicht")));

        await visit.Press("Speichern und weiter", ("Form.Project.Title", "Von diesem Gerät"));

        Assert.Contains("Inzwischen hat jemand anders", visit.Text, StringComparison.Ordinal);
        Assert.Equal("Von diesem Gerät", visit.ValueOf("Form.Project.Title"));
        Assert.Equal("Vom anderen Gerät", (await app.Read(db => db.Applications.SingleAsync())).Form.Project.Title);
    }

    [Fact]
    public async Task Whoever_does_not_say_what_he_saw_writes_the_first_version_of_a_part_and_overwrites_none()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await visit.Open($"/antrag/{id}/projekt");
        await app.As(Story.Group).Send(new SaveProject(id, new("Rundweg")));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Story.Group).Send(new SaveProject(id, new("Umweg"))));
        await visit.Press("Speichern und weiter", ("Form.Project.Title", "Umweg"), ("Form.Seen", null));

        Assert.Equal((CommandRules.MarkIsMissing, "Seen"), (refusal.Problems[0].Rule, refusal.Problems[0].Field));
        Assert.Contains("welchen Stand Sie vor sich hatten", visit.Text, StringComparison.Ordinal);
        Assert.Equal("Rundweg", (await app.Read(db => db.Applications.SingleAsync())).Form.Project.Title);
    }

    [Fact]
    public async Task The_same_part_saved_twice_is_fine()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, id) = await Draft(app);
        var citizen = app.As(Story.Group);
        var seen = (await citizen.Send(new ReadForm(id))).Marks[FormPart.Project];

        var first = await citizen.Send(new SaveProject(id, new("Rundweg"), seen));
        var second = await citizen.Send(new SaveProject(id, new("Rundweg"), seen));

        Assert.Equal(first, second);
    }

    [Theory]
    [InlineData("wer", "Form.Who.Name", 201, "zu lang")]
    [InlineData("projekt", "Form.Project.Title", 121, "zu lang")]
    [InlineData("projekt", "Form.Project.Description", 5001, "zu lang")]
    [InlineData("projekt", "Form.Project.Description", 10_001, "zu lang")]
    [InlineData("ort-und-zeit", "Form.PlaceAndTime.Place", 201, "zu lang")]
    [InlineData("finanzierung", "Form.Financing.NoOwnMeansReason", 1001, "zu lang")]
    public async Task A_text_that_is_too_long_is_explained_at_its_field(string step, string field, int length, string sentence)
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await visit.Open($"/antrag/{id}/{step}");

        await visit.Press("Speichern und weiter", (field, new string('x', length)));

        Assert.Equal(422, (int)visit.Status);
        Assert.Contains(sentence, visit.ErrorAt(field), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wer", "Form.Who.Kind", "Raumschiff")]
    [InlineData("wer", "Form.Who.Kind", "99")]
    [InlineData("wer", "Form.Who.PostalCode", "3360")]
    [InlineData("wer", "Form.Who.Phone", "ruf mich an")]
    [InlineData("wer", "Form.Who.Email", "<script>@x")]
    [InlineData("wer", "Form.Who.DeductsInputTax", "vielleicht")]
    [InlineData("wer", "Form.Who.Name", "Gruppe\u0001")]
    [InlineData("projekt", "Form.Project.Participants", "-1")]
    [InlineData("projekt", "Form.Project.Participants", "99999999999999")]
    [InlineData("ort-und-zeit", "Form.PlaceAndTime.From", "31.02.2026")]
    [InlineData("kosten", "Form.Costs[0].Quantity", "1e9")]
    [InlineData("kosten", "Form.Costs[0].UnitPrice", "99999999999999999999")]
    [InlineData("kosten", "Form.Costs[0].UnitPrice", "1000000,01")]
    [InlineData("finanzierung", "Form.Financing.Requested", "-0,01")]
    [InlineData("finanzierung", "Form.Financing.Requested", "NaN")]
    [InlineData("finanzierung", "Form.Financing.VolunteerHours", "2,5")]
    public async Task Hostile_input_is_explained_at_its_field_and_nothing_is_stored(string step, string field, string value)
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        var before = (await app.Read(db => db.Applications.SingleAsync())).ChangedAt;
        app.Sleep(TimeSpan.FromMinutes(1));
        await visit.Open($"/antrag/{id}/{step}");

        await visit.Press("Speichern und weiter", (field, value));

        Assert.Equal(422, (int)visit.Status);
        Assert.False(string.IsNullOrEmpty(visit.ErrorAt(field)), visit.Text);
        Assert.Equal(before, (await app.Read(db => db.Applications.SingleAsync())).ChangedAt);
    }

    [Fact]
    public async Task Script_in_a_text_is_shown_as_text()
    {
        await using var app = await FondsApp.StartAsync();
        var (visit, id) = await Draft(app);
        await app.As(Story.Group).Send(new SaveProject(id, new("<script>alert(1)</script>", Summary: "\"><img src=x onerror=alert(1)>")));

        await visit.Open($"/antrag/{id}/pruefen");

        Assert.Empty(visit.Page.QuerySelectorAll("main script, main img"));
        Assert.Contains("<script>alert(1)</script>", visit.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_of_another_group_does_not_exist()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, id) = await Draft(app);
        var stranger = app.As("fremd@gruppe.example");

        await Assert.ThrowsAsync<NotFoundException>(() => stranger.Send(new SaveWho(id, new(Name: "Fremd"))));
        await Assert.ThrowsAsync<NotFoundException>(() => stranger.Send(new ReadForm(id)));
        await Assert.ThrowsAsync<NotFoundException>(() => app.As("management.baumheide@demo.example").Send(new SaveWho(id, new(Name: "Fremd"))));
        Assert.Equal(404, (int)(await new Visit(stranger.Http).Open($"/antrag/{id}/wer")).Status);
        Assert.Equal(404, (int)(await new Visit(stranger.Http).Open($"/antrag/{id}")).Status);
    }

    [Fact]
    public async Task A_submitted_form_is_closed()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Applicant.Send(new SaveProject(id, new("Doch anders"))));
        var visit = await new Visit(story.Applicant.Http).Open($"/antrag/{id}/projekt");

        Assert.Equal("A40", refusal.Problems[0].Rule.Code);
        Assert.Equal($"/antrag/{id}", visit.Url);
    }

    [Fact]
    public async Task A_declaration_keeps_the_time_it_was_first_given_and_its_version()
    {
        await using var app = await FondsApp.StartAsync();
        var (_, id) = await Draft(app);
        var citizen = app.As(Story.Group);
        var seen = await citizen.Send(new SaveDeclarations(id, ["truth"]));
        var first = app.Clock.GetUtcNow();
        app.Sleep(TimeSpan.FromHours(1));

        await citizen.Send(new SaveDeclarations(id, ["truth", "privacy"], seen));

        var given = (await app.Read(db => db.Applications.SingleAsync())).Form.Declarations.Given!;
        Assert.Equal([("truth", first), ("privacy", first.AddHours(1))], given.OrderBy(g => g.At).Select(g => (g.Key, g.At)));
        await Assert.ThrowsAsync<RuleViolation>(() => citizen.Send(new SaveDeclarations(id, ["erfunden"])));
    }

    private static async Task<(Visit Visit, Guid Id)> Draft(FondsApp app)
    {
        var citizen = app.As(Story.Group);
        return (new Visit(citizen.Http), await citizen.Send(new StartOwnApplication(Story.Fund)));
    }
}
