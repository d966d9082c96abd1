using System.Text;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Ledger.AddBudget;
using FondsWorkflow.App.Features.Ledger.Export;
using FondsWorkflow.App.Features.Ledger.Prove;
using FondsWorkflow.App.Features.Ledger.Show;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace FondsWorkflow.App.Tests.Ledger;

public sealed class LedgerTests
{
    [Fact]
    public async Task The_account_says_what_is_left_and_why()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Notified();

        var view = await story.FinanceA.Send(new ShowLedger(Story.Fund, 2026));

        Assert.Equal((Story.Euro(400), Money.Zero), (view.Totals.Committed, view.Totals.Reserved));
        Assert.Equal(view.Totals.Allotted, view.Totals.Reserved + view.Totals.Committed + view.Totals.Paid + view.Totals.Available);
        Assert.Equal([LedgerKind.Committed, LedgerKind.Reserved, LedgerKind.Allotted], view.Lines.Select(l => l.Kind));
        Assert.Equal("Haushaltsmittel 2026 (angenommen, noch nicht beschlossen: 5 € je Einwohner*in und Jahr nach N1)", view.Lines[^1].Reason);
        Assert.Equal(2, (await story.FinanceA.Send(new ShowLedger(Story.Fund, 2026, Before: 3))).Lines.Count);
    }

    [Fact]
    public async Task Budget_is_added_by_finance_with_a_reason_and_cut_only_as_far_as_nothing_is_promised()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var before = (await story.FinanceA.Send(new ShowLedger(Story.Fund, 2026))).Totals.Allotted;

        await story.FinanceA.Send(new AddBudget(Story.Fund, 2026, Story.Euro(5_000), "Nachtrag im Haushalt"));

        Assert.Equal(before + Story.Euro(5_000), (await story.FinanceA.Send(new ShowLedger(Story.Fund, 2026))).Totals.Allotted);
        await Refused.By(LedgerRules.BudgetCoversPromises, () => story.FinanceA.Send(new AddBudget(Story.Fund, 2026, -Story.Euro(1_000_000), "Kürzung")));
        await Refused.By(LedgerRules.EntryMovesMoney, () => story.FinanceA.Send(new AddBudget(Story.Fund, 2026, Money.Zero, "Nichts")));
        await Refused.By(BudgetRules.ReasonIsGiven, () => story.FinanceA.Send(new AddBudget(Story.Fund, 2026, Story.Euro(1), " ")));
        await Refused.By(BudgetRules.YearIsNear, () => story.FinanceA.Send(new AddBudget(Story.Fund, 1999, Story.Euro(1), "x")));
        await Refused.By(BudgetRules.AmountIsPlausible, () => story.FinanceA.Send(new AddBudget(Story.Fund, 2026, Money.FromCents(long.MaxValue), "x")));
        await Assert.ThrowsAsync<NotFoundException>(() => story.FinanceA.Send(new AddBudget("gibt-es-nicht", 2026, Story.Euro(1), "x")));
        await Assert.ThrowsAsync<NotFoundException>(() => story.OfficeA.Send(new AddBudget(Story.Fund, 2026, Story.Euro(1), "x")));
    }

    [Fact]
    public async Task Citizens_management_and_circle_do_not_read_the_accounts()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);

        await Assert.ThrowsAsync<NotFoundException>(() => story.Applicant.Send(new ShowLedger(Story.Fund, 2026)));
        await Assert.ThrowsAsync<NotFoundException>(() => story.Management.Send(new ExportLedger(Story.Fund, 2026)));
        await Assert.ThrowsAsync<NotFoundException>(() => story.FinanceA.Send(new ShowLedger(Story.Fund, 2001)));
        Assert.NotEmpty((await app.As("pruefung@demo.example").Send(new ShowLedgers())).Ledgers);
    }

    [Fact]
    public async Task The_exported_table_holds_every_entry_and_no_formula()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var application = await story.Notified();
        await story.FinanceA.Send(new AddBudget(Story.Fund, 2026, Story.Euro(5_000), "=HYPERLINK(\"http://boese.example\")"));

        using var file = await story.FinanceA.Http.GetAsync($"/api/v1/ledger/export?fundKey={Story.Fund}&year=2026");

        var bytes = await file.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.GetPreamble(), bytes[..3]);
        Assert.Equal($"konto-{Story.Fund}-2026.csv", file.Content.Headers.ContentDisposition?.FileName);
        var lines = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        Assert.Equal(1 + await app.Read(db => db.LedgerEntries.CountAsync(e => e.FundKey == Story.Fund && e.Year == 2026)), lines.Length);
        Assert.Contains("\"'=HYPERLINK(", lines[^1], StringComparison.Ordinal);
        Assert.Contains("\"5000,00\"", lines[^1], StringComparison.Ordinal);
        var number = (await app.Read(db => db.Applications.SingleAsync(a => a.Id == application))).Number!.ToString();
        Assert.Contains($"\"{number}\"", lines[^2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_changed_cent_is_found_at_night_and_administrators_are_told_once()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        await story.Notified();
        Assert.Empty(await app.Use<LedgerProver, IReadOnlyList<LedgerDifference>>(p => p.RunAsync(CancellationToken.None)));
        Assert.Equal(HealthStatus.Healthy, await Health(app));
        await app.Read(db => db.LedgerEntries.Where(e => e.FundKey == Story.Fund && e.Sequence == 2)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.ReservedAfter, Story.Euro(399.99m))));

        var found = await app.Use<LedgerProver, IReadOnlyList<LedgerDifference>>(p => p.RunAsync(CancellationToken.None));
        await app.Use<LedgerProver, IReadOnlyList<LedgerDifference>>(p => p.RunAsync(CancellationToken.None));

        Assert.Equal((Story.Fund, 2, LedgerFault.Totals), (found.Single().FundKey, found.Single().Sequence, found.Single().Fault));
        Assert.Equal(HealthStatus.Unhealthy, await Health(app));
        Assert.Single(await app.Mails(), m => m.Subject! == "Konto Verfügungsfonds Baumheide 2026 stimmt nicht" && m.TextBody!.Contains("Die Summen des Fonds", StringComparison.Ordinal));
    }

    private static async Task<HealthStatus> Health(FondsApp app)
        => (await app.Use<HealthCheckService, HealthReport>(h => h.CheckHealthAsync(CancellationToken.None))).Entries["Ledger"].Status;
}
