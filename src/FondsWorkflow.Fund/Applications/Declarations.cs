namespace FondsWorkflow.Fund.Applications;

/// <summary>What the applicant declared, each with the version of the wording it was given to.</summary>
/// <param name="Given">Consents; a missing one was not given.</param>
public sealed record Declarations(IReadOnlyList<GivenDeclaration>? Given = null)
{
    /// <summary>True when the declaration was given, in whatever version.</summary>
    public bool Has(string key) => Given?.Any(d => string.Equals(d.Key, key, StringComparison.Ordinal)) ?? false;
}

/// <summary>One consent.</summary>
/// <param name="Key">Key of the guideline's declaration.</param>
/// <param name="Version">Version of the wording that was shown.</param>
/// <param name="At">When it was given (UTC).</param>
public sealed record GivenDeclaration(string Key, int Version, DateTimeOffset At);
