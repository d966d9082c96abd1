using System.Globalization;
using System.Resources;

namespace FondsWorkflow.Fund.Steering;

/// <summary>The sentences that explain a result; they stand in <c>BallotTexts.resx</c>.</summary>
internal static class BallotExplanation
{
    private static readonly ResourceManager Texts = new("FondsWorkflow.Fund.Steering.BallotTexts", typeof(BallotExplanation).Assembly);

    public static IReadOnlyList<string> Of(BallotResult result, CultureInfo culture)
    {
        List<string> lines = [Line(culture, result.Quorate ? "Quorate" : "NoQuorum", result.Participants, result.QuorumBase, result.QuorumNeeded)];
        if (result.Recused > 0)
        {
            lines.Add(Line(culture, "Recused", result.Recused));
        }

        if (result.Quorate)
        {
            lines.Add(Line(culture, "Votes", result.Yes, result.No, result.Abstained));
            lines.Add(Line(culture, Decision(result), result.Yes, result.YesNeeded));
        }

        return lines;
    }

    private static string Decision(BallotResult result) =>
        result.Outcome == BallotOutcome.Carried ? "Carried" : result.Tied ? "Tied" : "Rejected";

    private static string Line(CultureInfo culture, string key, params object[] numbers) =>
        string.Format(culture, Texts.GetString(key, culture)!, numbers);
}
