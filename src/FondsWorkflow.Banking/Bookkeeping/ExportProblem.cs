using System.Globalization;

namespace FondsWorkflow.Banking;

/// <summary>Why a bookkeeping file is not written, or a profile not taken.</summary>
/// <param name="Payout">The payout, or null when the file or the profile is meant.</param>
/// <param name="Column">Title of the column, empty when the whole is meant.</param>
/// <param name="Problem">The reason.</param>
public sealed record ExportProblem(string? Payout, string Column, Problem Problem)
{
    /// <summary>Place, column and reason for a person.</summary>
    public string Sentence(CultureInfo? culture = null)
    {
        var place = Payout is null ? ProblemText.Get("Place.Export", culture) : ProblemText.Format("Place.Payout", culture, Payout);
        return Column.Length == 0 ? $"{place}: {Problem.Sentence(culture)}" : $"{place}, {Column}: {Problem.Sentence(culture)}";
    }
}
