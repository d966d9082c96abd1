using CsCheck;

namespace FondsWorkflow.Banking.Tests.Payments;

/// <summary>What a fund might pay, mostly as people write it, now and then as nobody should.</summary>
internal static class AnyPayments
{
    private static readonly Iban[] Inside = [Samples.Group, Samples.OtherGroup, Iban.Parse("AT611904300234573201"), Iban.Parse("FR1420041010050500013M02606")];

    private static readonly Iban[] Outside = [Samples.Swiss, Iban.Parse("GB29NWBK60161331926819")];

    private static readonly DateOnly[] OpenDays = [.. Enumerable.Range(0, 90).Select(Samples.Day.AddDays).Where(TargetCalendar.IsOpen)];

    /// <summary>Words a bank takes after mapping, in lengths it takes.</summary>
    private static readonly Gen<string> Words = Gen.Frequency(
        (6, One("Gartengruppe", "Bürgerstraße", "Käthe", "Łódź", "Şükrü", "Đặng", "Café", "Verfügungsfonds", "BAU-2026-0007", "für", "Grün")),
        (2, One("&", "–", "„Kiez“", "10 €", "(e. V.)", "O’Neill", "½", "100 %", "a_b@c.de")),
        (1, Gen.String[Gen.Char["aäßéőß7-+ "], 1, 8])).Array[1, 5].Select(words => string.Join(' ', words));

    /// <summary>Mostly fit for a bank; some too long, in other scripts, of odd characters.</summary>
    internal static Gen<string> Text { get; } = Gen.Frequency(
        (16, Words.Select(words => "A" + words)),
        (2, Words.Select(words => words + " 🌻\u200B\u202E\t")),
        (1, One("", " ", "Сад", "علي", "🎉", "㍿", new string('ü', 60))),
        (1, Gen.String));

    internal static Gen<Money> Amount { get; } = Gen.Frequency((20, Gen.Long[1, 99_999_999_999]), (1, Gen.Long)).Select(Money.FromCents);

    /// <summary>Files that break no rule: one to four collections, inside and outside the European Economic Area.</summary>
    internal static Gen<PaymentFile> Files { get; } =
        Gen.Select(Collections(), Gen.Enum<SepaProfile>(), Words, (collections, profile, name) =>
            Samples.FileOf([.. collections.Select((c, i) => Numbered(c, i))]) with { Profile = profile, InitiatingParty = Short(name) });

    private static Gen<PaymentInformation[]> Collections() =>
        Gen.Select(Payments().Array[2, 8], One<bool?>(true, false, null), One(OpenDays), One<Bic?>(null, Bic.Parse("MARKDEF1100")), Words, (payments, batch, day, bic, name) =>
            Samples.Collection(payments) with { BatchBooking = batch, ExecutionDate = day, PayerBic = bic, PayerName = Short(name), PayerAddress = Samples.CityAddress }).Array[1, 4];

    private static Gen<Payment> Payments() =>
        Gen.Select(Gen.Long[1, 99_999_999_999], Gen.Frequency((3, One(Inside)), (1, One(Outside))), One<Bic?>(null, Bic.Parse("POFICHBEXXX")), Addresses(), Words, Words.Select(words => words.Length > 90 ? "" : words), (cents, iban, bic, address, name, text) =>
            Samples.Payment(1, cents) with { PayeeIban = iban, PayeeBic = bic, PayeeAddress = iban.Country.IsEea ? null : address, PayeeName = Short(name), Remittance = text });

    private static Gen<PostalAddress?> Addresses() =>
        Gen.Select(One(null, "Zürich", "Genève", "Bath"), One("CH", "GB"), One<string?>(null, "Bahnhofstraße"), One<string?>(null, "12a"), One<string?>(null, "8001", " "), (town, country, street, number, code) =>
            town is null ? null : new PostalAddress(town, country) { Street = street, BuildingNumber = number, PostCode = code });

    /// <summary>Ids and texts that are unique in the file.</summary>
    private static PaymentInformation Numbered(PaymentInformation collection, int place) => collection with
    {
        Id = MessageId.For(2026, 17).Collection(place + 1),
        Payments = [.. collection.Payments.Select((p, i) => p with { Payout = $"P{place}-{i}", Id = EndToEndId.For(2026, (place * 100) + i + 1, 1), Remittance = p.Remittance.Length == 0 && place + i == 0 ? "" : $"{p.Remittance} {place}-{i}" })],
    };

    /// <summary>With a letter of its own, and short enough even when signs become words.</summary>
    private static string Short(string name) => "A" + (name.Length > 25 ? name[..25].TrimEnd() : name);

    private static Gen<T> One<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
