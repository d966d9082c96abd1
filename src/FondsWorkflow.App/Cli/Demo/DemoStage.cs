using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Jobs;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>The program without its web server and its job scheduler: people send commands through the same pipeline as the pages, and the demo itself rings the jobs.</summary>
internal sealed class DemoStage(WebApplication web, DemoClock clock, DemoStory story)
{
    public CityBook City => web.Services.GetRequiredService<CityBook>();

    public DemoStory Story => story;

    public DateOnly Today => BerlinTime.DayOf(clock.GetUtcNow());

    /// <summary>Sends a command or query as an account of the house, or as a citizen by any other address.</summary>
    public Task<T> As<T>(string id, IRequest<T> request)
        => SendAsync(City.City.Accounts.FirstOrDefault(a => a.UserId == id)?.ToActor() ?? new Actor(id, id, ActorRole.Applicant, []), request);

    /// <summary>Sends a command of somebody who is not signed in.</summary>
    public Task<T> AsVisitor<T>(IRequest<T> request) => SendAsync(actor: null, request);

    /// <summary>The accounts of a role, in the order of the seeds.</summary>
    public IReadOnlyList<string> Staff(ActorRole role, string? quarter = null)
        => [.. City.City.Accounts.Where(a => a.Role == role && (quarter is null || a.Quarters.Contains(quarter))).Select(a => a.UserId)];

    public async Task<T> Read<T>(Func<FondsDb, Task<T>> query)
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<FondsDb>());
    }

    public async Task<T> Use<TService, T>(Func<TService, Task<T>> use)
        where TService : notnull
    {
        await using var scope = web.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Moves the clock, then does what the scheduler would have done on the way.</summary>
    public async Task MoveToAsync(DateTime local, CancellationToken cancellationToken)
    {
        clock.MoveTo(Resources.German.Moment(local));
        await RingAsync(j => j.FireTimersAsync(cancellationToken));
        await RingAsync(j => j.SendRemindersAsync(cancellationToken));
        await SendMailsAsync(cancellationToken);
    }

    public Task SendMailsAsync(CancellationToken cancellationToken) => RingAsync(j => j.SendMailsAsync(cancellationToken));

    /// <summary>The open assignment in which an application waits.</summary>
    public Task<Guid> AssignmentAsync(Guid applicationId)
        => Read(db => db.Assignments.Where(a => a.ApplicationId == applicationId && a.CompletedAt == null && a.CancelledAt == null).Select(a => a.Id).SingleAsync());

    private async Task RingAsync(Func<ScheduledJobs, Task> job)
    {
        await using var scope = web.Services.CreateAsyncScope();
        await job(scope.ServiceProvider.GetRequiredService<ScheduledJobs>());
    }

    private async Task<T> SendAsync<T>(Actor? actor, IRequest<T> request)
    {
        clock.Pass();
        await using var scope = web.Services.CreateAsyncScope();
        if (actor is not null)
        {
            scope.ServiceProvider.GetRequiredService<CommandContext>().Actor = actor;
        }

        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request);
    }
}
