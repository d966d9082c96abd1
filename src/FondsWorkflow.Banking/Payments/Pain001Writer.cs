using System.Globalization;
using System.Text;
using System.Xml;

namespace FondsWorkflow.Banking;

/// <summary>Writes a checked file, element by element, in the order of the schema.</summary>
internal sealed class Pain001Writer
{
    private readonly PaymentFile _file;
    private readonly XmlWriter _xml;

    /// <summary>Room for the longest text of a checked file.</summary>
    private readonly char[] _sent = new char[PaymentRules.RemittanceLength];

    private Pain001Writer(PaymentFile file, XmlWriter xml)
    {
        _file = file;
        _xml = xml;
    }

    internal static void Write(PaymentFile file, IReadOnlyList<CollectionTotal> totals, Stream stream)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " ", NewLineChars = "\n", CloseOutput = false };
        using var xml = XmlWriter.Create(stream, settings);
        new Pain001Writer(file, xml).WriteDocument(totals);
    }

    private void WriteDocument(IReadOnlyList<CollectionTotal> totals)
    {
        Start("Document");
        Start("CstmrCdtTrfInitn");
        WriteHeader(totals);
        for (var i = 0; i < totals.Count; i++) WriteCollection(_file.Collections[i], totals[i]);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteHeader(IReadOnlyList<CollectionTotal> totals)
    {
        Start("GrpHdr");
        Element("MsgId", _file.Id.Value);
        Element("CreDtTm", _file.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        WriteTotal(totals.Sum(t => t.Count), Money.Sum(totals.Select(t => t.Sum)));
        WriteParty("InitgPty", _file.InitiatingParty, null);
        _xml.WriteEndElement();
    }

    private void WriteCollection(PaymentInformation collection, CollectionTotal total)
    {
        Start("PmtInf");
        Element("PmtInfId", collection.Id.Value);
        Element("PmtMtd", "TRF");
        if (collection.BatchBooking is { } batch) Element("BtchBookg", batch ? "true" : "false");
        WriteTotal(total.Count, total.Sum);
        Nested("PmtTpInf", "SvcLvl", "Cd", "SEPA");
        Nested("ReqdExctnDt", "Dt", collection.ExecutionDate.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        WriteParty("Dbtr", collection.PayerName, total.LeavesEea ? collection.PayerAddress : null);
        Nested("DbtrAcct", "Id", "IBAN", collection.PayerIban.Value);
        WritePayerBank(collection.PayerBic);
        Element("ChrgBr", "SLEV");
        WritePayments(collection, total);
        _xml.WriteEndElement();
    }

    private void WritePayments(PaymentInformation collection, CollectionTotal total)
    {
        var (count, sum) = (0, Money.Zero);
        foreach (var payment in collection.Payments)
        {
            WritePayment(payment);
            (count, sum) = (count + 1, sum + payment.Amount);
        }

        if (count != total.Count || sum != total.Sum) throw Changed();
    }

    private void WritePayment(Payment payment)
    {
        Start("CdtTrfTxInf");
        Nested("PmtId", "EndToEndId", payment.Id.Value);
        WriteAmount(payment.Amount);
        if (payment.PayeeBic is { } bic) Nested("CdtrAgt", "FinInstnId", "BICFI", bic.Value);
        WriteParty("Cdtr", payment.PayeeName, payment.PayeeAddress);
        Nested("CdtrAcct", "Id", "IBAN", payment.PayeeIban.Value);
        if (!string.IsNullOrWhiteSpace(payment.Remittance)) WriteRemittance(payment.Remittance);
        _xml.WriteEndElement();
    }

    private void WriteAmount(Money amount)
    {
        Start("Amt");
        Start("InstdAmt");
        _xml.WriteAttributeString("Ccy", "EUR");
        _xml.WriteString(amount.ToInvariantString());
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteParty(string name, string holder, PostalAddress? address)
    {
        Start(name);
        Text("Nm", holder);
        if (address is not null) WriteAddress(address);
        _xml.WriteEndElement();
    }

    private void WriteAddress(PostalAddress address)
    {
        Start("PstlAdr");
        Part("StrtNm", address.Street);
        Part("BldgNb", address.BuildingNumber);
        Part("PstCd", address.PostCode);
        Part("TwnNm", address.Town);
        Element("Ctry", address.Country);
        _xml.WriteEndElement();
    }

    private void WritePayerBank(Bic? bic)
    {
        Start("DbtrAgt");
        if (bic is not null) Nested("FinInstnId", "BICFI", bic.Value);
        else Nested("FinInstnId", "Othr", "Id", "NOTPROVIDED");
        _xml.WriteEndElement();
    }

    private void WriteTotal(int count, Money sum)
    {
        Element("NbOfTxs", count.ToString(CultureInfo.InvariantCulture));
        Element("CtrlSum", sum.ToInvariantString());
    }

    private void Part(string name, string? value)
    {
        if (!string.IsNullOrWhiteSpace(value)) Text(name, value);
    }

    private void WriteRemittance(string remittance)
    {
        Start("RmtInf");
        Text("Ustrd", remittance);
        _xml.WriteEndElement();
    }

    /// <summary>What a person wrote, as the bank gets it.</summary>
    private void Text(string name, string text)
    {
        var sent = SepaText.Look(text, _file.Profile, out _);
        if (!sent.TryCopyTo(_sent)) throw Changed();
        Start(name);
        _xml.WriteChars(_sent, 0, sent.Length);
        _xml.WriteEndElement();
    }

    private static InvalidOperationException Changed() => new("The payments changed between checking and writing: discard this file.");

    private void Start(string name) => _xml.WriteStartElement(name, Pain001.Namespace);

    private void Element(string name, string value) => _xml.WriteElementString(name, Pain001.Namespace, value);

    private void Nested(string outer, string inner, string value)
    {
        Start(outer);
        Element(inner, value);
        _xml.WriteEndElement();
    }

    private void Nested(string outer, string middle, string inner, string value)
    {
        Start(outer);
        Nested(middle, inner, value);
        _xml.WriteEndElement();
    }
}
