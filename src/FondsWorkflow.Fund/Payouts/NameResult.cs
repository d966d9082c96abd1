namespace FondsWorkflow.Fund.Payouts;

/// <summary>Whether name and account belong together.</summary>
public enum NameResult
{
    /// <summary>They do.</summary>
    Matches,

    /// <summary>The name is almost right.</summary>
    AlmostMatches,

    /// <summary>The name is another one.</summary>
    Differs,

    /// <summary>The payee's bank could not tell.</summary>
    NotChecked,
}
