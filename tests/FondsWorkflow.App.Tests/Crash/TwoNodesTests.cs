using FondsWorkflow.App.Features.Clarifications.Ask;
using FondsWorkflow.App.Features.Reminders;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>Two equal nodes of the program on one database.</summary>
public sealed class TwoNodesTests
{
    [Fact]
    public async Task The_same_step_done_on_two_nodes_has_one_winner_and_the_other_hears_who_it_was()
    {
        await using var first = await FondsApp.StartAsync();
        await using var second = await Beside(first);
        var application = await new Story(first).Submitted();
        var assignment = await first.Read(db => db.Assignments.Select(a => a.Id).SingleAsync());

        var answers = await Task.WhenAll(Try(first, assignment), Try(second, assignment));

        var refusal = Assert.Single(answers, a => a is not null);
        Assert.NotEmpty(refusal!.Problems);
        Assert.Equal("RequestClarification", await new Story(second).Stage(application));
        Assert.Single(await first.Read(db => db.AuditEntries.Where(e => e.Command == "AskClarification").ToListAsync()));
    }

    [Fact]
    public async Task A_reminder_that_rings_on_two_nodes_is_one_mail()
    {
        await using var first = await FondsApp.StartAsync();
        await using var second = await Beside(first);
        await new Story(first).Submitted();
        first.Sleep(TimeSpan.FromDays(4));
        second.Sleep(TimeSpan.FromDays(4));

        await Task.WhenAll(Sweep(first), Sweep(second), Sweep(first), Sweep(second));
        await Task.WhenAll(Mail(first), Mail(second));

        var mails = await first.Mails();
        Assert.Single(mails, m => m.Subject?.Contains("Erinnerung", StringComparison.Ordinal) == true || m.Subject?.Contains("wartet", StringComparison.Ordinal) == true);
        Assert.Equal(await first.Read(db => db.Outbox.CountAsync()), mails.Count);
    }

    private static Task<FondsApp> Beside(FondsApp first)
    {
        first.Keep = true; // The second node still has the folder open; it is deleted with that one.
        return FondsApp.OpenAsync(first.Folder, first.Postgres, first.Clock.GetUtcNow());
    }

    private static async Task<RuleViolation?> Try(FondsApp app, Guid assignment)
    {
        try
        {
            await app.As("management.baumheide@demo.example").Send(new AskClarification(assignment, "Wann beginnt die Aktion?", [FormPart.PlaceAndTime]));
            return null;
        }
        catch (RuleViolation violation)
        {
            return violation;
        }
    }

    private static Task<int> Sweep(FondsApp app) => app.Use<ReminderSweep, int>(s => s.RunAsync(CancellationToken.None));

    private static Task<int> Mail(FondsApp app) => app.Use<OutboxSender, int>(s => s.SendDueAsync(CancellationToken.None));
}
