using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.SignIn;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Banks.Import;

/// <summary>The files of the bank that were read last, newest first.</summary>
internal sealed record ShowBankFiles : IRequest<BankFiles>;

internal sealed record BankFiles(IReadOnlyList<BankFileRow> Files);

internal sealed record BankFileRow(Guid Id, string FileName, BankFileKind Kind, DateTimeOffset At, int Applied, int Unmatched);

/// <summary>One file: what belongs to our payments, and what does not.</summary>
internal sealed record ShowBankFile(Guid Id) : IRequest<BankFileView>;

/// <param name="Id">The file.</param>
/// <param name="FileName">As it was called.</param>
/// <param name="Kind">Status report or statement.</param>
/// <param name="At">When it was read.</param>
/// <param name="By">Who read it.</param>
/// <param name="Sha256">Of its bytes.</param>
/// <param name="ToCheck">What contradicts the state of our payments.</param>
/// <param name="Matched">What it says about our payments.</param>
/// <param name="Unmatched">The first of what belongs to no payment for certain.</param>
/// <param name="MoreUnmatched">How many more of these there are.</param>
internal sealed record BankFileView(
    Guid Id, string FileName, BankFileKind Kind, DateTimeOffset At, string By, string Sha256, IReadOnlyList<BankLine> ToCheck, IReadOnlyList<BankLine> Matched, IReadOnlyList<BankLine> Unmatched, int MoreUnmatched);

internal sealed class ShowBankFilesHandler(FondsDb db, CommandContext context) : IRequestHandler<ShowBankFiles, BankFiles>, IRequestHandler<ShowBankFile, BankFileView>
{
    private const int PageSize = 25;
    private const int MostUnmatched = 200;

    public async Task<BankFiles> Handle(ShowBankFiles request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        return new BankFiles(await db.BankFiles.AsNoTracking().OrderByDescending(f => f.At).Take(PageSize)
            .Select(f => new BankFileRow(f.Id, f.FileName, f.Kind, f.At, f.Applied, f.Unmatched)).ToListAsync(cancellationToken));
    }

    public async Task<BankFileView> Handle(ShowBankFile request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var file = await db.BankFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == request.Id, cancellationToken) ?? throw new NotFoundException();
        var by = await db.Users.Where(u => u.Id == file.By).Select(u => u.DisplayName).SingleOrDefaultAsync(cancellationToken) ?? file.By;
        var unmatched = file.Lines.Where(l => l.BatchId is null).ToList();
        return new BankFileView(
            file.Id, file.FileName, file.Kind, file.At, by, file.Sha256, [.. file.Lines.Where(l => l.ToCheck)], [.. file.Lines.Where(l => l is { BatchId: not null, ToCheck: false })],
            [.. unmatched.Take(MostUnmatched)], Math.Max(0, unmatched.Count - MostUnmatched));
    }
}

internal sealed class ShowBankFilesEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ShowBankFiles, BankFiles>("banks/files", Policies.Finance);
        api.MapQuery<ShowBankFile, BankFileView>("banks/file", Policies.Finance);
        api.MapCommand<ImportBankFile, ImportedBankFile>("banks/import", Policies.Finance);
    }
}
