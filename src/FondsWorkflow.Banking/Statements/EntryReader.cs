using System.Globalization;
using System.Xml.Linq;

namespace FondsWorkflow.Banking;

/// <summary>Reads one movement. Where the versions differ, both forms are read.</summary>
internal static class EntryReader
{
    internal static StatementEntry? Read(XElement element, BankStatement statement, int index, List<Problem> problems)
    {
        var key = Key(element, statement, index);
        if (element.Money("Amt") is not { } amount || element.Text("CdtDbtInd") is not ("CRDT" or "DBIT"))
        {
            problems.Add(new(ProblemCode.EntryUnreadable, key, element.Text("Amt") ?? ""));
            return null;
        }

        if (element.At("Amt")!.Attribute("Ccy")?.Value is { } currency and not "EUR")
        {
            problems.Add(new(ProblemCode.EntryCurrency, key, currency));
            return null;
        }

        return Entry(element, key, amount);
    }

    private static StatementEntry Entry(XElement element, string key, Money amount)
    {
        var isCredit = element.Text("CdtDbtInd") is "CRDT";
        var batch = Batch(element);
        var details = element.Elements("NtryDtls").Elements("TxDtls").ToList();
        var single = details.Count == 1 && batch?.Count is null or 1 ? amount : (Money?)null;
        return new(key, amount, isCredit, IsBooked(element))
        {
            IsReversal = element.Text("RvslInd") is "true" or "1",
            BookedOn = element.Day("BookgDt"),
            ValueOn = element.Day("ValDt"),
            BankReference = element.Reference("AcctSvcrRef"),
            Batch = batch,
            Details = [.. details.Select(d => Detail(d, element, isCredit, single))],
            Return = IsReturn(element) ? new(null, element.Text("AddtlNtryInf")) : null,
            Text = element.Text("AddtlNtryInf"),
        };
    }

    private static EntryDetail Detail(XElement element, XElement entry, bool isCredit, Money? single)
    {
        var (party, account) = isCredit ? ("Dbtr", "DbtrAcct") : ("Cdtr", "CdtrAcct");
        return new(element.Reference("Refs", "EndToEndId"), Amount(element) ?? single)
        {
            CollectionId = element.Reference("Refs", "PmtInfId"),
            Name = element.PartyName("RltdPties", party),
            Account = element.Text("RltdPties", account, "Id", "IBAN") ?? element.Text("RltdPties", account, "Id", "Othr", "Id"),
            Remittance = element.At("RmtInf").Joined("Ustrd"),
            Return = Return(element, entry),
        };
    }

    /// <summary>The transaction's own amount in euro: directly since version 4, in the details before.</summary>
    private static Money? Amount(XElement element)
    {
        var own = element.At("Amt") ?? element.At("AmtDtls", "TxAmt", "Amt");
        return own?.Attribute("Ccy")?.Value is null or "EUR" ? own.Money() : null;
    }

    /// <summary>Return information, or the bank transaction code of a return.</summary>
    private static BankReason? Return(XElement element, XElement entry)
    {
        if (element.At("RtrInf") is { } info) return new(info.Code("Rsn"), info.Joined("AddtlInf"));
        return IsReturn(element) || IsReturn(entry) ? new(null, null) : null;
    }

    /// <summary>Sub-family RRTN, or the German code 159 for a credit transfer that comes back (<c>NTRF+159+00931</c>).</summary>
    private static bool IsReturn(XElement element) =>
        element.Text("BkTxCd", "Domn", "Fmly", "SubFmlyCd") is "RRTN"
        || (element.Text("BkTxCd", "Prtry", "Cd") is { } code && code.Split('+').Contains("159", StringComparer.Ordinal));

    private static EntryBatch? Batch(XElement element)
    {
        if (element.At("NtryDtls", "Btch") is not { } batch) return null;
        return new(batch.Reference("MsgId"), batch.Reference("PmtInfId"), batch.Number("NbOfTxs"), batch.Money("TtlAmt"));
    }

    private static bool IsBooked(XElement element) => (element.Code("Sts") ?? element.Text("Sts")) is "BOOK";

    /// <summary>
    /// Account, day, statement, reference, place, amount and first payment. No shorter: ids of statements come again each year, some
    /// banks use one for ever, and references may all be <c>NONREF</c>.
    /// </summary>
    private static string Key(XElement element, BankStatement statement, int index)
    {
        var day = (element.Day("BookgDt") ?? element.Day("ValDt"))?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? $"{statement.CreatedAt?.Year}";
        var reference = element.Text("NtryRef") ?? element.Text("AcctSvcrRef");
        var amount = $"{element.Text("CdtDbtInd")} {element.Money("Amt")?.ToInvariantString() ?? element.Text("Amt")}";
        var payment = element.Elements("NtryDtls").Elements("TxDtls").FirstOrDefault().Text("Refs", "EndToEndId");
        return string.Create(CultureInfo.InvariantCulture, $"{statement.Account}|{day}|{statement.Id}|{reference}|{index}|{amount}|{payment}");
    }
}
