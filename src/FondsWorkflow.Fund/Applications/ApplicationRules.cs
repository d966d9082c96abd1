namespace FondsWorkflow.Fund.Applications;

/// <summary>The rules of an application. Codes are stable; the sentences people read stand in <c>RuleTexts.Applications.resx</c>.</summary>
public static class ApplicationRules
{
    /// <summary>{0} characters allowed, {1} too many.</summary>
    public static readonly Rule TextFits = new("A01", "A text fits its field.");

    /// <summary>Required field.</summary>
    public static readonly Rule FieldIsFilled = new("A02", "A required field is filled in.");

    /// <summary>E-mail address.</summary>
    public static readonly Rule EmailIsPlausible = new("A03", "An e-mail address can be written to.");

    /// <summary>Postal code.</summary>
    public static readonly Rule PostalCodeHasFiveDigits = new("A04", "A postal code has five digits.");

    /// <summary>Phone number.</summary>
    public static readonly Rule PhoneIsPlausible = new("A05", "A phone number can be called.");

    /// <summary>Reachability.</summary>
    public static readonly Rule PhoneOrEmail = new("A06", "One can be reached by phone or e-mail.");

    /// <summary>Group name.</summary>
    public static readonly Rule GroupHasName = new("A07", "Whoever is no single person names the group.");

    /// <summary>Representative.</summary>
    public static readonly Rule GroupHasRepresentative = new("A08", "A group names the person who is responsible for it.");

    /// <summary>Association register.</summary>
    public static readonly Rule AssociationIsRegistered = new("A09", "An association gives its register number or attaches the extract.");

    /// <summary>Value from a list.</summary>
    public static readonly Rule ChoiceIsFromList = new("A10", "A choice is one of the guideline's list.");

    /// <summary>Goals.</summary>
    public static readonly Rule NamesAGoal = new("A11", "A project names at least one goal of the fund.");

    /// <summary>Numbers in range, {0} to {1}.</summary>
    public static readonly Rule NumberIsInRange = new("A12", "A number lies in its range.");

    /// <summary>Period order.</summary>
    public static readonly Rule EndsAfterStart = new("A13", "The last day is not before the first.");

    /// <summary>No retroactive grant.</summary>
    public static readonly Rule StartsInFuture = new("A14", "A project starts after the day of submission.");

    /// <summary>End of the grant period {0}.</summary>
    public static readonly Rule EndsInGrantPeriod = new("A15", "A project ends within the grant period.");

    /// <summary>Outside the area.</summary>
    public static readonly Rule OutsideHasReason = new("A16", "A place outside the area needs a reason.");

    /// <summary>Permits.</summary>
    public static readonly Rule OthersLandHasPermit = new("A17", "Public space or others' land needs consent or permits.");

    /// <summary>Early start.</summary>
    public static readonly Rule EarlyStartIsAllowed = new("A18", "An early start is asked for only where the guideline allows it, with a reason.");

    /// <summary>At least one cost.</summary>
    public static readonly Rule HasCosts = new("A19", "The cost plan has at least one item.");

    /// <summary>Rows, at most {0}.</summary>
    public static readonly Rule NotTooManyRows = new("A20", "A list has no more rows than people can check.");

    /// <summary>Positive amount up to {0}.</summary>
    public static readonly Rule AmountIsPositive = new("A21", "An amount is more than nothing and not absurd.");

    /// <summary>Not negative, up to {0}.</summary>
    public static readonly Rule AmountIsNotNegative = new("A22", "An amount is not negative and not absurd.");

    /// <summary>Expected {0}.</summary>
    public static readonly Rule AmountIsQuantityTimesPrice = new("A23", "An amount is quantity times price, rounded to the cent.");

    /// <summary>Costs {0}, financing {1}, difference {2}.</summary>
    public static readonly Rule FinancingBalances = new("A24", "Financing equals costs to the cent.");

    /// <summary>Soft cap {0}.</summary>
    public static readonly Rule AboveCapHasReason = new("A25", "A request above the soft cap needs a reason (B1).");

    /// <summary>Own share of {0} percent, at least {1}.</summary>
    public static readonly Rule OwnShareIsReached = new("A26", "The own share of the guideline is reached.");

    /// <summary>No own means.</summary>
    public static readonly Rule NoOwnMeansHasReason = new("A27", "Whoever has no own means says why.");

