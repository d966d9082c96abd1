using System.Globalization;
using System.Text;
using System.Xml;
using FondsWorkflow.Banking;

namespace FondsWorkflow.Benchmarks.Banking;

/// <summary>The same elements by hand: no check, no mapping, no hash. The lower bound of what .NET's XmlWriter can do.</summary>
internal static class BareXml
{
    private const string Ns = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    internal static void Write(PaymentFile file, Payment[] payments, Stream stream)
    {
        using var xml = XmlWriter.Create(stream, new() { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n" });
        var collection = file.Collections[0];
        var sum = payments.Sum(p => p.Amount.Cents) / 100m;
        Open(xml, "Document", "CstmrCdtTrfInitn", "GrpHdr");
        Element(xml, "MsgId", file.Id.Value);
        Element(xml, "CreDtTm", file.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        WriteTotals(xml, payments.Length, sum);
        Leaf(xml, file.InitiatingParty, "InitgPty", "Nm");
        Close(xml, 1);
        Open(xml, "PmtInf");
        Element(xml, "PmtInfId", collection.Id.Value);
        Element(xml, "PmtMtd", "TRF");
        Element(xml, "BtchBookg", "true");
        WriteTotals(xml, payments.Length, sum);
        Leaf(xml, "SEPA", "PmtTpInf", "SvcLvl", "Cd");
        Leaf(xml, "2026-11-25", "ReqdExctnDt", "Dt");
        Leaf(xml, collection.PayerName, "Dbtr", "Nm");
        Leaf(xml, collection.PayerIban.Value, "DbtrAcct", "Id", "IBAN");
        Leaf(xml, "NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        Element(xml, "ChrgBr", "SLEV");
        foreach (var payment in payments) WritePayment(xml, payment);
        Close(xml, 3);
    }

    private static void WritePayment(XmlWriter xml, Payment payment)
    {
        Open(xml, "CdtTrfTxInf");
        Leaf(xml, payment.Id.Value, "PmtId", "EndToEndId");
        Open(xml, "Amt", "InstdAmt");
        xml.WriteAttributeString("Ccy", "EUR");
        xml.WriteString((payment.Amount.Cents / 100m).ToString("F2", CultureInfo.InvariantCulture));
        Close(xml, 2);
        Leaf(xml, payment.PayeeName, "Cdtr", "Nm");
        Leaf(xml, payment.PayeeIban.Value, "CdtrAcct", "Id", "IBAN");
        Leaf(xml, payment.Remittance, "RmtInf", "Ustrd");
        Close(xml, 1);
    }

    private static void WriteTotals(XmlWriter xml, int count, decimal sum)
    {
        Element(xml, "NbOfTxs", count.ToString(CultureInfo.InvariantCulture));
        Element(xml, "CtrlSum", sum.ToString("F2", CultureInfo.InvariantCulture));
    }

    private static void Leaf(XmlWriter xml, string value, params ReadOnlySpan<string> path)
    {
        Open(xml, path);
        xml.WriteString(value);
        Close(xml, path.Length);
    }

    private static void Element(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Ns, value);

    private static void Open(XmlWriter xml, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) xml.WriteStartElement(name, Ns);
    }

    private static void Close(XmlWriter xml, int count)
    {
        for (var i = 0; i < count; i++) xml.WriteEndElement();
    }
}
