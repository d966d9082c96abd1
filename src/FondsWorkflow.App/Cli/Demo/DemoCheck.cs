using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>Compares what came of the story with what it promised; each difference is a sentence.</summary>
internal sealed class DemoCheck(DemoStage stage, Texts texts)
{
    private readonly List<string> _differences = [];

    public async Task<IReadOnlyList<string>> RunAsync(DemoResult result, CancellationToken cancellationToken)
    {
        var story = stage.Story;
        Same(texts["Demo.Applications"], texts["Demo.Count"], story.Applications.Count, result.Cases.Count);
        foreach (var one in result.Cases)
        {
            Check(one);
        }

        foreach (var fund in result.Funds)
        {
            Check(fund, [.. result.Cases.Where(c => c.Story.Fund == fund.FundKey && c.Story.AppliesOn.Year == fund.Year)], stage.City);
        }

        await CheckRestAsync(cancellationToken);
        return _differences;
    }

    private void Check(DemoCase one)
    {
        var (who, expected) = ($"{one.Number} {one.Story.Title}", one.Story.Expected);
        Same(who, texts["Demo.Stage"], StageName(expected.Stage), StageName(one.Stage));
        Same(who, texts["Demo.Way"], string.Join(", ", expected.Way), string.Join(", ", one.Way));
        Same(who, texts["Demo.Requested"], one.Story.Requested, one.Requested);
        Same(who, texts["Demo.Granted"], expected.Granted is { } granted ? DemoStory.Euro(granted) : (object?)null, one.Granted);
        Same(who, texts["Demo.Paid"], DemoStory.Euro(expected.Paid), one.Money.Paid);
        Same(who, texts["Demo.Proven"], DemoStory.Euro(expected.Proven), one.Proven);
        Same(who, texts["Demo.Reserved"], DemoStory.Euro(expected.Reserved), one.Money.Reserved);
        Same(who, texts["Demo.Committed"], DemoStory.Euro(expected.Committed), one.Money.Committed);
    }

    private void Check(DemoFund fund, IReadOnlyList<DemoCase> cases, CityBook city)
    {
        var (who, balance) = ($"{city.Fund(fund.FundKey).Name} {fund.Year.ToString(German.Culture)}", fund.Balance);
        var allotted = Money.Sum(city.Fund(fund.FundKey).Budgets.Where(b => b.Year == fund.Year).Select(b => b.Amount.Value));
        var (reserved, committed, paid) = (Sum(cases, e => e.Reserved), Sum(cases, e => e.Committed), Sum(cases, e => e.Paid));
        Same(who, texts["Demo.Allotted"], allotted, balance.Allotted);
        Same(who, texts["Demo.Reserved"], reserved, balance.Reserved);
        Same(who, texts["Demo.Committed"], committed, balance.Committed);
        Same(who, texts["Demo.Paid"], paid, balance.Paid);
        Same(who, texts["Demo.Available"], allotted - reserved - committed - paid, balance.Available);
        if (fund.Difference is { } difference)
        {
            _differences.Add(texts["Demo.LedgerBroken", who, difference.Sequence, difference.Fault]);
        }
    }

    private async Task CheckRestAsync(CancellationToken cancellationToken)
    {
        var audit = await stage.Use<AuditLog, AuditProof>(log => log.VerifyAsync(cancellationToken));
        Same(texts["Demo.AuditLog"], texts["Demo.FirstBroken"], expected: null, audit.FirstBroken);
        Same(texts["Demo.Mails"], texts["Demo.Unsent"], 0, await stage.Read(db => db.Outbox.CountAsync(m => m.SentAt == null, cancellationToken)));
        Same(texts["Demo.Workflow"], texts["Demo.Incidents"], 0, await stage.Read(db => db.Incidents.CountAsync(cancellationToken)));
        var payouts = await stage.Read(db => db.Payouts.AsNoTracking().ToListAsync(cancellationToken));
        var batches = await stage.Read(db => db.PaymentBatches.AsNoTracking().ToListAsync(cancellationToken));
        Same(texts["Demo.Batches"], texts["Demo.Total"], Money.Sum(payouts.Where(p => p.State == PayoutState.Executed).Select(p => p.Amount)), Money.Sum(batches.Select(b => b.Total)));
    }

    private static Money Sum(IReadOnlyList<DemoCase> cases, Func<DemoExpectation, decimal> of) => Money.Sum(cases.Select(c => DemoStory.Euro(of(c.Story.Expected))));

    private string StageName(string stageKey) => texts[$"Stages.{stageKey}"];

    private void Same(string who, string what, object? expected, object? found)
    {
        if (!Equals(expected, found))
        {
            _differences.Add(texts["Demo.Difference", who, what, expected ?? texts["Demo.None"], found ?? texts["Demo.None"]]);
        }
    }
}
