namespace FondsWorkflow.Fund.People;

/// <summary>Which file moves the money.</summary>
public enum PaymentChannel
{
    /// <summary>pain.001 at the bank. The bookkeeping file only records it, so no profile is taken that a program could pay from.</summary>
    BankFile,

    /// <summary>The bookkeeping file, in the city's finance system. No file for the bank is written.</summary>
    FinanceSystem,
}
