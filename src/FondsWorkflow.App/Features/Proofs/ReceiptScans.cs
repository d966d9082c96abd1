using System.Security.Cryptography;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Documents;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Proofs;

/// <summary>A photo or scan of a receipt as it was uploaded.</summary>
/// <param name="FileName">Its name on the group's machine; only shown.</param>
/// <param name="Content">The bytes.</param>
internal sealed record Scan(string FileName, [property: NotAudited] byte[] Content);

/// <summary>Stores the scans of receipts: checked by content, one per receipt.</summary>
internal sealed class ReceiptScans(FondsDb db, CityBook city, CommandContext context, Hosting.IIdSource ids, BerlinTime clock, Texts texts)
{
    private const int MaxNameLength = 150;

    /// <summary>Stores a scan; the one it replaces is kept when the proof was filed with it.</summary>
    /// <exception cref="RuleViolation">A50, A51.</exception>
    public async Task<Guid> StoreAsync(OpenProof open, Scan scan, Guid? replaced, CancellationToken cancellationToken)
    {
        var type = Check(open.Application, scan);
        if (open.Proof.SubmittedAt is null)
        {
            await DropAsync(open, replaced, cancellationToken);
        }

        var file = new StoredFile
        {
            Id = ids.New(),
            ApplicationId = open.Application.Id,
            FileName = NameOf(scan.FileName),
            ContentType = type,
            Size = scan.Content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(scan.Content)),
            Content = scan.Content,
            At = clock.Now,
            By = context.Actor.Id,
        };
        db.Files.Add(file);
        return file.Id;
    }

    /// <summary>Throws a scan of a draft away.</summary>
    public async Task DropAsync(OpenProof open, Guid? fileId, CancellationToken cancellationToken)
    {
        if (fileId is { } id && open.Proof.SubmittedAt is null)
        {
            await db.Files.Where(f => f.Id == id && f.ApplicationId == open.Application.Id).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private string Check(GrantApplication application, Scan scan)
    {
        var most = city.GuidelineOf(application).Files.MaxAttachmentBytes.Value;
        var type = FileContent.TypeOf(scan.Content);
        Require.None(
        [
            .. scan.Content.Length > 0 && scan.Content.Length <= most ? Array.Empty<RuleProblem>() : [new(ApplicationRules.AttachmentFits, "Scan", [most / (1024 * 1024)])],
            .. type is not null || scan.Content.Length == 0 ? Array.Empty<RuleProblem>() : [new(ApplicationRules.AttachmentIsReadable, "Scan", [])],
        ]);
        return type!;
    }

    private string NameOf(string name)
    {
        var bare = new string([.. name.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && c is not ('"' or '<' or '>' or ':' or '|' or '?' or '*'))]).Trim('.', ' ');
        return bare.Length switch { 0 => texts["Proofs.ScanName"], > MaxNameLength => bare[^MaxNameLength..], _ => bare };
    }
}
