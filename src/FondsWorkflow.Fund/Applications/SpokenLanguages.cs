namespace FondsWorkflow.Fund.Applications;

/// <summary>The languages in which an applicant can ask to be written to; until there are texts in one, German is used. Legal text binds in German.</summary>
public static class SpokenLanguages
{
    /// <summary>German, the source of all texts.</summary>
    public const string German = "de";

    /// <summary>Codes as in BCP 47; <c>de-leicht</c> is Leichte Sprache.</summary>
    public static IReadOnlyList<string> All { get; } = [German, "de-leicht", "en", "tr", "ru", "pl", "ar", "ku", "uk", "el"];
}
