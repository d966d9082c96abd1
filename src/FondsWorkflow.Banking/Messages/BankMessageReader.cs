using System.Diagnostics.CodeAnalysis;

namespace FondsWorkflow.Banking;

/// <summary>Reads whatever a bank sends about payments, for a person who should not need to know what it is called.</summary>
public static class BankMessageReader
{
    /// <summary>Reads pain.002, camt.052, camt.053 or camt.054, and says why a file is none of them.</summary>
    public static bool TryRead(Stream stream, [NotNullWhen(true)] out BankMessage? message, [NotNullWhen(false)] out Problem? problem)
    {
        message = null;
        problem = BankXml.Load(stream, out var root);
        if (problem is not null) return false;
        if (StatusReportReader.Find(root) is { } report) message = new(report, null);
        else if (StatementReader.Find(root) is { } file) message = new(null, file);
        else problem = BankXml.Other("pain.002, camt.052, camt.053, camt.054", root);
        return problem is null;
    }
}

/// <summary>A status report or account movements: exactly one of the two.</summary>
/// <param name="Report">What the bank says about a payment file.</param>
/// <param name="Movements">What happened on the account.</param>
public sealed record BankMessage(StatusReport? Report, StatementFile? Movements)
{
    /// <summary>Finds the payouts it speaks of.</summary>
    /// <param name="expected">Every payment that was exported and is not closed, its id unique.</param>
    /// <param name="imported">Keys of movements that were imported before.</param>
    public MatchResult Match(IReadOnlyCollection<ExpectedPayment> expected, IReadOnlySet<string> imported) =>
        Report is not null ? StatusMatching.Match(Report, expected) : StatementMatching.Match(Movements!, expected, imported);
}
