using System.Globalization;
using System.Resources;

namespace FondsWorkflow.Fund;

/// <summary>What is wrong with a seed file, in sentences for the person who writes it, and the few words that are no rule: <c>FundTexts.resx</c>. German is the source; other languages are satellite files.</summary>
internal static class FundTexts
{
    private static readonly ResourceManager Texts = new("FondsWorkflow.Fund.FundTexts", typeof(FundTexts).Assembly);

    /// <exception cref="InvalidOperationException">When there is no such sentence.</exception>
    public static string Of(string key, params object[] values)
        => string.Format(CultureInfo.InvariantCulture, Texts.GetString(key, CultureInfo.CurrentUICulture) ?? throw new InvalidOperationException($"No text for {key}."), values);
}
