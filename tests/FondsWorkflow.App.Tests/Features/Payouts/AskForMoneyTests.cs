using System.Text.Json;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Payouts.Ask;
using FondsWorkflow.App.Features.Proofs.Write;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.Proofs;
using Microsoft.EntityFrameworkCore;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Tests.Features.Payouts;

public sealed class AskForMoneyTests : IAsyncLifetime
{
    private FondsApp _app = null!;
    private Story _story = null!;
    private Guid _id;

    public async Task InitializeAsync()
    {
        _story = new Story(_app = await FondsApp.StartAsync());
        _id = await _story.Notified();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    [Fact]
    public async Task An_advance_becomes_a_payout_for_finance()
    {
        var asked = await _story.Ask(_id, PayoutKind.Advance, 150);

        var payout = Assert.Single(await _story.Payouts(_id));
        Assert.Equal((asked.PayoutId, PayoutKind.Advance, Story.Euro(150), "DE89370400440532013000"), (payout.Id, payout.Kind, payout.Amount, payout.Iban.Value));
        Assert.Equal("CertifyFactually", await _story.Stage(_id));
        Assert.True(payout.Benefits(Story.Group));
    }

    [Fact]
    public async Task The_account_stays_out_of_the_audit_log()
    {
        await _story.Ask(_id, PayoutKind.Advance, 150);
        await _story.Applicant.Send(new SaveAccount(_id, "Nachbarschaftsgruppe Winterlicht", MoneyStory.Iban));

        var details = await _app.Read(db => db.AuditEntries.Where(e => e.Command == "AskForMoney" || e.Command == "SaveAccount").Select(e => e.Details).ToListAsync());
        Assert.Equal(2, details.Count);
        Assert.DoesNotContain(details, d => d.Contains("3704", StringComparison.Ordinal) || d.Contains("Winterlicht", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_is_replaced_only_by_somebody_who_saw_it()
    {
        const string other = "DE21 5005 0000 9876 5432 10", group = "Nachbarschaftsgruppe Winterlicht";
        await _story.Applicant.Send(new SaveAccount(_id, group, MoneyStory.Iban));
        var seen = (await _story.Applicant.Send(new ShowAsk(_id))).Version;
        await _story.Applicant.Send(new SaveAccount(_id, group, MoneyStory.Iban));

        var missing = await Assert.ThrowsAsync<RuleViolation>(() => _story.Applicant.Send(new SaveAccount(_id, group, other)));
        var stale = await Assert.ThrowsAsync<RuleViolation>(() => _story.Applicant.Send(new SaveAccount(_id, group, other, OtherHolderReason: null, seen - 1)));
        await _story.Applicant.Send(new SaveAccount(_id, group, other, OtherHolderReason: null, (await _story.Applicant.Send(new ShowAsk(_id))).Version));

        Assert.Equal((CommandRules.MarkIsMissing, "Version"), (missing.Problems[0].Rule, missing.Problems[0].Field));
        Assert.Equal(CommandRules.SomebodyElseWasFaster, stale.Problems[0].Rule);
    }

    [Fact]
    public async Task Asking_twice_with_one_key_is_one_payout_and_a_second_time_is_refused()
    {
        var command = new AskForMoney(await Assignment(), PayoutKind.Advance, Story.Euro(100), "Nachbarschaftsgruppe Winterlicht", MoneyStory.Iban, "Laternen");

        var first = await _story.Applicant.Send(command, "klick");
        var second = await _story.Applicant.Send(command, "klick");

        Assert.Equal(first, second);
        await Refused(AssignmentRules.DoneOnce, command);
        Assert.Single(await _story.Payouts(_id));
    }

    [Theory]
    [InlineData(0, "P2")]
    [InlineData(-5, "P2")]
    [InlineData(400.01, "P3")]
    public async Task An_amount_outside_the_grant_is_refused_at_its_field(double euro, string rule)
    {
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => _story.Ask(_id, PayoutKind.Advance, (decimal)euro));

        Assert.Contains(refusal.Problems, p => p.Rule.Code == rule && p.Field == "Amount");
        Assert.Empty(await _story.Payouts(_id));
        Assert.Equal("AskForMoney", await _story.Stage(_id));
    }

    [Fact]
    public async Task A_part_payment_is_at_most_what_the_receipts_with_photos_entitle_to()
    {
        await _story.Applicant.Send(_story.Receipt(_id, 80, MoneyStory.Scan()));
        await _story.Applicant.Send(_story.Receipt(_id, 50));

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => _story.Ask(_id, PayoutKind.PartPayment, 80.01m));

        Assert.Equal((ProofRules.PartWithinReceipts, "Amount"), (refusal.Problems[0].Rule, refusal.Problems[0].Field));
        Assert.Equal(Story.Euro(80), refusal.Problems[0].Arguments[0]);
        await _story.Ask(_id, PayoutKind.PartPayment, 80);
    }

    [Fact]
    public async Task The_final_payment_follows_the_proof()
        => await Refused(ProofRules.FinalFollowsProof, new AskForMoney(await Assignment(), PayoutKind.Final, Story.Euro(100), "Nachbarschaftsgruppe Winterlicht", MoneyStory.Iban));

    [Fact]
    public async Task An_advance_needs_a_reason()
        => await Refused(PayoutRules.AdvanceHasReason, new AskForMoney(await Assignment(), PayoutKind.Advance, Story.Euro(100), "Nachbarschaftsgruppe Winterlicht", MoneyStory.Iban, " "));

    [Fact]
    public async Task A_mistyped_account_is_told_together_with_a_foreign_holder()
    {
        var refusal = await Assert.ThrowsAsync<RuleViolation>(async () =>
            await _story.Applicant.Send(new AskForMoney(await Assignment(), PayoutKind.Advance, Story.Euro(100), "Jemand anders", "DE89 3704 0044 0532 0130 01", "Laternen")));

        Assert.Equal([(ProofRules.IbanIsRight, "Iban"), (ProofRules.OtherHolderHasReason, "OtherHolderReason")], refusal.Problems.Select(p => (p.Rule, p.Field!)));
    }

    [Fact]
    public async Task Somebody_elses_account_is_fine_with_a_reason()
    {
        await _story.Applicant.Send(new AskForMoney(
            await Assignment(), PayoutKind.Advance, Story.Euro(100), "Jugendverein", MoneyStory.Iban, "Laternen", "Die Gruppe hat kein Konto; der Verein hilft."));

        Assert.Equal("Jugendverein", (await _story.Payouts(_id))[0].PayeeName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Zeile\nZwei")]
    [InlineData("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    public async Task A_holder_no_bank_knows_is_refused(string holder)
    {
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => _story.Applicant.Send(new SaveAccount(_id, holder, MoneyStory.Iban)));

        Assert.Contains(refusal.Problems, p => p.Rule == PayoutRules.PayeeIsNamed && p.Field == "Holder");
    }

    [Fact]
    public async Task A_foreign_person_finds_nothing()
    {
        var (foreign, assignment) = (_app.As("fremd@gruppe.example"), await Assignment());

        await Assert.ThrowsAsync<NotFoundException>(() => foreign.Send(new AskForMoney(assignment, PayoutKind.Advance, Story.Euro(1), "Fremd", MoneyStory.Iban, "Bitte")));
        await Assert.ThrowsAsync<NotFoundException>(() => foreign.Send(new CancelProject(assignment, Confirmed: true)));
        await Assert.ThrowsAsync<NotFoundException>(() => foreign.Send(new SaveAccount(_id, "Fremd", MoneyStory.Iban)));
        await Assert.ThrowsAsync<NotFoundException>(() => foreign.Send(new ShowAsk(_id)));
        await Assert.ThrowsAsync<NotFoundException>(() => foreign.Send(new ShowProof(_id)));
    }

    [Fact]
    public async Task The_management_does_not_ask_for_the_group()
        => await Assert.ThrowsAsync<RuleViolation>(async () =>
            await _story.Management.Send(new AskForMoney(await Assignment(), PayoutKind.Advance, Story.Euro(1), "Winterlicht", MoneyStory.Iban, "Bitte")));

    [Fact]
    public async Task Calling_a_project_off_has_to_be_confirmed()
        => await Refused(ProofRules.CancellingIsConfirmed, new CancelProject(await Assignment(), Confirmed: false));

    [Fact]
    public async Task Numbers_of_payouts_are_unique_in_a_year()
    {
        var other = await _story.Notified("garten@gruppe.example");

        await _story.Ask(_id, PayoutKind.Advance, 10);
        await _app.As("garten@gruppe.example").Send(new AskForMoney(
            await _story.AssignmentOf(other, "AskForMoney"), PayoutKind.Advance, Story.Euro(10), "Nachbarschaftsgruppe Winterlicht", MoneyStory.Iban, "Erde"));

        Assert.Equal(2, (await _app.Read(db => db.Payouts.ToListAsync())).Select(p => p.EndToEndId).Distinct().Count());
    }

    [Fact]
    public async Task The_answer_of_the_choices_names_what_is_possible()
    {
        var view = JsonSerializer.Deserialize<JsonElement>(await _story.Applicant.Http.GetStringAsync($"/api/v1/payouts/choices?applicationId={_id}"));

        Assert.Equal(40_000, view.GetProperty("left").GetInt64());
        Assert.True(view.GetProperty("allowsAdvance").GetBoolean());
    }

    private Task<Guid> Assignment() => _story.AssignmentOf(_id, "AskForMoney");

    private async Task Refused<T>(Rule rule, ICommand<T> command)
    {
        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => _story.Applicant.Send(command));
        Assert.Contains(refusal.Problems, p => p.Rule == rule);
    }
}
