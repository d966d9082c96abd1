using FondsWorkflow.App.Features.Reviews.Show;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Features.Reviews;

/// <summary>What a city changes in its guideline, without code.</summary>
public sealed class OtherGuidelineTests
{
    [Fact]
    public async Task A_city_with_another_guideline_asks_for_quotes_checks_and_reminds_by_it()
    {
        var seeds = await SeedCopy.WithAsync(
            ("\"threshold\": { \"value\": 1000", "\"threshold\": { \"value\": 400"),
            ("\"reviewTargetWorkingDays\": { \"value\": 5", "\"reviewTargetWorkingDays\": { \"value\": 2"),
            ("\"label\": \"Offen für viele\"", "\"label\": \"Für den ganzen Kiez\""));
        await using var app = await FondsApp.StartAsync(settings: ["--Fonds:Seeds", seeds]);
        var story = new Story(app);

        var dear = await Assert.ThrowsAsync<RuleViolation>(() => story.Submitted(costs: 450));
        var id = await story.Submitted(costs: 390);
        var review = await story.Management.Send(new ShowReview(id));

        Assert.Contains(dear.Problems, p => p.Rule == ApplicationRules.QuotesAreThere);
        Assert.Contains(review.Checklist, line => line.Label == "Für den ganzen Kiez");
        Assert.Equal(
            WorkingDays.Add(app.Services.GetRequiredService<App.Hosting.BerlinTime>().Today, 2),
            (await app.Read(db => db.Assignments.SingleAsync(a => a.ApplicationId == id))).DueOn);
        Directory.Delete(seeds, recursive: true);
    }

    [Theory]
    [InlineData(224, false)]
    [InlineData(225, true)]
    public async Task The_fund_for_centres_takes_an_application_only_with_half_of_the_costs_from_elsewhere(int own, bool takes)
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app) { Quarter = "sennestadt_zentren" };
        var id = await story.Drafted(costs: 450, own: own);
        var submit = await story.SubmitOf(id);

        var refusal = await Record.ExceptionAsync(() => app.As(story.Applies).Send(submit));

        Assert.Equal(takes, refusal is null);
        Assert.Equal(takes ? null : ApplicationRules.OwnShareIsReached, (refusal as RuleViolation)?.Problems[0].Rule);
    }
}
