namespace FondsWorkflow.Banking;

/// <summary>Which characters a bank account's files may hold.</summary>
public enum SepaProfile
{
    /// <summary>Only the set every bank in SEPA must carry: A–Z, a–z, 0–9, space and <c>/ - ? : ( ) . , ' +</c>. Ä becomes Ae.</summary>
    Transliterate,

    /// <summary>The German extension (DFÜ agreement, annex 3): Ä Ö Ü ä ö ü ß and <c>* $ %</c> stay as they are.</summary>
    KeepUmlauts,
}
