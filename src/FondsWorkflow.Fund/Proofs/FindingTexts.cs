using System.Globalization;
using System.Resources;

namespace FondsWorkflow.Fund.Proofs;

/// <summary>The sentences about findings; they stand in <c>FindingTexts.resx</c>.</summary>
internal static class FindingTexts
{
    private static readonly ResourceManager Texts = new("FondsWorkflow.Fund.Proofs.FindingTexts", typeof(FindingTexts).Assembly);

    public static string Of(Finding finding, CultureInfo culture) =>
        string.Format(culture, Texts.GetString(finding.Kind.ToString(), culture)!, finding.Amount);
}
