using System.Globalization;
using System.Xml.Linq;

namespace FondsWorkflow.Banking.Tests.Payments;

/// <summary>Reads a payment file back without any code of the library and recomputes what it says about itself; only the texts that were to be written are mapped by it.</summary>
internal sealed class Reread
{
    private static readonly XNamespace Ns = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private Reread(XDocument document)
    {
        var root = document.Root!.Element(Ns + "CstmrCdtTrfInitn")!;
        Header = root.Element(Ns + "GrpHdr")!;
        Collections = [.. root.Elements(Ns + "PmtInf")];
        Payments = [.. Collections.Elements(Ns + "CdtTrfTxInf")];
    }

    internal XElement Header { get; }

    internal IReadOnlyList<XElement> Collections { get; }

    internal IReadOnlyList<XElement> Payments { get; }

    internal static Reread Of(byte[] bytes)
    {
        var read = new Reread(XDocument.Load(new MemoryStream(bytes)));
        AssertTotals(read.Header, read.Payments);
        Assert.All(read.Collections, c => AssertTotals(c, [.. c.Elements(Ns + "CdtTrfTxInf")]));
        Assert.Equal(read.Payments.Count, read.Ids.Distinct().Count());
        Assert.Equal(read.Collections.Count, read.Collections.Select(c => c.Element(Ns + "PmtInfId")!.Value).Distinct().Count());
        return read;
    }

    internal IEnumerable<string> Ids => Payments.Select(p => Value(p, "EndToEndId")!);

    internal IEnumerable<(string Id, decimal Amount, string Name, string Iban, string? Text)> Rows =>
        Payments.Select(p => (Value(p, "EndToEndId")!, Amount(p), Value(p, "Nm")!, Value(p, "IBAN")!, Value(p, "Ustrd")));

    /// <summary>All a bank gets to know, line by line: per collection, then per payment.</summary>
    internal IEnumerable<string> Facts => Collections.SelectMany(collection => collection.Elements(Ns + "CdtTrfTxInf").Select(PaymentFacts).Prepend(CollectionFacts(collection)));

    /// <summary>The same lines from what was to be written.</summary>
    internal static IEnumerable<string> FactsOf(PaymentFile file) => file.Collections.SelectMany(collection => collection.Payments
        .Select(p => Line(p.Id.Value, Euro(p.Amount.Euro), p.PayeeBic?.Value, SepaText.Map(p.PayeeName, file.Profile).Value, AddressOf(p.PayeeAddress, file), p.PayeeIban.Value, SepaText.Map(p.Remittance, file.Profile).Value))
        .Prepend(Line(
            collection.Id.Value,
            collection.BatchBooking is { } batch ? batch ? "true" : "false" : null,
            collection.ExecutionDate.ToString("O", CultureInfo.InvariantCulture),
            SepaText.Map(collection.PayerName, file.Profile).Value,
            collection.Payments.All(p => p.PayeeIban.Country.IsEea) ? null : AddressOf(collection.PayerAddress, file),
            collection.PayerIban.Value,
            collection.PayerBic?.Value ?? "NOTPROVIDED")));

    internal static string? Value(XElement element, string name) => element.Descendants(Ns + name).SingleOrDefault()?.Value;

    private static string CollectionFacts(XElement collection)
    {
        var (payer, bank) = (collection.Element(Ns + "Dbtr")!, collection.Element(Ns + "DbtrAgt")!);
        return Line(
            collection.Element(Ns + "PmtInfId")!.Value, collection.Element(Ns + "BtchBookg")?.Value, Value(collection.Element(Ns + "ReqdExctnDt")!, "Dt"),
            Value(payer, "Nm"), Address(payer), Value(collection.Element(Ns + "DbtrAcct")!, "IBAN"), Value(bank, "BICFI") ?? Value(bank.Element(Ns + "FinInstnId")!.Element(Ns + "Othr")!, "Id"));
    }

    private static string PaymentFacts(XElement payment) => Line(
        Value(payment, "EndToEndId"), Euro(Amount(payment)), Value(payment, "BICFI"), Value(payment, "Nm"), Address(payment), Value(payment, "IBAN"), Value(payment, "Ustrd"));

    private static string? Address(XElement element) =>
        element.Descendants(Ns + "PstlAdr").SingleOrDefault() is { } address ? string.Join(", ", address.Elements().Select(part => $"{part.Name.LocalName} {part.Value}")) : null;

    private static string? AddressOf(PostalAddress? address, PaymentFile file)
    {
        if (address is null) return null;
        var parts = new[] { ("StrtNm", address.Street), ("BldgNb", address.BuildingNumber), ("PstCd", address.PostCode), ("TwnNm", address.Town), ("Ctry", address.Country) };
        return string.Join(", ", parts.Where(part => !string.IsNullOrWhiteSpace(part.Item2)).Select(part => $"{part.Item1} {SepaText.Map(part.Item2, file.Profile)}"));
    }

    private static string Line(params string?[] facts) => string.Join(" | ", facts.Select(fact => fact is { Length: > 0 } ? fact : "-"));

    private static string Euro(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);

    private static decimal Amount(XElement payment) => decimal.Parse(Value(payment, "InstdAmt")!, CultureInfo.InvariantCulture);

    private static void AssertTotals(XElement place, IReadOnlyList<XElement> payments)
    {
        Assert.Equal(payments.Count.ToString(CultureInfo.InvariantCulture), place.Element(Ns + "NbOfTxs")!.Value);
        Assert.Equal(Euro(payments.Sum(Amount)), place.Element(Ns + "CtrlSum")!.Value);
    }
}
