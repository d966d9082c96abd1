using FondsWorkflow.App.Commands;
using Hangfire;
using Hangfire.Storage;
using MediatR;

namespace FondsWorkflow.App.Features.Administration.Jobs;

/// <summary>Lets a job start now instead of at its next time. Harmless when the command is not committed after all: every job may run twice.</summary>
internal sealed record RunJob(string Job) : ICommand<Unit>;

internal sealed class RunJobHandler(JobStorage storage, IRecurringJobManager jobs) : IRequestHandler<RunJob, Unit>
{
    public Task<Unit> Handle(RunJob request, CancellationToken cancellationToken)
    {
        if (!IsPlanned(request.Job))
        {
            throw new NotFoundException();
        }

        jobs.Trigger(request.Job);
        return Unit.Task;
    }

    private bool IsPlanned(string job)
    {
        using var connection = storage.GetConnection();
        return connection.GetRecurringJobs().Exists(j => j.Id == job);
    }
}
