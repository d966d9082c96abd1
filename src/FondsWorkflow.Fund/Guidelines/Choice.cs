namespace FondsWorkflow.Fund.Guidelines;

/// <summary>One entry of a list people choose from.</summary>
/// <param name="Key">Stable key that is stored.</param>
/// <param name="Label">German label that is shown.</param>
/// <param name="Source">Where the entry comes from.</param>
public sealed record Choice(string Key, string Label, string Source);

/// <summary>A category of costs.</summary>
/// <param name="Key">Stable key that is stored.</param>
/// <param name="Label">German label that is shown.</param>
/// <param name="IsEquipment">True when what is bought stays and must be kept (Zweckbindung).</param>
/// <param name="Source">Where the entry comes from.</param>
public sealed record CostCategory(string Key, string Label, bool IsEquipment, string Source);

/// <summary>A text the applicant agrees to. Its version is stored with the consent, so the exact wording can be shown later.</summary>
/// <param name="Key">Stable key.</param>
/// <param name="Version">1, 2, …; a changed wording gets a new version.</param>
/// <param name="Text">The wording. German binds.</param>
/// <param name="Required">False for consents that may be refused without harm.</param>
/// <param name="Source">Where the declaration comes from.</param>
public sealed record DeclarationText(string Key, int Version, string Text, bool Required, string Source);
