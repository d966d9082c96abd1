namespace FondsWorkflow.Banking;

/// <summary>Every reason why this library refuses or remarks on something. The sentence for a person stands in <c>Problems.resx</c> under the same name.</summary>
public enum ProblemCode
{
    /// <summary>No amount was given.</summary>
    AmountMissing,

    /// <summary>{0} is not an amount in German notation.</summary>
    AmountNotANumber,

    /// <summary>{0} separates the cents with a point instead of a comma.</summary>
    AmountDecimalPoint,

    /// <summary>{0} has more than two decimals.</summary>
    AmountTooManyDecimals,

    /// <summary>{0} is larger than any amount this library holds.</summary>
    AmountTooLarge,

    /// <summary>No IBAN was given.</summary>
    IbanMissing,

    /// <summary>The IBAN holds the character {0}.</summary>
    IbanCharacter,

    /// <summary>The IBAN does not begin with two letters and two check digits.</summary>
    IbanStart,

    /// <summary>{0} is no country with IBANs.</summary>
    IbanCountryUnknown,

    /// <summary>The IBAN has {0} characters, the country {2} demands {1}.</summary>
    IbanLength,

    /// <summary>The account part does not have the form {1} of the country {0}.</summary>
    IbanStructure,

    /// <summary>The check digits do not fit the rest of the IBAN.</summary>
    IbanCheckDigits,

    /// <summary>No BIC was given.</summary>
    BicMissing,

    /// <summary>{0} does not have the form of a BIC.</summary>
    BicForm,
}
