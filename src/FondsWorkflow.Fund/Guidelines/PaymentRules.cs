namespace FondsWorkflow.Fund.Guidelines;

/// <summary>How money is paid.</summary>
/// <param name="Model">The standard way.</param>
/// <param name="AdvanceWithReason">True when an advance can be asked for as a reasoned exception.</param>
/// <param name="AdvanceUseMonths">Months in which an advance must be spent.</param>
/// <param name="OnePersonMayCertifyBoth">True when one person may certify factually and arithmetically (§ 31 KomHVO NRW leaves it to the mayor).</param>
/// <param name="LastRequestInYear">Last day to ask for money of the year's budget.</param>
public sealed record PaymentRules(
    Sourced<PaymentModel> Model,
    Sourced<bool> AdvanceWithReason,
    Sourced<int> AdvanceUseMonths,
    Sourced<bool> OnePersonMayCertifyBoth,
    Sourced<DayOfYear> LastRequestInYear);

/// <summary>The standard way money is paid.</summary>
public enum PaymentModel
{
    /// <summary>Costs are refunded against receipts.</summary>
    Reimbursement,

    /// <summary>Money comes first, receipts afterwards.</summary>
    Advance,
}
