using System.Globalization;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund.Ledger;
using FondsWorkflow.Fund.People;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Ledger.Prove;

/// <summary>Recomputes every ledger from its first entry, each night. A difference is an error on the health page and a mail to the administrators.</summary>
internal sealed class LedgerProver(FondsDb db, IServiceScopeFactory scopes)
{
    /// <returns>The differences found.</returns>
    public async Task<IReadOnlyList<LedgerDifference>> RunAsync(CancellationToken cancellationToken)
    {
        var ledgers = await db.LedgerEntries.AsNoTracking().Select(e => new { e.FundKey, e.Year }).Distinct().ToListAsync(cancellationToken);
        List<LedgerDifference> differences = [];
        foreach (var ledger in ledgers)
        {
            var entries = await db.LedgerEntries.AsNoTracking().Where(e => e.FundKey == ledger.FundKey && e.Year == ledger.Year).ToListAsync(cancellationToken);
            var difference = LedgerProof.Check(entries);
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CommandContext>().Actor = Actor.System;
            await scope.ServiceProvider.GetRequiredService<IMediator>()
                .Send(new NoteLedgerProof(ledger.FundKey, ledger.Year, difference?.Sequence, difference?.Fault.ToString()), cancellationToken);
            if (difference is not null)
            {
                differences.Add(difference);
            }
        }

        return differences;
    }
}

/// <summary>Notes what a proof found.</summary>
internal sealed record NoteLedgerProof(string FundKey, int Year, int? Sequence, string? Fault) : ICommand<Unit>;

internal sealed class NoteLedgerProofHandler(FondsDb db, Post post, CityBook city, Texts texts, BerlinTime clock) : IRequestHandler<NoteLedgerProof, Unit>
{
    public async Task<Unit> Handle(NoteLedgerProof request, CancellationToken cancellationToken)
    {
        var row = await db.LedgerProofs.FindAsync([request.FundKey, request.Year], cancellationToken);
        if (row is null)
        {
            row = new LedgerProofRow { FundKey = request.FundKey, Year = request.Year, ProvedAt = clock.Now };
            db.LedgerProofs.Add(row);
        }

        (row.ProvedAt, row.Sequence, row.Fault) = (clock.Now, request.Sequence, request.Fault);
        if (request.Sequence is not null)
        {
            await TellAdministratorsAsync(request, cancellationToken);
        }

        return Unit.Value;
    }

    private async Task TellAdministratorsAsync(NoteLedgerProof found, CancellationToken cancellationToken)
    {
        var administrators = await db.Users.Where(u => u.Role == ActorRole.Administrator && u.Email != null).Select(u => u.Email!).ToListAsync(cancellationToken);
        foreach (var to in administrators)
        {
            await post.SendAsync(
                string.Create(CultureInfo.InvariantCulture, $"ledger-difference:{found.FundKey}:{found.Year}:{found.Sequence}:{to}"), to, "LedgerDifference", applicationId: null,
                [city.FindFund(found.FundKey)?.Name ?? found.FundKey, found.Year.ToString(CultureInfo.InvariantCulture), found.Sequence, texts[$"Ledger.Fault{found.Fault}"]], cancellationToken: cancellationToken);
        }
    }
}
