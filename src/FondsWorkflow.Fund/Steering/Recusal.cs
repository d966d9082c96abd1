namespace FondsWorkflow.Fund.Steering;

/// <summary>A member who takes no part in one decision (Befangenheit, §§ 20, 21 VwVfG NRW, § 31 GO NRW) and leaves the room for it.</summary>
/// <param name="MemberId">User id of the member.</param>
/// <param name="Ground">Why.</param>
/// <param name="Note">More about it; needed for <see cref="RecusalGround.Other"/>.</param>
/// <param name="DeclaredByMember">True when the member declared it, false when it was recorded by others.</param>
/// <param name="RecordedBy">User id of who recorded it.</param>
/// <param name="VoteStruck">True when the member had voted already and the vote was struck.</param>
/// <param name="At">When, UTC.</param>
public sealed record Recusal(
    string MemberId, RecusalGround Ground, string Note, bool DeclaredByMember, string RecordedBy, bool VoteStruck, DateTimeOffset At);

/// <summary>A recusal that was said before the ballot on its item.</summary>
/// <param name="AgendaItemId">The item.</param>
/// <param name="Recusal">Who and why.</param>
public sealed record ItemRecusal(Guid AgendaItemId, Recusal Recusal);

/// <summary>Why somebody is biased (§ 20 Abs. 1, § 21 VwVfG NRW).</summary>
public enum RecusalGround
{
    /// <summary>The own application.</summary>
    OwnApplication,

    /// <summary>A relative of the applicant.</summary>
    Relative,

    /// <summary>Represents or advises the applicant.</summary>
    Representative,

    /// <summary>Sits on the board of the applying group.</summary>
    BoardMember,

    /// <summary>Is paid by the applying group.</summary>
    Employee,

    /// <summary>Another reason to doubt an impartial vote (§ 21).</summary>
    Other,
}
