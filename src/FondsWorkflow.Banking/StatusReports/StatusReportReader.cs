using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;

namespace FondsWorkflow.Banking;

/// <summary>Reads pain.002 as banks really send it: any namespace or none, sums without decimals, references without version.</summary>
public static class StatusReportReader
{
    private static readonly Dictionary<string, PaymentStatus> Codes = new(StringComparer.Ordinal)
    {
        ["RCVD"] = PaymentStatus.Pending, ["PDNG"] = PaymentStatus.Pending,
        ["ACTC"] = PaymentStatus.Accepted, ["ACCP"] = PaymentStatus.Accepted, ["ACSP"] = PaymentStatus.Accepted,
        ["ACWC"] = PaymentStatus.Accepted, ["ACWP"] = PaymentStatus.Accepted, ["ACFC"] = PaymentStatus.Accepted,
        ["ACSC"] = PaymentStatus.Settled, ["ACCC"] = PaymentStatus.Settled,
        ["PART"] = PaymentStatus.Partly, ["PATC"] = PaymentStatus.Partly,
        ["RJCT"] = PaymentStatus.Rejected, ["CANC"] = PaymentStatus.Rejected,
        ["RCVC"] = PaymentStatus.NameMatches, ["RVMC"] = PaymentStatus.NameAlmostMatches, ["RVNM"] = PaymentStatus.NameDiffers,
        ["RVNA"] = PaymentStatus.NameNotChecked, ["RVCM"] = PaymentStatus.NamesPartlyDiffer,
    };

    /// <summary>Reads a report and says why a file is none.</summary>
    public static bool TryRead(Stream stream, [NotNullWhen(true)] out StatusReport? report, [NotNullWhen(false)] out Problem? problem)
    {
        report = null;
        problem = BankXml.Load(stream, out var root) ?? ((report = Find(root)) is null ? BankXml.Other("pain.002", root) : null);
        return problem is null;
    }

    internal static StatusReport? Find(XElement root)
    {
        if (root.At("Document", "CstmrPmtStsRpt") is not { } body) return null;
        var group = body.At("OrgnlGrpInfAndSts");
        return new(
            body.Text("GrpHdr", "MsgId"),
            group.Text("OrgnlMsgId"),
            Statement(group, "GrpSts"),
            [.. body.Elements("OrgnlPmtInfAndSts").Select(Collection)]);
    }

    private static CollectionStatus Collection(XElement element) =>
        new(element.Text("OrgnlPmtInfId"), Statement(element, "PmtInfSts"), [.. element.Elements("TxInfAndSts").Select(Payment)]);

    private static TransactionStatus Payment(XElement element)
    {
        var statement = Statement(element, "TxSts") ?? new(PaymentStatus.Unknown, []);
        var original = element.At("OrgnlTxRef");
        return new(element.Reference("OrgnlEndToEndId"), statement)
        {
            Amount = original.Money("Amt", "InstdAmt") ?? original.Money("IntrBkSttlmAmt"),
            PayeeName = original.PartyName("Cdtr"),
            PayeeIban = original.Text("CdtrAcct", "Id", "IBAN"),
            NameAtBank = statement.Status == PaymentStatus.NameAlmostMatches ? NameAtBank(element) : null,
        };
    }

    /// <summary>The schema takes reasons without a status: they hold for what is said below.</summary>
    private static StatusStatement? Statement(XElement? element, string name)
    {
        var code = element.Text(name);
        if (code is null && element?.Elements("StsRsnInf").Any() is not true) return null;
        return new(Status(code), [.. element!.Elements("StsRsnInf").Select(Reason)])
        {
            Count = element.Number("OrgnlNbOfTxs"),
            Sum = element.Money("OrgnlCtrlSum"),
            Counts = element.Elements("NbOfTxsPerSts").GroupBy(e => Status(e.Text("DtldSts"))).ToDictionary(g => g.Key, g => (int)Math.Min(int.MaxValue, g.Sum(e => (long)(e.Number("DtldNbOfTxs") ?? 0)))),
        };
    }

    private static BankReason Reason(XElement element) => new(element.Code("Rsn"), element.Joined("AddtlInf"));

    private static PaymentStatus Status(string? code) => code is null ? PaymentStatus.Unknown : Codes.GetValueOrDefault(code);

    /// <summary>Some banks repeat the code in front of every line.</summary>
    private static string? NameAtBank(XElement element)
    {
        var lines = element.Elements("StsRsnInf").Elements("AddtlInf").Select(e => e.Value.Trim()).Select(t => t.StartsWith("RVMC ", StringComparison.Ordinal) ? t[5..].Trim() : t);
        var name = string.Join(' ', lines.Where(t => t.Length > 0));
        return name.Length > 0 ? name : null;
    }
}
