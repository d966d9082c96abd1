namespace FondsWorkflow.Banking;

/// <summary>The part of a payment file a refusal is about. Its German name stands in <c>Problems.resx</c>.</summary>
public enum PaymentField
{
    /// <summary>The file as a whole.</summary>
    File,

    /// <summary>Who hands the file in.</summary>
    InitiatingParty,

    /// <summary>Id of a collection.</summary>
    CollectionId,

    /// <summary>The payments of a collection as a whole.</summary>
    Payments,

    /// <summary>Day of execution.</summary>
    ExecutionDate,

    /// <summary>Holder of the payer's account.</summary>
    PayerName,

    /// <summary>The payer's account.</summary>
    PayerIban,

    /// <summary>The payer's address.</summary>
    PayerAddress,

    /// <summary>Id of a payment.</summary>
    EndToEndId,

    /// <summary>Amount of a payment.</summary>
    Amount,

    /// <summary>Holder of the payee's account.</summary>
    PayeeName,

    /// <summary>The payee's account.</summary>
    PayeeIban,

    /// <summary>The payee's address.</summary>
    PayeeAddress,

    /// <summary>Text for the payee's statement.</summary>
    Remittance,
}
