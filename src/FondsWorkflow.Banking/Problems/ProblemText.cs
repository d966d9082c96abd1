using System.Globalization;
using System.Resources;

namespace FondsWorkflow.Banking;

/// <summary>The sentences of this library by key. A further language is a further resource file.</summary>
internal static class ProblemText
{
    private static readonly ResourceManager Texts = new("FondsWorkflow.Banking.Problems.Problems", typeof(ProblemText).Assembly);

    internal static string Get(string key, CultureInfo? culture) =>
        Find(key, culture) ?? throw new InvalidOperationException($"No text for {key}.");

    internal static string? Find(string key, CultureInfo? culture) => Texts.GetString(key, culture ?? CultureInfo.CurrentUICulture);

    internal static string Format(string key, CultureInfo? culture, params object[] values) =>
        string.Format(CultureInfo.InvariantCulture, Get(key, culture), values);
}
