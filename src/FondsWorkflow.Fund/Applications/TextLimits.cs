namespace FondsWorkflow.Fund.Applications;

/// <summary>How long texts may be, in characters (domain.md §3.1; lengths without a source are proposals).</summary>
public static class TextLimits
{
    /// <summary>Project title.</summary>
    public const int Title = 120;

    /// <summary>Public short description.</summary>
    public const int Summary = 500;

    /// <summary>Names, streets, places: one line.</summary>
    public const int Line = 200;

    /// <summary>Reasons and short answers.</summary>
    public const int Answer = 1000;

    /// <summary>Long descriptions.</summary>
    public const int Description = 5000;

    /// <summary>Cost items, third parties.</summary>
    public const int Rows = 100;
}
