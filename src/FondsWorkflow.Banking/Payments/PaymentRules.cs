namespace FondsWorkflow.Banking;

/// <summary>The rules beyond the schema, one method each (DFÜ agreement annex 3, EPC rulebooks 2025, Regulation (EU) 2024/886).</summary>
internal static class PaymentRules
{
    private const int NameLength = 70;
    internal const int RemittanceLength = 140;

    private static readonly Money AmountLimit = Money.FromCents(99_999_999_999);

    internal static Problem? Amount(Money amount) =>
        !amount.IsPositive ? new(ProblemCode.AmountNotPositive, amount)
        : amount > AmountLimit ? new(ProblemCode.AmountOverLimit, amount)
        : null;

    internal static Problem? Name(string? name, SepaProfile profile)
    {
        if (string.IsNullOrWhiteSpace(name)) return new(ProblemCode.NameMissing);
        var sent = SepaText.Look(name, profile, out var losesLetters).Length;
        if (losesLetters) return new(ProblemCode.NameLosesLetters, name, Lost(SepaText.Map(name, profile)));
        return sent == 0 ? new(ProblemCode.NameMissing) : Length(sent, NameLength);
    }

    /// <param name="remittance">As a person wrote it.</param>
    /// <param name="sent">Its length as it goes to the bank.</param>
    internal static Problem? Remittance(string? remittance, int sent)
    {
        if (string.IsNullOrWhiteSpace(remittance)) return null;
        return sent == 0 ? new(ProblemCode.TextVanishes, remittance) : Length(sent, RemittanceLength);
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
        if (!IsoCountries.Contains(address.Country)) yield return new(ProblemCode.AddressCountryUnknown, address.Country ?? "");
        if (Part(address.Street, 70, profile) is { } street) yield return street;
        if (Part(address.BuildingNumber, 16, profile) is { } number) yield return number;
        if (Part(address.PostCode, 16, profile) is { } code) yield return code;
    }

    private static Problem? Part(string? part, int limit, SepaProfile profile)
    {
        if (string.IsNullOrWhiteSpace(part)) return null;
        var sent = SepaText.Look(part, profile, out _).Length;
        return sent == 0 ? new(ProblemCode.TextVanishes, part) : Length(sent, limit);
    }

    private static Problem? Length(int sent, int limit) =>
        sent > limit ? new(ProblemCode.TextTooLong, sent, limit) : null;

    private static string Lost(SepaText text) =>
        string.Join(' ', text.Changes.Where(c => c.Kind == SepaChangeKind.Lost).Select(c => c.Before));
}
