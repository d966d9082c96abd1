using System.Globalization;

namespace FondsWorkflow.Fund.Steering;

/// <summary>What a ballot came to, with every number it was computed from.</summary>
/// <param name="Outcome">Carried, rejected, or no quorum.</param>
/// <param name="Yes">Votes for the motion.</param>
/// <param name="No">Votes against it.</param>
/// <param name="Abstained">Abstentions.</param>
/// <param name="NotVoted">Present members who did not vote; always 0 in a circular resolution.</param>
/// <param name="Recused">Members who took no part.</param>
/// <param name="Participants">Members who took part: present and not recused, or who answered in a circular resolution.</param>
/// <param name="QuorumBase">Voting seats without the seats of recused members.</param>
/// <param name="QuorumNeeded">Participants needed.</param>
/// <param name="YesNeeded">Yes votes that would have carried the motion with these participants.</param>
public sealed record BallotResult(
    BallotOutcome Outcome, int Yes, int No, int Abstained, int NotVoted, int Recused, int Participants, int QuorumBase, int QuorumNeeded, int YesNeeded)
{
    /// <summary>True when enough members took part.</summary>
    public bool Quorate => Outcome != BallotOutcome.NoQuorum;

    /// <summary>True when the votes were equal, which rejects the motion.</summary>
    public bool Tied => Quorate && Yes == No;

    /// <summary>How the result came about, line by line, for minutes and pages.</summary>
    public IReadOnlyList<string> Explain(CultureInfo culture) => BallotExplanation.Of(this, culture);
}

/// <summary>What a ballot came to.</summary>
public enum BallotOutcome
{
    /// <summary>Angenommen.</summary>
    Carried,

    /// <summary>Abgelehnt.</summary>
    Rejected,

    /// <summary>Nicht beschlussfähig: nothing is decided.</summary>
    NoQuorum,
}
