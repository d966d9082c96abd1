using System.Globalization;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Payouts.Show;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;
using FundKind = FondsWorkflow.Fund.Payouts.PayoutKind;
using PayoutKind = FondsWorkflow.Banking.PayoutKind;

namespace FondsWorkflow.App.Features.Batches;

/// <summary>
/// Payouts as bookkeeping sees them. Empty stays what this program does not know: the finance system's number of the payee, the BIC and the country (docs/decisions/0005).
/// </summary>
internal sealed class PayoutRecords(FondsDb db, CityBook city, Texts texts)
{
    /// <summary>What is around the payouts: application, notice with its letters, and how many parts the grant is paid in.</summary>
    public async Task<Dictionary<Guid, PayoutCaseFile>> CasesAsync(IReadOnlyList<Payout> payouts, CancellationToken cancellationToken)
    {
        var ids = payouts.Select(p => p.ApplicationId).Distinct().ToList();
        var applications = await ids.InChunksAsync(some => db.Applications.Where(a => some.Contains(a.Id)), cancellationToken);
        var notices = (await ids.InChunksAsync(some => db.Notices.AsNoTracking().Where(n => some.Contains(n.ApplicationId) && n.Kind == NoticeKind.Grant), cancellationToken)).ToLookup(n => n.ApplicationId);
        var parts = (await ids.InChunksAsync(some => db.Payouts.AsNoTracking().Where(p => some.Contains(p.ApplicationId) && p.CancelledAt == null), cancellationToken)).ToLookup(p => p.ApplicationId);
        var letters = (await notices.SelectMany(n => n).Select(n => (Guid?)n.Id).InChunksAsync(
            some => db.Files.AsNoTracking().Where(f => some.Contains(f.NoticeId)).Select(f => new { f.NoticeId, f.FileName, f.Sha256 }), cancellationToken)).ToLookup(f => f.NoticeId, f => $"{f.FileName} (SHA-256 {f.Sha256})");
        return applications.ToDictionary(a => a.Id, a =>
        {
            var notice = notices[a.Id].MaxBy(n => n.DraftedAt);
            return new PayoutCaseFile(a, notice, [.. parts[a.Id].OrderBy(p => p.RequestedAt)], notice is null ? [] : [.. letters[notice.Id]]);
        });
    }

    /// <summary>The payment of a payout.</summary>
    /// <param name="payout">The payout.</param>
    /// <param name="of">What is around it.</param>
    /// <param name="day">Day the bank moves the money.</param>
    public PayoutRecord Of(Payout payout, PayoutCaseFile of, DateOnly day)
    {
        var (fund, who) = (city.Fund(payout.FundKey), of.Application.Form.Who);
        var (number, isLast) = (1 + of.Parts.ToList().FindIndex(p => p.Id == payout.Id), payout.Kind == FundKind.Final);
        var (street, building) = Address(who.Street);
        return new()
        {
            Payout = payout.Number.ToString(CultureInfo.InvariantCulture),
            EndToEndId = payout.EndToEndId,
            Attempt = payout.Attempt,
            CaseNumber = of.Application.Number!.ToString(),
            NoticeNumber = of.Notice?.Number,
            NoticeDate = of.Notice?.SentOn,
            Fund = fund.Name,
            Programme = fund.Bookkeeping?.Programme,
            Product = fund.Bookkeeping?.Product,
            Account = fund.Bookkeeping?.Account,
            CostCentre = fund.Bookkeeping?.CostCentre,
            CostUnit = fund.Bookkeeping?.CostUnit,
            Measure = fund.Bookkeeping?.Measure,
            Commitment = of.Notice?.Number,
            Quarter = city.Quarter(payout.QuarterKey).Name,
            FiscalYear = payout.Year,
            Kind = !isLast ? PayoutKind.Instalment : number == 1 ? PayoutKind.Payout : PayoutKind.Final,
            InstalmentNumber = number,
            InstalmentCount = isLast ? of.Parts.Count : null,
            Amount = payout.Amount,
            DueDate = day,
            ExecutionDate = day,
            PayeeKind = who.Kind is { } kind ? texts[$"Batches.Payee{kind}"] : null,
            PayeeName = Names.Of(of.Application),
            Street = street,
            BuildingNumber = building,
            PostCode = who.PostalCode,
            Town = who.Town,
            AccountHolder = payout.PayeeName,
            Iban = payout.Iban,
            Remittance = payout.RemittanceText,
            TaxNote = texts["Batches.TaxNote"],
            OrderNumber = payout.EndToEndId.Value,
            FactualBy = payout.Factual?.Name,
            FactualAt = payout.Factual?.At,
            ArithmeticalBy = payout.Arithmetical?.Name,
            ArithmeticalAt = payout.Arithmetical?.At,
            OrderedBy = payout.Order?.Name,
            OrderedAt = payout.Order?.At,
            Documents = of.Letters.Count == 0 ? null : string.Join(", ", of.Letters),
        };
    }

    /// <summary>People write street and number in one field; the number begins with the last word that begins with a digit.</summary>
    private static (string? Street, string? Building) Address(string? line)
    {
        var words = (line ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var from = Array.FindLastIndex(words, w => char.IsAsciiDigit(w[0]));
        return from < 1 ? (line, null) : (string.Join(' ', words[..from]), string.Join(' ', words[from..]));
    }
}

/// <summary>What is around a payout.</summary>
/// <param name="Application">The application.</param>
/// <param name="Notice">The grant notice.</param>
/// <param name="Parts">All payouts of the grant that were not cancelled, in order.</param>
/// <param name="Letters">The notice's files with their hashes.</param>
internal sealed record PayoutCaseFile(GrantApplication Application, Notice? Notice, IReadOnlyList<Payout> Parts, IReadOnlyList<string> Letters);

/// <summary>How bookkeeping files are called.</summary>
internal static class ProfileFiles
{
    public static (string Extension, string ContentType) FileType(this ExportProfile profile) => profile.Layout switch
    {
        ExportLayout.Xml => ("xml", "application/xml"),
        ExportLayout.FixedWidth => ("txt", "text/plain"),
        _ => ("csv", "text/csv"),
    };
}
