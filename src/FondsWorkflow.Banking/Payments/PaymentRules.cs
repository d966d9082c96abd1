namespace FondsWorkflow.Banking;

/// <summary>The rules beyond the schema, one method each (DFÜ agreement annex 3, EPC rulebooks 2025, Regulation (EU) 2024/886).</summary>
internal static class PaymentRules
{
    private const int NameLength = 70;
    private const int RemittanceLength = 140;

    private static readonly Money AmountLimit = Money.FromCents(99_999_999_999);

    internal static Problem? Amount(Money amount) =>
        !amount.IsPositive ? new(ProblemCode.AmountNotPositive, amount)
        : amount > AmountLimit ? new(ProblemCode.AmountOverLimit, amount)
        : null;

    internal static Problem? Name(string? name, SepaProfile profile)
    {
        if (string.IsNullOrWhiteSpace(name)) return new(ProblemCode.NameMissing);
        if (name.Length <= NameLength && SepaText.Fits(name, profile)) return null;
        var text = SepaText.Map(name, profile);
        if (text.LostLetters) return new(ProblemCode.NameLosesLetters, name, Lost(text));
        return text.Value.Length == 0 ? new(ProblemCode.NameMissing) : Length(text, NameLength);
    }

    internal static Problem? Remittance(string? remittance, SepaProfile profile)
    {
        if (string.IsNullOrWhiteSpace(remittance)) return null;
        if (remittance.Length <= RemittanceLength && SepaText.Fits(remittance, profile)) return null;
        var text = SepaText.Map(remittance, profile);
        return text.Value.Length == 0 ? new(ProblemCode.TextVanishes, remittance) : Length(text, RemittanceLength);
    }

    internal static Problem? Account(Iban iban) => iban.Country.IsSepa ? null : new(ProblemCode.AccountNotSepa, iban.Country.Code);

    internal static Problem? Payee(Iban payee, Iban payer) => payee.Equals(payer) ? new(ProblemCode.PayeeIsPayer) : Account(payee);

    internal static Problem? Date(DateOnly day, DateTimeOffset createdAt) =>
        day < TargetCalendar.LocalDate(createdAt) ? new(ProblemCode.DatePast, day) : TargetCalendar.WhyClosed(day);

    internal static Problem? PayerAddress(PaymentInformation collection, Payment payment) =>
        payment.PayeeIban.Country is { IsEea: false, IsSepa: true } country && collection.PayerAddress is null
            ? new(ProblemCode.PayerAddressMissing, country.Code)
            : null;

    internal static IEnumerable<Problem> PayeeAddress(Payment payment, SepaProfile profile)
    {
        if (payment.PayeeAddress is not { } address) return [];
        return payment.PayeeIban.Country.IsEea ? [new(ProblemCode.AddressInsideEea)] : Address(address, profile);
    }

    internal static IEnumerable<Problem> Address(PostalAddress address, SepaProfile profile)
    {
        if (string.IsNullOrWhiteSpace(address.Town)) yield return new(ProblemCode.AddressTownMissing);
        else if (Part(address.Town, 35, profile) is { } town) yield return town;
        if (!IsCountryCode(address.Country)) yield return new(ProblemCode.AddressCountryUnknown, address.Country ?? "");
        if (Part(address.Street, 70, profile) is { } street) yield return street;
        if (Part(address.BuildingNumber, 16, profile) is { } number) yield return number;
        if (Part(address.PostCode, 16, profile) is { } code) yield return code;
    }

    private static Problem? Part(string? part, int limit, SepaProfile profile)
    {
        if (string.IsNullOrWhiteSpace(part)) return null;
        var text = SepaText.Map(part, profile);
        return text.Value.Length == 0 ? new(ProblemCode.TextVanishes, part) : Length(text, limit);
    }

    private static bool IsCountryCode(string? code) => code is { Length: 2 } && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]);

    private static Problem? Length(SepaText text, int limit) =>
        text.Value.Length > limit ? new(ProblemCode.TextTooLong, text.Value.Length, limit) : null;

    private static string Lost(SepaText text) =>
        string.Join(' ', text.Changes.Where(c => c.Kind == SepaChangeKind.Lost).Select(c => c.Before));
}
