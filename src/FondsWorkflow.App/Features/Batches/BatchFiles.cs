using System.Security.Cryptography;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.App.Features.Batches;

/// <summary>Writes the files of a batch (pain.001.001.09 and bookkeeping) and stages their exact bytes in the transaction that marks the payouts. They are never written again.</summary>
internal sealed class BatchFiles(FondsDb db, CityBook city, PayoutRecords records, CommandContext context, IIdSource ids, BerlinTime clock)
{
    private const string Xml = "application/xml";

    private CityPayments Bank => city.City.Payments;

    /// <exception cref="RuleViolation">FB1, once for each payment and field that the bank or bookkeeping would refuse; nothing is stored then.</exception>
    public async Task StoreAsync(PaymentBatch batch, IReadOnlyList<Payout> payouts, CancellationToken cancellationToken)
    {
        var cases = await records.CasesAsync(payouts, cancellationToken);
        var (file, export, profile) = (PaymentFile(batch, payouts, cases), Export(batch, payouts, cases), city.Bookkeeping);
        Refuse([.. file is null ? [] : Pain001.Check(file).Select(p => p.Sentence()), .. BookkeepingExport.Check(profile, export).Select(p => p.Sentence())]);
        using MemoryStream xml = new(), books = new();
        var summary = BookkeepingExport.Write(profile, export, books);
        if (file is not null)
        {
            Pain001.Write(file, xml);
        }

        var (extension, type) = profile.FileType();
        batch.StoreFiles(
            file is null ? null : Store(batch, $"{batch.Number}.xml", Xml, xml.ToArray()),
            Store(batch, $"{batch.Number}-{(file is null ? "zahlung" : "buchung")}.{extension}", type, books.ToArray()),
            [.. file is null ? [] : Pain001.Remarks(file).Where(r => r.Sent.ReadsDifferently).Select(r => new BatchRemark(r.Payout, r.Field, null, r.Written, r.Sent.Value)), .. summary.Remarks.Select(r => new BatchRemark(r.Payout, null, r.Column, r.Before, r.After))]);
    }

    private string Store(PaymentBatch batch, string name, string contentType, byte[] content)
    {
        var file = new StoredFile
        {
            Id = ids.New(),
            BatchId = batch.Id,
            FileName = name,
            ContentType = contentType,
            Size = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            Content = content,
            At = clock.Now,
            By = context.Actor.Id,
        };
        db.Files.Add(file);
        return file.Sha256;
    }

    /// <summary>None where the finance system pays: what the bank would refuse is not asked then.</summary>
    private PaymentFile? PaymentFile(PaymentBatch batch, IReadOnlyList<Payout> payouts, Dictionary<Guid, PayoutCaseFile> cases)
    {
        if (Bank.Channel.Value != PaymentChannel.BankFile)
        {
            return null;
        }

        var id = MessageId.Parse(batch.MessageId);
        var payments = payouts.Select(p => new Payment(
            $"{cases[p.ApplicationId].Application.Number} ({p.EndToEndId})", p.EndToEndId, p.Amount, p.PayeeName, p.Iban, p.RemittanceText)).ToList();
        var collection = new PaymentInformation(id.Collection(1), batch.ExecuteOn, Bank.Holder.Value, Bank.Iban.Value, payments)
        {
            PayerBic = Bank.Bic?.Value,
            PayerAddress = Bank.Address.Value,
            BatchBooking = Bank.BatchBooking.Value,
        };
        var verification = batch.HoldsSinglePayment ? VerificationOfPayee.Requested : Bank.Verification.Value;
        return new PaymentFile(id, clock.Now, Bank.Holder.Value, verification, [collection]) { Profile = Bank.Characters.Value };
    }

    private PayoutExport Export(PaymentBatch batch, IReadOnlyList<Payout> payouts, Dictionary<Guid, PayoutCaseFile> cases)
        => new(batch.Number, city.City.Name, clock.Now, context.Actor.Name, [.. payouts.Select(p => records.Of(p, cases[p.ApplicationId], batch.ExecuteOn))])
        {
            MessageId = MessageId.Parse(batch.MessageId),
            Settings = Bank.SettingsOn(batch.ExecuteOn),
        };

    internal static void Refuse(IReadOnlyList<string> sentences)
        => Require.None([.. sentences.Select(s => new RuleProblem(BatchFormRules.BankTakesIt, Field: null, [s]))]);
}
