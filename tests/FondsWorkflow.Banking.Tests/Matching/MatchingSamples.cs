namespace FondsWorkflow.Banking.Tests.Matching;

internal static class MatchingSamples
{
    internal static IReadOnlyList<ExpectedPayment> Three { get; } = [Payment(1), Payment(2), Payment(3)];

    internal static ExpectedPayment Payment(int number) =>
        new($"P{number}", EndToEndId.For(2026, number, 1), Money.FromCents(50000), MessageId.For(2026, 17), MessageId.For(2026, 17).Collection(1));

    internal static MatchResult Statement(string name, params string[] imported) =>
        StatementMatching.Match(Received.Statement(name), Three, imported.ToHashSet());

    internal static MatchResult StatementOf(string entries) =>
        StatementMatching.Match(Received.StatementOf($"<Document><BkToCstmrStmt><Stmt><Id>1</Id>{entries}</Stmt></BkToCstmrStmt></Document>"), Three, new HashSet<string>());

    internal static MatchResult Report(string name) => StatusMatching.Match(Received.Report(name), Three);

    internal static MatchResult ReportOf(string inner) => StatusMatching.Match(Received.ReportOf($"<Document><CstmrPmtStsRpt>{inner}</CstmrPmtStsRpt></Document>"), Three);

    internal static string[] Told(this MatchResult result) => [.. result.Matches.Select(m => $"{m.Payment.Payout} {m.Outcome} {m.Reason?.Code}".TrimEnd())];

    internal static string[] Listed(this MatchResult result) => [.. result.Unmatched.Select(u => u.Reason.ToString())];
}
