using System.Xml.Linq;

namespace FondsWorkflow.Banking.Tests.Payments;

/// <summary>Reads a payment file back without any code of the library and recomputes what it says about itself.</summary>
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
        return read;
    }

    internal IEnumerable<string> Ids => Payments.Select(p => Value(p, "EndToEndId")!);

    internal IEnumerable<(string Id, decimal Amount, string Name, string Iban, string? Text)> Rows =>
        Payments.Select(p => (Value(p, "EndToEndId")!, Amount(p), Value(p, "Nm")!, Value(p, "IBAN")!, Value(p, "Ustrd")));

    internal static string? Value(XElement element, string name) => element.Descendants(Ns + name).SingleOrDefault()?.Value;

    private static decimal Amount(XElement payment) => decimal.Parse(Value(payment, "InstdAmt")!, System.Globalization.CultureInfo.InvariantCulture);

    private static void AssertTotals(XElement place, IReadOnlyList<XElement> payments)
    {
        Assert.Equal(payments.Count.ToString(System.Globalization.CultureInfo.InvariantCulture), place.Element(Ns + "NbOfTxs")!.Value);
        Assert.Equal(payments.Sum(Amount).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture), place.Element(Ns + "CtrlSum")!.Value);
    }
}
