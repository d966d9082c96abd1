using System.Collections.Concurrent;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Crash;

/// <summary>Ten people press the button of one assignment in the same moment.</summary>
public sealed class RaceTests
{
    private const int Rounds = 1_000;
    private const int People = 10;

    [Fact]
    public async Task A_thousand_times_one_of_ten_simultaneous_completions_wins_and_nine_learn_who_was_first()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Forwarded();
        var people = Enumerable.Range(1, People)
            .Select(n => new Person(app, new Actor($"quartier.{n}@demo.example", $"Quartiersmanagement {n}", ActorRole.Management, story.Management.Actor.Quarters))).ToList();

        for (var round = 0; round < Rounds; round++)
        {
            var assignment = await story.AssignmentOf(id, "DecideInCircle");
            var answers = new ConcurrentBag<(string Person, RuleViolation? Refusal)>();
            await Task.WhenAll(people.Select(p => Task.Run(async () => answers.Add((p.Actor.Name, await Complete(p, assignment))))));
            AssertOneWinner(round, answers);
        }

        Assert.Equal(Rounds, await app.Read(db => db.Assignments.CountAsync(a => a.Outcome == "Deferred")));
        Assert.Equal(1, await app.Read(db => db.Assignments.CountAsync(a => a.CompletedAt == null && a.CancelledAt == null)));
        await app.AssertSoundAsync();
    }

    private static void AssertOneWinner(int round, IReadOnlyCollection<(string Person, RuleViolation? Refusal)> answers)
    {
        var winner = Assert.Single(answers, a => a.Refusal is null).Person;
        Assert.All(answers.Where(a => a.Refusal is not null), a =>
        {
            var problem = Assert.Single(a.Refusal!.Problems);
            Assert.True(problem.Rule == AssignmentRules.DoneOnce && winner.Equals(problem.Arguments[0]), $"Round {round}: {a.Person} heard {problem}, the winner was {winner}.");
        });
    }

    private static async Task<RuleViolation?> Complete(Person person, Guid assignment)
    {
        try
        {
            await person.Send(new Do(async services =>
            {
                var desk = services.GetRequiredService<Desk>();
                var work = await desk.OpenAsync(assignment, "DecideInCircle", CancellationToken.None);
                await desk.CompleteAsync(work, "Deferred", payload: null, CancellationToken.None);
            }));
            return null;
        }
        catch (RuleViolation refusal)
        {
            return refusal;
        }
    }
}
