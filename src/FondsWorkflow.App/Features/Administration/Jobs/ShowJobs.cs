using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using Hangfire;
using Hangfire.Storage;
using MediatR;

namespace FondsWorkflow.App.Features.Administration.Jobs;

/// <summary>What runs by the clock: when it ran last and how that ended, when it runs next.</summary>
internal sealed record ShowJobs : IRequest<IReadOnlyList<JobLine>>;

/// <param name="Id">The job's name in the schedule.</param>
/// <param name="LastAt">When it started last; null: never since the schedule was made.</param>
/// <param name="LastEnd">How that run stands, in Hangfire's word: Succeeded, Failed, Processing, Scheduled (to be tried again) …</param>
/// <param name="Error">Why it failed.</param>
/// <param name="NextAt">When it starts next.</param>
internal sealed record JobLine(string Id, DateTimeOffset? LastAt, string? LastEnd, string? Error, DateTimeOffset? NextAt);

internal sealed class ShowJobsHandler(JobStorage storage) : IRequestHandler<ShowJobs, IReadOnlyList<JobLine>>
{
    public Task<IReadOnlyList<JobLine>> Handle(ShowJobs request, CancellationToken cancellationToken)
    {
        using var connection = storage.GetConnection();
        return Task.FromResult<IReadOnlyList<JobLine>>([.. connection.GetRecurringJobs().OrderBy(j => j.Id, StringComparer.Ordinal).Select(j => LineOf(j, connection))]);
    }

    private static JobLine LineOf(RecurringJobDto job, IStorageConnection connection)
        => new(job.Id, Moment(job.LastExecution), job.LastJobState, job.Error ?? ErrorOf(job, connection), Moment(job.NextExecution));

    /// <summary>Of a run that failed, or that waits to be tried again after it failed.</summary>
    private static string? ErrorOf(RecurringJobDto job, IStorageConnection connection)
        => job.LastJobId is null ? null : connection.GetStateData(job.LastJobId) switch
        {
            { Name: "Failed" } failed => failed.Data["ExceptionMessage"],
            { Name: "Scheduled" } again => again.Reason,
            _ => null,
        };

    private static DateTimeOffset? Moment(DateTime? utc) => utc is { } time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : null;
}

internal sealed class JobsEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ShowJobs, IReadOnlyList<JobLine>>("administration/jobs", Policies.Administrator);
        api.MapCommand<RunJob, Unit>("administration/run-job", Policies.Administrator);
    }
}
