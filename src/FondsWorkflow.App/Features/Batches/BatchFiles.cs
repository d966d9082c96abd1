using System.Security.Cryptography;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.App.Features.Batches;

/// <summary>Writes the files of a batch (pain.001.001.09 and bookkeeping) and stages their exact bytes in the transaction that marks the payouts. They are never written again.</summary>
internal sealed class BatchFiles(FondsDb db, CityBook city, PayoutRecords records, CommandContext context, IIdSource ids, BerlinTime clock, Texts texts)
{
    private const string Xml = "application/xml";

    private CityPayments Bank => city.City.Payments;

    /// <exception cref="RuleViolation">FB1, once for each payment and field that the bank or bookkeeping would refuse; nothing is stored then.</exception>
    public async Task StoreAsync(PaymentBatch batch, IReadOnlyList<Payout> payouts, CancellationToken cancellationToken)
    {
        var cases = await records.CasesAsync(payouts, cancellationToken);
        var (file, export) = (PaymentFile(batch, payouts, cases), Export(batch, payouts, cases));
        var profile = city.Bookkeeping;
        Refuse([.. Pain001.Check(file).Select(p => p.Sentence()), .. BookkeepingExport.Check(profile, export).Select(p => p.Sentence())]);
        using MemoryStream xml = new(), books = new();
        Pain001.Write(file, xml);
        BookkeepingExport.Write(profile, export, books);
        var bankFilePays = Bank.Channel.Value == PaymentChannel.BankFile;
        var name = $"{batch.Number}-{(bankFilePays ? "buchung" : "zahlung")}";
        var (extension, type) = profile.FileType();
        batch.StoreFiles(bankFilePays ? Store(batch, $"{batch.Number}.xml", Xml, xml.ToArray()) : null, Store(batch, $"{name}.{extension}", type, books.ToArray()));
    }

    /// <summary>Every text that bank and bookkeeping get differently from how somebody wrote it, for the person who releases.</summary>
    public async Task<IReadOnlyList<BatchRemark>> RemarksAsync(PaymentBatch batch, IReadOnlyList<Payout> payouts, CancellationToken cancellationToken)
    {
        var cases = await records.CasesAsync(payouts, cancellationToken);
        var books = BookkeepingExport.Write(city.Bookkeeping, Export(batch, payouts, cases), Stream.Null);
        return [
            .. batch.XmlSha256 is null ? [] : Pain001.Remarks(PaymentFile(batch, payouts, cases)).Select(r => new BatchRemark(r.Payout, texts[$"Batches.Remark{r.Field}"], r.Written, r.Sent.Value)),
            .. books.Remarks.Select(r => new BatchRemark(r.Payout, r.Column, r.Before, r.After)),
        ];
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

    private PaymentFile PaymentFile(PaymentBatch batch, IReadOnlyList<Payout> payouts, Dictionary<Guid, PayoutCaseFile> cases)
    {
        var id = MessageId.Parse(batch.MessageId);
        var payments = payouts.Select(p => new Payment(
            $"{cases[p.ApplicationId].Application.Number} ({p.EndToEndId})", EndToEndId.Parse(p.EndToEndId), p.Amount, p.PayeeName, p.Iban, p.RemittanceText)).ToList();
        var collection = new PaymentInformation(id.Collection(1), batch.ExecuteOn, Bank.Holder, Bank.Iban.Value, payments)
        {
            PayerBic = Bank.Bic,
            PayerAddress = Bank.Address.Value,
            BatchBooking = Bank.BatchBooking.Value,
        };
        var verification = batch.HoldsSinglePayment ? VerificationOfPayee.Requested : Bank.Verification.Value;
        return new PaymentFile(id, clock.Now, Bank.Holder, verification, [collection]) { Profile = Bank.Characters.Value };
    }

    private PayoutExport Export(PaymentBatch batch, IReadOnlyList<Payout> payouts, Dictionary<Guid, PayoutCaseFile> cases)
        => new(batch.Number, city.City.Name, clock.Now, context.Actor.Name, [.. payouts.Select(p => records.Of(p, cases[p.ApplicationId], batch.ExecuteOn))])
        {
            MessageId = MessageId.Parse(batch.MessageId),
            Settings = Bank.Settings,
        };

    internal static void Refuse(IReadOnlyList<string> sentences)
        => Require.None([.. sentences.Select(s => new RuleProblem(BatchFormRules.BankTakesIt, Field: null, [s]))]);
}

/// <summary>A text that goes out differently from how it was written.</summary>
/// <param name="Payment">The payment; null for the city's own texts.</param>
/// <param name="Field">Field or column.</param>
/// <param name="Written">As somebody wrote it.</param>
/// <param name="Sent">As it goes out.</param>
internal sealed record BatchRemark(string? Payment, string Field, string Written, string Sent);
