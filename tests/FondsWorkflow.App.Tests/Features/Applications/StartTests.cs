using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Features.Applications;

public sealed class StartTests
{
    private const string Group = "garten@gruppe.example";

    [Fact]
    public async Task A_visitor_starts_a_draft_and_gets_the_link_by_mail()
    {
        await using var app = await FondsApp.StartAsync();
        var visit = await new Visit(app.Visitor()).Open("/antrag");

        await visit.Press("Link anfordern", ("Form.FundKey", Story.Fund), ("Form.ApplicantEmail", " Garten@Gruppe.Example "));

        Assert.Equal("/antrag/e-mail", visit.Url);
        var draft = await app.Read(db => db.Applications.SingleAsync());
        Assert.Equal((Group, "de"), (draft.ApplicantEmail, draft.Language));
        var mail = Assert.Single(await app.Mails());
        Assert.Contains("http://fonds.test/anmelden/link/", mail.TextBody, StringComparison.Ordinal);
        Assert.Equal($"/antrag/{draft.Id}", (await app.Read(db => db.SignInLinks.SingleAsync())).ReturnPath);
    }

    [Theory]
    [InlineData("", "Form.ApplicantEmail", "Bitte füllen Sie")]
    [InlineData("keine-adresse", "Form.ApplicantEmail", "E-Mail-Adresse")]
    [InlineData("a@b", "Form.ApplicantEmail", "E-Mail-Adresse")]
    [InlineData("a@b\u0001c.example", "Form.ApplicantEmail", "")]
    public async Task A_bad_address_is_explained_at_its_field_and_nothing_is_stored(string email, string field, string sentence)
    {
        await using var app = await FondsApp.StartAsync();
        var visit = await new Visit(app.Visitor()).Open("/antrag");

        await visit.Press("Link anfordern", ("Form.FundKey", Story.Fund), ("Form.ApplicantEmail", email));

        Assert.Equal(422, (int)visit.Status);
        Assert.Contains(sentence, visit.ErrorAt(field), StringComparison.Ordinal);
        Assert.Equal(0, await app.Read(db => db.Applications.CountAsync()));
        Assert.Empty(await app.Mails());
    }

    [Theory]
    [InlineData("", "Bitte füllen Sie „Ihre E-Mail-Adresse“ aus.")]
    [InlineData("keine-adresse", "E-Mail-Adresse")]
    [InlineData("a@b", "E-Mail-Adresse")]
    public async Task Everything_that_is_wrong_with_the_first_form_is_said_at_once(string email, string sentence)
    {
        await using var app = await FondsApp.StartAsync();
        var visit = await new Visit(app.Visitor()).Open("/antrag");

        await visit.Press("Link anfordern", ("Form.FundKey", null), ("Form.ApplicantEmail", email));

        Assert.Equal("Bitte wählen Sie einen Fonds aus.", visit.ErrorAt("Form.FundKey"));
        Assert.Contains(sentence, visit.ErrorAt("Form.ApplicantEmail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_caller_hears_of_the_wrong_fund_address_and_language_at_once()
    {
        await using var app = await FondsApp.StartAsync();

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Group).Send(new StartApplication("vf_gibt_es_nicht", "a@b", "klingonisch")));

        Assert.Equal(["FundKey", "ApplicantEmail", "Language"], refusal.Problems.Select(p => p.Field));
    }

    [Theory]
    [InlineData("vf_gibt_es_nicht", "de", "CA6")]
    [InlineData(Story.Fund, "klingonisch", "A46")]
    public async Task An_unknown_fund_or_language_is_refused(string fund, string language, string rule)
    {
        await using var app = await FondsApp.StartAsync();

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => app.As(Group).Send(new StartApplication(fund, Group, language)));

        Assert.Contains(refusal.Problems, p => p.Rule.Code == rule);
    }

    [Fact]
    public async Task An_address_gets_only_so_many_links_in_an_hour_and_the_answer_does_not_tell()
    {
        await using var app = await FondsApp.StartAsync();

        for (var i = 0; i < SignInMails.MostInAnHour + 3; i++)
        {
            await app.System.Send(new StartApplication(Story.Fund, Group));
        }

        Assert.Equal(SignInMails.MostInAnHour, (await app.Mails()).Count);
        Assert.Equal(SignInMails.MostInAnHour, await app.Read(db => db.Applications.CountAsync()));
        app.Sleep(TimeSpan.FromMinutes(61));
        await app.System.Send(new SendSignInLink(Group));
        Assert.Equal(SignInMails.MostInAnHour + 1, (await app.Mails()).Count);
    }

    [Fact]
    public async Task Asking_for_the_link_again_answers_the_same_whether_the_address_is_known_or_not()
    {
        await using var app = await FondsApp.StartAsync();
        await app.As(Group).Send(new StartOwnApplication(Story.Fund));

        var known = await (await new Visit(app.Visitor()).Open("/antrag/fortsetzen")).Press("Link schicken", ("Form.Email", Group));
        var unknown = await (await new Visit(app.Visitor()).Open("/antrag/fortsetzen")).Press("Link schicken", ("Form.Email", "niemand@gruppe.example"));

        Assert.Equal((known.Url, known.Text), (unknown.Url, unknown.Text));
        Assert.Equal(Group, Assert.Single(await app.Mails()).To.Mailboxes.Single().Address);
    }

    [Fact]
    public async Task Who_is_signed_in_starts_another_draft_at_once_but_not_without_end()
    {
        await using var app = await FondsApp.StartAsync();
        var visit = await new Visit(app.As(Group).Http).Open("/antrag");

        await visit.Press("Neuen Antrag beginnen", ("Own.FundKey", Story.Fund));

        var draft = await app.Read(db => db.Applications.SingleAsync());
        Assert.Equal($"/antrag/{draft.Id}", visit.Url);
        for (var i = 1; i < Drafts.Most; i++)
        {
            await app.As(Group).Send(new StartOwnApplication(Story.Fund));
        }

        await Assert.ThrowsAsync<RuleViolation>(() => app.As(Group).Send(new StartOwnApplication(Story.Fund)));
    }

    [Fact]
    public async Task The_list_shows_own_applications_only()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Submitted();
        await app.As(Group).Send(new StartOwnApplication(Story.Fund));

        var mine = await app.As(Group).Send(new MyApplications());
        var page = await new Visit(story.Applicant.Http).Open("/antrag");

        Assert.Equal("Draft", Assert.Single(mine).Stage);
        Assert.Contains("BAU-2026-0001", page.Text, StringComparison.Ordinal);
        Assert.Contains("In Prüfung", page.Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotFoundException>(() => story.Management.Send(new MyApplications()));
    }
}
