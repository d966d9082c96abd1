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

internal sealed record BankFiles(IReadOnlyList<BankFileView> Files);

internal sealed record BankFileView(Guid Id, string FileName, BankFileKind Kind, DateTimeOffset At, string Sha256, IReadOnlyList<BankLine> Lines);

internal sealed class ShowBankFilesHandler(FondsDb db, CommandContext context) : IRequestHandler<ShowBankFiles, BankFiles>
{
    private const int PageSize = 10;

    public async Task<BankFiles> Handle(ShowBankFiles request, CancellationToken cancellationToken)
    {
        context.RequireFinance();
        var files = await db.BankFiles.AsNoTracking().OrderByDescending(f => f.At).Take(PageSize).ToListAsync(cancellationToken);
        return new BankFiles([.. files.Select(f => new BankFileView(f.Id, f.FileName, f.Kind, f.At, f.Sha256, f.Lines))]);
    }
}

internal sealed class ShowBankFilesEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapQuery<ShowBankFiles, BankFiles>("banks/files", Policies.Finance);
        api.MapCommand<ImportBankFile, ImportedBankFile>("banks/import", Policies.Finance);
    }
}
