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

    /// <summary>An identifier is missing.</summary>
    IdentifierMissing,

    /// <summary>The identifier {0} has {1} characters, 35 are allowed.</summary>
    IdentifierTooLong,

    /// <summary>The identifier {0} holds characters outside the SEPA set.</summary>
    IdentifierCharacter,

    /// <summary>The identifier {0} begins or ends with a slash, or holds two in a row.</summary>
    IdentifierSlash,

    /// <summary>The identifier {0} begins or ends with a space.</summary>
    IdentifierSpace,

    /// <summary>The identifier {0} was already used by {1}.</summary>
    IdentifierTwice,

    /// <summary>{0} is a Saturday or Sunday.</summary>
    ClosedWeekend,

    /// <summary>{0} is New Year's Day.</summary>
    ClosedNewYear,

    /// <summary>{0} is Good Friday.</summary>
    ClosedGoodFriday,

    /// <summary>{0} is Easter Monday.</summary>
    ClosedEasterMonday,

    /// <summary>{0} is the 1st of May.</summary>
    ClosedLabourDay,

    /// <summary>{0} is Christmas Day or the day after.</summary>
    ClosedChristmas,

    /// <summary>The bank's closing time {0} has passed.</summary>
    AfterCutOff,

    /// <summary>{0} has passed.</summary>
    DatePast,

    /// <summary>The file holds no collection.</summary>
    FileEmpty,

    /// <summary>The collection holds no payment.</summary>
    CollectionEmpty,

    /// <summary>A file with exactly one payment is rejected by banks under the opt-out of payee verification.</summary>
    SinglePaymentUnderOptOut,

    /// <summary>The same amount goes to the same account with the same text as for {0}.</summary>
    SameTransferTwice,

    /// <summary>{0} is less than one cent.</summary>
    AmountNotPositive,

    /// <summary>{0} is more than a SEPA payment carries.</summary>
    AmountOverLimit,

    /// <summary>The sum is more than a file carries.</summary>
    SumOverLimit,

    /// <summary>A name is missing.</summary>
    NameMissing,

    /// <summary>The name {0} holds letters that no bank carries: {1}.</summary>
    NameLosesLetters,

    /// <summary>The text has {0} characters after mapping, {1} are allowed.</summary>
    TextTooLong,

    /// <summary>Nothing of the text {0} can be carried by a bank.</summary>
    TextVanishes,

    /// <summary>Payments to {0} are no SEPA payments.</summary>
    AccountNotSepa,

    /// <summary>The payee's account is the payer's account.</summary>
    PayeeIsPayer,

    /// <summary>An address was given although the account is inside the EEA.</summary>
    AddressInsideEea,

    /// <summary>A payment to {0} needs the payer's address.</summary>
    PayerAddressMissing,

    /// <summary>The address has no town.</summary>
    AddressTownMissing,

    /// <summary>{0} is no country code of ISO 3166.</summary>
    AddressCountryUnknown,

    /// <summary>The setting {0} of the profile is missing or wrong.</summary>
    ExportSettingMissing,

    /// <summary>The profile demands a value.</summary>
    ExportValueMissing,

    /// <summary>The profile has no translation for {0}.</summary>
    ExportValueNotListed,

    /// <summary>The value has {0} characters, {1} are allowed.</summary>
    ExportTooLong,

    /// <summary>The character {0} can't be written.</summary>
    ExportCharacter,

    /// <summary>The value holds a line break.</summary>
    ExportLineBreak,

    /// <summary>The profile is no JSON of the expected form: {0}</summary>
    ProfileUnreadable,

    /// <summary>The profile has no columns for payouts.</summary>
    ProfileEmpty,

    /// <summary>{0} is not one character.</summary>
    ProfileDelimiter,

    /// <summary>There is no field {0}.</summary>
    ProfileFieldUnknown,

    /// <summary>The format {0} does not fit the field {1}.</summary>
    ProfileFormat,

    /// <summary>The column has more than one source.</summary>
    ProfileTwoSources,

    /// <summary>A width or maximum of at least 1 is missing.</summary>
    ProfileWidth,

    /// <summary>{0} is not one character.</summary>
    ProfileFill,

    /// <summary>{0} is no name of an XML element.</summary>
    ProfileElementName,

    /// <summary>The file is no XML from line {0}, place {1}, on.</summary>
    MessageNotXml,

    /// <summary>The file declares a document type.</summary>
    MessageHasDtd,

    /// <summary>The file is too large.</summary>
    MessageTooLarge,

    /// <summary>The elements are nested more than {0} deep.</summary>
    MessageTooDeep,

    /// <summary>The file is {1}, expected was {0}.</summary>
    MessageOfOtherKind,

    /// <summary>The movement {0} has the unreadable amount {1}.</summary>
    EntryUnreadable,

    /// <summary>The movement {0} is in the currency {1}.</summary>
    EntryCurrency,

    /// <summary>The bank names no id.</summary>
    MatchWithoutId,

    /// <summary>The id {0} belongs to no open payout.</summary>
    MatchUnknownId,

    /// <summary>The bank says {0}, expected was {1}.</summary>
    MatchAmountDiffers,

    /// <summary>The bank counts {0} payments, sent were {1}.</summary>
    MatchCountDiffers,

    /// <summary>The payments do not add up to the movement.</summary>
    MatchSumDiffers,

    /// <summary>The payout {0} was told twice.</summary>
    MatchTwice,

    /// <summary>The bank takes back a movement.</summary>
    MatchReversal,

    /// <summary>Nothing follows from the bank's status.</summary>
    MatchStatusUnclear,

    /// <summary>{0} does not lie in the fiscal year from {1}.</summary>
    ExportOutsideYear,
}
