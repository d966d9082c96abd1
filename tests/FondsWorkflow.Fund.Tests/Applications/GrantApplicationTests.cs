using System.Text.Json;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using static FondsWorkflow.Fund.Tests.Applications.Sample;

namespace FondsWorkflow.Fund.Tests.Applications;

public class GrantApplicationTests
{
    [Fact]
    public void A_draft_starts_with_a_lower_case_address_and_an_empty_form()
    {
        var draft = GrantApplication.Start(Guid.Empty, Bielefeld.Baumheide, 1, " Gruppe@Demo.Example", "tr", Now);

        Assert.Equal("gruppe@demo.example", draft.ApplicantEmail);
        Assert.Equal("baumheide", draft.QuarterKey);
        Assert.Null(draft.Number);
        Assert.All(Enum.GetValues<FormPart>(), part => Assert.True(draft.IsOpen(part)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("gruppe")]
    [InlineData("gruppe@demo")]
    [InlineData("a b@demo.example")]
    [InlineData("a@b@demo.example")]
    [InlineData("a@demo.example,b@demo.example")]
    public void A_draft_needs_an_address_one_can_write_to(string email)
        => Assert.Single(Refused(() => GrantApplication.Start(Guid.Empty, Bielefeld.Baumheide, 1, email, "de", Now)));

    [Fact]
    public void A_half_filled_step_is_saved()
    {
        var draft = GrantApplication.Start(Guid.Empty, Bielefeld.Baumheide, 1, "a@demo.example", "de", Now);

        draft.SavePart(new Who(Name: "Gruppe"), Now.AddHours(1));

        Assert.Equal("Gruppe", draft.Form.Who.Name);
        Assert.Equal(Now.AddHours(1), draft.ChangedAt);
    }

    [Fact]
    public void A_text_that_is_too_long_is_refused_and_nothing_is_stored()
    {
        var draft = Draft();

        var refused = Refused(() => draft.SavePart(Form.Project with { Title = new('x', 121), Summary = new('y', 501) }, Now));

        Assert.Equal(["A01 Project.Title", "A01 Project.Summary"], refused);
        Assert.Equal(Form.Project.Title, draft.Form.Project.Title);
    }

    [Theory]
    [InlineData(9999, 2027, "A48 PlaceAndTime.From")]
    [InlineData(26, 2027, "A48 PlaceAndTime.From")]
    [InlineData(2027, 9999, "A48 PlaceAndTime.To")]
    [InlineData(2027, 2026, "A13 PlaceAndTime.To")]
    public void A_slip_in_a_year_is_said_at_the_day_it_is_in(int from, int to, string problem)
    {
        var draft = Draft();

        var refused = Refused(() => draft.SavePart(Form.PlaceAndTime with { From = new(from, 12, 1), To = new(to, 12, 2) }, Now));

        Assert.Equal([problem], refused);
        Assert.Equal(Form.PlaceAndTime, draft.Form.PlaceAndTime);
    }

    [Fact]
    public void Empty_rows_of_the_cost_plan_are_left_out()
    {
        var draft = Draft();

        draft.SavePart([Form.Costs[0], new CostItem(Description: "  "), Form.Costs[1]], Now);

        Assert.Equal(Form.Costs, draft.Form.Costs);
    }

    [Fact]
    public void Submitting_gives_number_and_closes_the_form()
    {
        var application = Submitted();

        Assert.Equal("BAU-2026-0007", application.Number!.ToString());
        Assert.Equal(Now, application.SubmittedAt);
        Assert.Equal(["A40"], Refused(() => application.SavePart(Form.Project, Now)));
        Assert.Equal(["A41"], Refused(() => application.Submit(Number, Bielefeld.Guideline, Today, Now)));
    }

    [Fact]
    public void An_incomplete_draft_is_not_submitted_and_gets_no_number()
    {
        var draft = Draft(Form with { Who = new() });

        var refused = Refused(() => draft.Submit(Number, Bielefeld.Guideline, Today, Now));

        Assert.True(refused.Count >= 7);
        Assert.Null(draft.Number);
        Assert.Null(draft.SubmittedAt);
    }

    [Fact]
    public void A_guideline_of_another_fund_or_of_tomorrow_is_refused()
    {
        Assert.Equal(["A43"], Refused(() => Draft().Submit(Number, Bielefeld.Centres, Today, Now)));
        Assert.Equal(["A43"], Refused(() => Draft().Submit(Number, Bielefeld.Guideline with { ValidFrom = Today.AddDays(1) }, Today, Now)));
    }

    [Fact]
    public void One_grant_a_year_is_a_rule_only_where_the_guideline_says_so()
    {
        var strict = Bielefeld.Guideline with { Grant = Bielefeld.Guideline.Grant with { OneGrantPerYear = new(true, "D2") } };

        Assert.Equal(["A47"], Refused(() => Draft().Submit(Number, strict, Today, Now, hasGrantThisYear: true)));
        Draft().Submit(Number, strict, Today, Now, hasGrantThisYear: false);
        Draft().Submit(Number, Bielefeld.Guideline, Today, Now, hasGrantThisYear: true);
    }

    [Fact]
    public void The_language_is_one_that_is_offered()
    {
        var draft = Draft();

        draft.SpeakIn("de-leicht");

        Assert.Equal("de-leicht", draft.Language);
        Assert.Equal(["A46 Language"], Refused(() => draft.SpeakIn("klingon")));
    }

    [Fact]
    public void A_clarification_opens_only_the_parts_in_question_until_it_is_answered()
    {
        var application = Submitted();

        application.Reopen([FormPart.Project]);
        application.SavePart(Form.Project with { Title = "Winterkalender" }, Now);
        var other = Refused(() => application.SavePart(Form.Financing, Now));
        application.AnswerClarification(Bielefeld.Guideline, Today, Now.AddDays(3));

        Assert.Equal(["A40"], other);
        Assert.Equal("Winterkalender", application.Form.Project.Title);
        Assert.Equal(["A40"], Refused(() => application.SavePart(Form.Project, Now)));
        Assert.Equal(["A45"], Refused(() => application.AnswerClarification(Bielefeld.Guideline, Today, Now)));
    }

    [Fact]
    public void An_answer_that_breaks_the_form_is_refused_and_the_parts_stay_open()
    {
        var application = Submitted();
        application.Reopen([FormPart.Costs]);
        application.SavePart([Form.Costs[0]], Now);

        var refused = Refused(() => application.AnswerClarification(Bielefeld.Guideline, Today, Now));

        Assert.Equal(["A24 Financing.Requested"], refused);
        Assert.Equal([FormPart.Costs], application.ReopenedParts);
    }

    [Fact]
    public void A_grant_is_within_the_request_and_given_once()
    {
        var application = Submitted();

        Assert.Equal(["A60"], Refused(() => application.Grant(Euro(400.01m), Now)));
        Assert.Equal(["A60"], Refused(() => application.Grant(Money.Zero, Now)));
        application.Grant(Euro(400), Now);

        Assert.False(application.AwaitsAcceptance);
        Assert.Equal(["A61"], Refused(() => application.Grant(Euro(1), Now)));
        Assert.Equal(["A63"], Refused(() => application.AcceptReducedGrant(Now)));
        Assert.Equal(["A42"], Refused(() => Draft().Grant(Euro(1), Now)));
    }

    [Fact]
    public void A_reduced_grant_waits_for_the_applicants_yes()
    {
        var application = Submitted();
        application.Grant(Euro(300), Now);

        var waited = application.AwaitsAcceptance;
        application.AcceptReducedGrant(Now.AddDays(1));

        Assert.True(waited);
        Assert.False(application.AwaitsAcceptance);
        Assert.Equal(["A63"], Refused(() => application.AcceptReducedGrant(Now)));
    }

    [Fact]
    public void An_account_is_taken_after_the_grant_and_has_a_holder()
    {
        var iban = Iban.Parse("DE89 3704 0044 0532 0130 00");
        var application = Submitted();

        var early = Refused(() => application.PayTo(new("Gruppe", iban), Now));
        application.Grant(Euro(400), Now);
        var nameless = Refused(() => application.PayTo(new(" \u200b", iban), Now));
        application.PayTo(new("Förderverein\u202e ", iban, "Konto des Vereins"), Now);

        Assert.Equal(["A62"], early);
        Assert.Equal(["A64 Account.Holder"], nameless);
        Assert.Equal("Förderverein", application.Account!.Holder);
    }

    [Fact]
    public void The_parts_survive_a_json_column()
    {
        var account = new PayeeAccount("Gruppe", Iban.Parse("DE89370400440532013000"));

        var form = JsonSerializer.Deserialize<ApplicationForm>(JsonSerializer.Serialize(Form))!;

        Assert.Equal(JsonSerializer.Serialize(Form), JsonSerializer.Serialize(form));
        Assert.Equal(Form.Costs, form.Costs);
        Assert.Equal(account, JsonSerializer.Deserialize<PayeeAccount>(JsonSerializer.Serialize(account)));
        Assert.Equal(Number, JsonSerializer.Deserialize<ApplicationNumber>(JsonSerializer.Serialize(Number)));
    }
}
