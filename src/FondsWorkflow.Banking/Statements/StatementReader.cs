using System.Diagnostics.CodeAnalysis;
using System.Xml.Linq;

namespace FondsWorkflow.Banking;

/// <summary>Reads camt.052, camt.053 and camt.054 in the versions .001.02 to .001.08 as banks really send them.</summary>
public static class StatementReader
{
    private static readonly (StatementKind Kind, string Body, string Statement)[] Kinds =
    [
        (StatementKind.Report, "BkToCstmrAcctRpt", "Rpt"),
        (StatementKind.Statement, "BkToCstmrStmt", "Stmt"),
        (StatementKind.Notification, "BkToCstmrDbtCdtNtfctn", "Ntfctn"),
    ];

    /// <summary>Reads a file and says why it is none. Single unreadable movements don't spoil the rest: they are listed.</summary>
    public static bool TryRead(Stream stream, [NotNullWhen(true)] out StatementFile? file, [NotNullWhen(false)] out Problem? problem)
    {
        file = null;
        problem = BankXml.Load(stream, out var root) ?? ((file = Find(root)) is null ? BankXml.Other("camt.052, camt.053, camt.054", root) : null);
        return problem is null;
    }

    internal static StatementFile? Find(XElement root)
    {
        foreach (var kind in Kinds)
        {
            if (root.At("Document", kind.Body) is not { } body) continue;
            var problems = new List<Problem>();
            return new(kind.Kind, body.Text("GrpHdr", "MsgId"), [.. body.Elements(kind.Statement).Select(s => Statement(s, problems))], problems);
        }

        return null;
    }

    /// <summary>Stands in the key of each of its movements: what no bank would write is cut.</summary>
    private static string? Short(string? id) => id is { Length: > XmlRead.MaxReference } ? id[..XmlRead.MaxReference] : id;

    private static BankStatement Statement(XElement element, List<Problem> problems)
    {
        var statement = new BankStatement(
            Short(element.Text("Id")),
            Short(element.Text("Acct", "Id", "IBAN") ?? element.Text("Acct", "Id", "Othr", "Id")),
            element.Instant("CreDtTm"),
            []);
        return statement with { Entries = [.. element.Elements("Ntry").Select((e, index) => EntryReader.Read(e, statement, index, problems)).OfType<StatementEntry>()] };
    }
}
