using System.Text.Json.Serialization;

namespace FondsWorkflow.Fund.Guidelines;

/// <summary>A value of the guideline together with where it comes from: nobody has to ask who invented a number.</summary>
/// <param name="Value">The value.</param>
/// <param name="Source">A source key (<c>B1</c>), a paragraph (<c>§ 31 KomHVO NRW</c>), or one that says <see cref="Proposal"/>.</param>
public sealed record Sourced<T>(T Value, string Source)
{
    /// <summary>Source of values that nobody decided yet: ask the city.</summary>
    public const string Proposal = "proposal";

    /// <summary>True when the city has still to confirm the value.</summary>
    [JsonIgnore]
    public bool IsProposal => Source.Contains(Proposal, StringComparison.Ordinal);
}
