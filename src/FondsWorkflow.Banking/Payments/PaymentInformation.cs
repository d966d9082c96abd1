namespace FondsWorkflow.Banking;

/// <summary>One collection in a file: payments from one account on one day.</summary>
/// <param name="Id">Unique in the file; see <see cref="MessageId.Collection"/>.</param>
/// <param name="ExecutionDate">A day on which banks settle payments; see <see cref="TargetCalendar.Plan"/>.</param>
/// <param name="PayerName">Holder of the account, at most 70 characters.</param>
/// <param name="PayerIban">The account the money leaves.</param>
/// <param name="Payments">At least one. Read several times and never kept, so it may be a generator over a table, but must give the same each time.</param>
public sealed record PaymentInformation(
    MessageId Id,
    DateOnly ExecutionDate,
    string PayerName,
    Iban PayerIban,
    IEnumerable<Payment> Payments)
{
    /// <summary>The payer's bank; without it the file says <c>NOTPROVIDED</c>.</summary>
    public Bic? PayerBic { get; init; }

    /// <summary>True: one line on the statement for the whole collection. False: one per payment. Null: as agreed with the bank.</summary>
    public bool? BatchBooking { get; init; } = true;

    /// <summary>Goes into the file only when a payment leaves the European Economic Area, and is then demanded.</summary>
    public PostalAddress? PayerAddress { get; init; }
}
