using FondsWorkflow.App.Features.Reviews.Forward;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund.Reviews;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.Benchmarks.App;

/// <summary>Submitted applications, each with the command that sends it on to the circle.</summary>
internal static class ReviewScene
{
    public const string Management = "management.baumheide@demo.example";

    public static async Task<IReadOnlyList<ForwardReview>> SubmitAsync(FondsApp app, int count)
    {
        var story = new Story(app);
        for (var i = 0; i < count; i++)
        {
            await story.Submitted($"gruppe{i}@gruppe.example");
        }

        var answers = app.City.GuidelineOn(Story.Fund, DateOnly.FromDateTime(app.Clock.GetUtcNow().UtcDateTime))!.Criteria.Select(c => new CriterionAnswer(c.Key, Verdict.Met)).ToList();
        var open = await app.Read(db => db.Assignments.AsNoTracking().Where(a => a.Activity == "ReviewApplication" && a.CompletedAt == null).ToListAsync());
        return [.. open.Select(a => new ForwardReview(a.Id, a.Version, answers, new Recommendation(Story.Euro(450), Story.Euro(400), []), null))];
    }
}
