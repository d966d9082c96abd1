using FondsWorkflow.Banking;

namespace FondsWorkflow.Fund.Proofs;

/// <summary>What the group tells about its project (Sachbericht). Texts have at most 4,000 characters.</summary>
/// <param name="Course">What happened.</param>
/// <param name="Results">What came of the goals.</param>
/// <param name="Experience">What went well and what was hard; optional.</param>
/// <param name="Publicity">How the public heard of it and of the support; optional.</param>
/// <param name="Participants">Number of participants, 0 or more; a number instead of a list of names.</param>
/// <param name="From">First day of the project as it was.</param>
/// <param name="To">Last day.</param>
public sealed record ProofReport(
    string Course, string Results, string Experience, string Publicity, int Participants, DateOnly From, DateOnly To);

/// <summary>A receipt (Beleg).</summary>
/// <param name="Id">Id of the receipt.</param>
/// <param name="Number">1, 2, … the number on the paper and in the list.</param>
/// <param name="Date">Date of the receipt.</param>
/// <param name="PaidOn">Day of payment.</param>
/// <param name="Payee">Who got the money, at most 200 characters.</param>
/// <param name="Reason">What for, at most 500 characters.</param>
/// <param name="Amount">How much, above zero.</param>
/// <param name="CostItemIndex">Position of the cost plan it belongs to, counted from 0.</param>
/// <param name="IsOwnReceipt">True for a receipt that the group wrote itself (Eigenbeleg).</param>
/// <param name="PayeeAddress">Address of the payee; needed for an own receipt.</param>
/// <param name="AttachmentId">The scan; null when it is missing.</param>
public sealed record Receipt(
    Guid Id,
    int Number,
    DateOnly Date,
    DateOnly PaidOn,
    string Payee,
    string Reason,
    Money Amount,
    int CostItemIndex,
    bool IsOwnReceipt,
    string? PayeeAddress,
    Guid? AttachmentId)
{
    internal Receipt Clean() => this with
    {
        Payee = PlainText.Of(Payee),
        Reason = PlainText.Of(Reason),
        PayeeAddress = PayeeAddress is null ? null : PlainText.Of(PayeeAddress),
    };
}

/// <summary>Money that really came in, beside the grant.</summary>
/// <param name="Income">Entrance fees, sales and other income of the project.</param>
/// <param name="OwnMeans">The group's own money.</param>
/// <param name="ThirdParty">Other grants and donations.</param>
public sealed record ProofFinancing(Money Income, Money OwnMeans, Money ThirdParty)
{
    /// <summary>All of it.</summary>
    public Money Total => Income + OwnMeans + ThirdParty;
}

/// <summary>A question about a proof that the group must answer (Beanstandung).</summary>
/// <param name="Id">Id.</param>
/// <param name="Text">What is missing or unclear, at most 2,000 characters.</param>
/// <param name="DueOn">Last day to answer.</param>
/// <param name="By">User id of who asks.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Answer">The group's answer; null while it is missing.</param>
/// <param name="AnsweredAt">When, UTC.</param>
public sealed record Objection(Guid Id, string Text, DateOnly DueOn, string By, DateTimeOffset At, string? Answer, DateTimeOffset? AnsweredAt);

/// <summary>What is recognised of one receipt.</summary>
/// <param name="ReceiptId">The receipt.</param>
/// <param name="Amount">0 up to the receipt's amount.</param>
/// <param name="Note">Why not all of it; needed then. At most 500 characters.</param>
public sealed record Recognition(Guid ReceiptId, Money Amount, string Note);

/// <summary>One position of the cost plan, as the application has it.</summary>
/// <param name="Index">Counted from 0.</param>
/// <param name="Label">Name of the position.</param>
/// <param name="Amount">Planned costs.</param>
public sealed record PlannedCost(int Index, string Label, Money Amount);

/// <summary>What a proof is checked against.</summary>
/// <param name="NoticeOn">Date of the grant notice; nothing is bought or ordered before.</param>
/// <param name="Plan">The cost plan.</param>
/// <param name="Today">Local day.</param>
public sealed record ProofBasis(DateOnly NoticeOn, IReadOnlyList<PlannedCost> Plan, DateOnly Today);

/// <summary>Where a proof stands; derived from what was done.</summary>
public enum ProofState
{
    /// <summary>The group writes it.</summary>
    Draft,

    /// <summary>It is being checked.</summary>
    Submitted,

    /// <summary>The group has a question to answer.</summary>
    Objected,

    /// <summary>It was accepted, in full or in part.</summary>
    Accepted,
}
