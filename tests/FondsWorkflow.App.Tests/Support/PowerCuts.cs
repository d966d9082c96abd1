using System.Data.Common;
using FondsWorkflow.App.Data;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Takes the database away before the n-th thing asked of it: begin, each statement, commit; or right after the commit, before anybody hears of it.</summary>
internal sealed class PowerCuts : DatabaseWatch, IDbTransactionInterceptor
{
    private int _left = -1;
    private bool _afterCommit;

    /// <summary>What was about to be done when the power went.</summary>
    public string? At { get; private set; }

    public void Install(WebApplicationBuilder builder)
    {
        builder.Services.ConfigureDbContext<SqliteFondsDb>(o => o.AddInterceptors(this));
        builder.Services.ConfigureDbContext<PostgresFondsDb>(o => o.AddInterceptors(this));
    }

    /// <summary>Lets <paramref name="statements"/> pass and cuts the next.</summary>
    public void CutAfter(int statements) => (_left, _afterCommit, At) = (statements, false, null);

    public void CutAfterCommit() => (_left, _afterCommit, At) = (-1, true, null);

    public void Off() => (_left, _afterCommit) = (-1, false);

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (_afterCommit)
        {
            Cut("committed");
        }

        return Task.CompletedTask;
    }

    protected override void Before(string what)
    {
        if (_left >= 0 && _left-- == 0)
        {
            Cut(what);
        }
    }

    private void Cut(string what)
    {
        Off();
        At = what;
        throw new PowerCutException(what);
    }
}

internal sealed class PowerCutException(string at) : DbException($"The power went before: {at}");
