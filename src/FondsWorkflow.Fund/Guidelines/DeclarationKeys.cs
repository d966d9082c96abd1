namespace FondsWorkflow.Fund.Guidelines;

/// <summary>Declarations the rules themselves ask for; a guideline must contain them.</summary>
public static class DeclarationKeys
{
    /// <summary>The project has not begun, and will not before the written notice.</summary>
    public const string NotStarted = "not_started";

    /// <summary>All statements are true.</summary>
    public const string Truth = "truth";

    /// <summary>Data protection information was read.</summary>
    public const string Privacy = "privacy";

    /// <summary>Consent to receive the notice electronically; optional.</summary>
    public const string ElectronicNotice = "electronic_notice";
}
