using FondsWorkflow.App.Features.Inbox;
using FondsWorkflow.App.Tests.Support;

namespace FondsWorkflow.App.Tests.Features.Inbox;

public sealed class InboxTests
{
    [Fact]
    public async Task What_is_overdue_stands_on_top_and_what_waits_for_a_meeting_at_the_end()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var waiting = await story.Forwarded("a@gruppe.example");
        var old = await story.Submitted("b@gruppe.example");
        app.Sleep(TimeSpan.FromDays(10));
        var fresh = await story.Submitted("c@gruppe.example");

        var inbox = await story.Management.Send(new ListOpenWork());

        Assert.Equal([old, fresh, waiting], inbox.Rows.Select(r => r.ApplicationId));
        Assert.Equal([true, false, false], inbox.Rows.Select(r => r.Overdue));
        Assert.Equal($"/management/antraege/{old}", inbox.Rows[0].Link);
    }

    [Fact]
    public async Task Only_the_own_quarter_and_the_own_role_are_listed()
    {
        await using var app = await FondsApp.StartAsync();
        await new Story(app).Submitted();

        Assert.Empty((await app.As("management.sennestadt@demo.example").Send(new ListOpenWork())).Rows);
        Assert.Empty((await app.As("bauamt.a@demo.example").Send(new ListOpenWork())).Rows);
    }

    [Fact]
    public async Task Step_number_and_title_narrow_the_list()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var submitted = await story.Submitted("a@gruppe.example");
        await story.Forwarded("b@gruppe.example");
        var number = (await story.Management.Send(new ListOpenWork("ReviewApplication"))).Rows.Single().Number;

        Assert.Equal(submitted, (await story.Management.Send(new ListOpenWork(Search: number))).Rows.Single().ApplicationId);
        Assert.Equal(2, (await story.Management.Send(new ListOpenWork(Search: "winterkal"))).Rows.Count);
        Assert.Empty((await story.Management.Send(new ListOpenWork(Search: "%_'"))).Rows);
    }

    [Fact]
    public async Task A_long_list_is_paged()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        for (var i = 0; i < ListOpenWorkHandler.PageSize + 2; i++)
        {
            await story.Submitted($"gruppe{i}@gruppe.example");
        }

        var first = await story.Management.Send(new ListOpenWork());
        var second = await story.Management.Send(new ListOpenWork(Page: 2));

        Assert.True(first.HasMore);
        Assert.False(second.HasMore);
        Assert.Equal(2, second.Rows.Count);
        Assert.Empty(first.Rows.Select(r => r.AssignmentId).Intersect(second.Rows.Select(r => r.AssignmentId)));
    }

    [Fact]
    public async Task The_page_marks_what_is_overdue_and_links_to_the_work()
    {
        await using var app = await FondsApp.StartAsync();
        var story = new Story(app);
        var id = await story.Submitted();
        app.Sleep(TimeSpan.FromDays(10));

        var page = await (await story.Management.Http.GetAsync("/management")).Html();

        Assert.Contains("Überfällig", page.QuerySelector("main tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector($"main tbody a[href='/management/antraege/{id}']"));
    }
}
