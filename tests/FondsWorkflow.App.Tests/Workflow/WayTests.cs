using FondsWorkflow.App.Data;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Decisions;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Workflow;

public sealed class WayTests
{
    [Fact]
    public async Task An_approved_application_waits_until_the_group_asks_for_its_money()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);

        var id = await story.Notified();

        Assert.Equal("AskForMoney", await story.Stage(id));
        var last = await app.Read(db => db.LedgerEntries.Where(e => e.FundKey == Story.Fund).OrderByDescending(e => e.Sequence).FirstAsync());
        Assert.Equal(Story.Euro(400), last.Balance.Committed);
        Assert.True((await app.Use<AuditLog, AuditProof>(a => a.VerifyAsync(CancellationToken.None))).IsWhole);
    }

    [Fact]
    public async Task A_rejected_application_gets_a_notice_of_refusal()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);

        var id = await story.Decided(ResolutionOutcome.Rejected);

        Assert.Equal("DraftNotice", await story.Stage(id));
    }

    [Fact]
    public async Task A_deferred_application_waits_for_the_next_meeting()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);

        var id = await story.Decided(ResolutionOutcome.Deferred);

        Assert.Equal("DecideInCircle", await story.Stage(id));
    }

    [Fact]
    public async Task An_approval_over_the_available_money_is_refused_and_leaves_nothing_behind()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);

        var refusal = await Assert.ThrowsAsync<RuleViolation>(() => story.Decided(costs: 40_100));

        Assert.Contains(Story.Euro(40_000), refusal.Problems[0].Arguments);
        Assert.Equal(0, await app.Read(db => db.Resolutions.CountAsync()));
    }
}
