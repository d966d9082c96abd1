using System.Globalization;

namespace FondsWorkflow.Banking;

/// <summary>A rule that a payment file breaks: where, in which field, and why.</summary>
/// <param name="Collection">The collection, or null when the file itself is meant.</param>
/// <param name="Payout">The payout, or null when the collection or file is meant.</param>
/// <param name="Field">The field.</param>
/// <param name="Problem">The reason.</param>
public sealed record PaymentProblem(MessageId? Collection, string? Payout, PaymentField Field, Problem Problem)
{
    /// <summary>Place, field and reason for a person: <c>Auszahlung 17, Betrag: …</c>.</summary>
    public string Sentence(CultureInfo? culture = null) =>
        $"{Place(culture)}, {ProblemText.Get("Field." + Field, culture)}: {Problem.Sentence(culture)}";

    private string Place(CultureInfo? culture) =>
        Payout is not null ? ProblemText.Format("Place.Payout", culture, Payout)
        : Collection is not null ? ProblemText.Format("Place.Collection", culture, Collection.Value)
        : ProblemText.Get("Place.File", culture);
}