    /// <summary>{0} quotes from {1}.</summary>
    public static readonly Rule QuotesAreThere = new("A28", "From the threshold, quotes are attached or their lack is explained.");

    /// <summary>Follow-up costs.</summary>
    public static readonly Rule FollowUpCostsAreBorne = new("A29", "Follow-up costs are borne by somebody (B1).");

    /// <summary>Equipment.</summary>
    public static readonly Rule EquipmentHasCustody = new("A30", "Equipment has a place where it stays.");

    /// <summary>Other public funding.</summary>
    public static readonly Rule PublicFundingIsListed = new("A31", "Other public funding is listed with giver and amount.");

    /// <summary>Advance.</summary>
    public static readonly Rule AdvanceIsReasonedException = new("A32", "An advance is at most the request, allowed by the guideline and has a reason.");

    /// <summary>Net amounts.</summary>
    public static readonly Rule NetAmountsAreConfirmed = new("A33", "Whoever deducts input tax gives net amounts.");

    /// <summary>Publicity.</summary>
    public static readonly Rule PublicityIsPromised = new("A34", "The programme's logos are shown.");

    /// <summary>Declarations.</summary>
    public static readonly Rule DeclarationIsGiven = new("A35", "A required declaration is given in its current wording.");

    /// <summary>Open parts.</summary>
    public static readonly Rule PartIsOpen = new("A40", "Only open parts of the form can be changed.");

    /// <summary>Submitted once, on {0}.</summary>
    public static readonly Rule SubmittedOnce = new("A41", "An application is submitted once.");

    /// <summary>Submitted first.</summary>
    public static readonly Rule IsSubmitted = new("A42", "Only a submitted application goes on.");

    /// <summary>Guideline of the fund.</summary>
    public static readonly Rule GuidelineIsOfFund = new("A43", "The guideline belongs to the application's fund and is in force.");

    /// <summary>Clarification parts.</summary>
    public static readonly Rule ClarificationNamesParts = new("A44", "A clarification names at least one part of the form.");

    /// <summary>No open clarification.</summary>
    public static readonly Rule ClarificationIsOpen = new("A45", "Only an open clarification can be answered.");

    /// <summary>Language.</summary>
    public static readonly Rule LanguageIsKnown = new("A46", "A language is given by its short code.");

    /// <summary>One grant per year, where the guideline says so.</summary>
    public static readonly Rule OneGrantPerYear = new("A47", "Where the guideline says so, an applicant gets one grant a year.");

    /// <summary>Years {0} to {1}: a bound against slips of the pen, no law.</summary>
    public static readonly Rule YearIsPlausible = new("A48", "A day lies in a year that somebody can mean.");

    /// <summary>At most {0}.</summary>
    public static readonly Rule AttachmentFits = new("A50", "An attachment is not empty and not larger than allowed.");

    /// <summary>Type.</summary>
    public static readonly Rule AttachmentIsReadable = new("A51", "An attachment is PDF, JPG or PNG by its content.");

    /// <summary>At most {0}.</summary>
    public static readonly Rule NotTooManyAttachments = new("A52", "An application has no more attachments than allowed.");

    /// <summary>Already there as {0}.</summary>
    public static readonly Rule AttachmentIsNew = new("A53", "The same file is attached once per purpose.");

    /// <summary>Unknown attachment.</summary>
    public static readonly Rule AttachmentExists = new("A54", "Only an attachment that is there can be removed.");

    /// <summary>Kind of attachment at the wrong time.</summary>
    public static readonly Rule AttachmentIsInTime = new("A55", "Attachments are added while the form is open; receipts and photos after the grant.");

    /// <summary>At most {0}.</summary>
    public static readonly Rule GrantIsWithinRequest = new("A60", "A grant is more than nothing and at most the request.");

    /// <summary>Granted once: {0}.</summary>
    public static readonly Rule GrantedOnce = new("A61", "An application is granted once.");

    /// <summary>Granted.</summary>
    public static readonly Rule IsGranted = new("A62", "Only a granted application goes on.");

    /// <summary>Reduced grant.</summary>
    public static readonly Rule ReducedGrantIsAccepted = new("A63", "A reduced grant is accepted once, by a plan that balances.");

    /// <summary>Account holder.</summary>
    public static readonly Rule AccountHasHolder = new("A64", "An account has a holder.");
}
