using static FondsWorkflow.Banking.Tests.Payments.Samples;

namespace FondsWorkflow.Banking.Tests.Payments;

/// <summary>Files and payouts as they go wrong in practice, each with exactly what is refused.</summary>
internal static class WrongFiles
{
    private const string One = "BAU-2026-0001";
    private const string Two = "BAU-2026-0002";
    private const string First = "VF-2026-000017-01";

    internal static IReadOnlyDictionary<string, (PaymentFile File, string[] Refusals)> All { get; } =
        Files().Concat(Days()).Concat(Payers()).Concat(Amounts()).Concat(Names()).Concat(Accounts()).Concat(Texts()).Concat(Addresses()).Concat(Twice())
            .ToDictionary(row => row.What, row => (row.File, row.Refusals));

    private static IEnumerable<(string What, PaymentFile File, string[] Refusals)> Files()
    {
        yield return Row("no collection", FileOf(), "File: FileEmpty");
        yield return Row("a collection without payments", FileOf(Collection()), $"{First} Payments: CollectionEmpty");
        yield return Row("one payment under opt-out", File(Payment()), "Payments: SinglePaymentUnderOptOut");
        yield return Row(
            "one payment under opt-out beside an empty collection",
            FileOf(Collection(Payment()), Collection() with { Id = MessageId.For(2026, 17).Collection(2) }),
            "VF-2026-000017-02 Payments: CollectionEmpty",
            "Payments: SinglePaymentUnderOptOut");
        yield return Row("no initiating party", File() with { InitiatingParty = "" }, "InitiatingParty: NameMissing");
        yield return Row("a blank initiating party", File() with { InitiatingParty = " \t" }, "InitiatingParty: NameMissing");
        yield return Row("an initiating party of 71 characters", File() with { InitiatingParty = new('a', 71) }, "InitiatingParty: TextTooLong(71, 70)");
        yield return Row("an initiating party in Cyrillic", File() with { InitiatingParty = "Ян" }, "InitiatingParty: NameLosesLetters(Ян, Я н)");
        yield return Row(
            "two collections with one id",
            FileOf(Collection(Payment(1)), Collection(Payment(2))),
            $"{First} CollectionId: IdentifierTwice({First}, {First})");
    }

    private static IEnumerable<(string What, PaymentFile File, string[] Refusals)> Days()
    {
        yield return Day("yesterday", new(2026, 11, 23), "DatePast(11/23/2026)");
        yield return Day("in 2020", new(2020, 1, 2), "DatePast(01/02/2020)");
        yield return Day("a Saturday", new(2026, 11, 28), "ClosedWeekend(11/28/2026)");
        yield return Day("a Sunday", new(2026, 11, 29), "ClosedWeekend(11/29/2026)");
        yield return Day("Christmas Day", new(2026, 12, 25), "ClosedChristmas(12/25/2026)");
        yield return Day("the day after Christmas", new(2028, 12, 26), "ClosedChristmas(12/26/2028)");
        yield return Day("New Year", new(2027, 1, 1), "ClosedNewYear(01/01/2027)");
        yield return Day("Good Friday", new(2027, 3, 26), "ClosedGoodFriday(03/26/2027)");
        yield return Day("Easter Monday", new(2027, 3, 29), "ClosedEasterMonday(03/29/2027)");
        yield return Day("the 1st of May", new(2028, 5, 1), "ClosedLabourDay(05/01/2028)");
    }

    private static IEnumerable<(string What, PaymentFile File, string[] Refusals)> Payers()
    {
        yield return Payer("without name", c => c with { PayerName = "" }, "PayerName: NameMissing");
        yield return Payer("with a Greek name", c => c with { PayerName = "Δήμος" }, "PayerName: NameLosesLetters(Δήμος, Δ ή μ ο ς)");
        yield return Payer("with a name too long after mapping", c => c with { PayerName = new('ü', 36) }, "PayerName: TextTooLong(72, 70)");
        yield return Payer("with an account outside SEPA", c => c with { PayerIban = Iban.Parse("TR330006100519786457841326") }, "PayerIban: AccountNotSepa(TR)");
        yield return Payer("with an address without town", c => c with { PayerAddress = new("", "DE") }, "PayerAddress: AddressTownMissing");
        yield return Payer("with an address in a country by name", c => c with { PayerAddress = new("Bielefeld", "Deutschland") }, "PayerAddress: AddressCountryUnknown(Deutschland)");
    }

    private static IEnumerable<(string What, PaymentFile File, string[] Refusals)> Amounts()
    {
        yield return Pay("nothing", p => p with { Amount = Money.Zero }, "Amount: AmountNotPositive(0,00 €)");
        yield return Pay("minus one cent", p => p with { Amount = Money.FromCents(-1) }, "Amount: AmountNotPositive(-0,01 €)");
        yield return Pay("one cent above the limit", p => p with { Amount = Money.FromCents(100_000_000_000) }, "Amount: AmountOverLimit(1.000.000.000,00 €)");
        yield return Row(
            "an amount that no sum holds",
            File(Payment(1, long.MaxValue), Payment(2)),
            $"{One} Amount: AmountOverLimit(92.233.720.368.547.758,07 €)",
            "File: SumOverLimit");
        yield return Row("the largest sum that a file carries", File(Payment(1, 99_999_999_999_949_999), Payment(2)), $"{One} Amount: AmountOverLimit(999.999.999.999.499,99 €)");
        yield return Row(
            "one cent more than the largest sum",
            File(Payment(1, 99_999_999_999_950_000), Payment(2)),
            $"{One} Amount: AmountOverLimit(999.999.999.999.500,00 €)",
            "File: SumOverLimit");
    }

    private static IEnumerable<(string What, PaymentFile File, string[] Refusals)> Names()
    {
        yield return Pay("nobody", p => p with { PayeeName = "" }, "PayeeName: NameMissing");
        yield return Pay("a blank name", p => p with { PayeeName = "   " }, "PayeeName: NameMissing");
        yield return Pay("a name of emoji", p => p with { PayeeName = "🌻🌻" }, "PayeeName: NameMissing");
        yield return Pay("a name of invisible characters", p => p with { PayeeName = "\u200B\u202E\u0007" }, "PayeeName: NameMissing");
        yield return Pay("a Cyrillic name", p => p with { PayeeName = "ЮРИЙ" }, "PayeeName: NameLosesLetters(ЮРИЙ, Ю Р И Й)");
        yield return Pay("a half Cyrillic name", p => p with { PayeeName = "Anna Шмидт" }, "PayeeName: NameLosesLetters(Anna Шмидт, Ш м и д т)");
        yield return Pay("a Latin name with one Cyrillic look-alike", p => p with { PayeeName = "Gаrten" }, "PayeeName: NameLosesLetters(Gаrten, а)");
        yield return Pay("an Arabic name", p => p with { PayeeName = "علي" }, "PayeeName: NameLosesLetters(علي, ع ل ي)");
        yield return Pay("a Greek name", p => p with { PayeeName = "Ελ" }, "PayeeName: NameLosesLetters(Ελ, Ε λ)");
        yield return Pay("a Hebrew name", p => p with { PayeeName = "דנה" }, "PayeeName: NameLosesLetters(דנה, ד נ ה)");
        yield return Pay("a Chinese name", p => p with { PayeeName = "王芳" }, "PayeeName: NameLosesLetters(王芳, 王 芳)");
        yield return Pay("a Georgian name", p => p with { PayeeName = "ნი" }, "PayeeName: NameLosesLetters(ნი, ნ ი)");
        yield return Pay("a Japanese company's sign", p => p with { PayeeName = "㍿ Garten" }, "PayeeName: NameLosesLetters(㍿ Garten, ㍿)");
        yield return Pay("a letter in brackets", p => p with { PayeeName = "㈀ Garten" }, "PayeeName: NameLosesLetters(㈀ Garten, ㈀)");
        yield return Pay("a name of 71 characters", p => p with { PayeeName = new('a', 71) }, "PayeeName: TextTooLong(71, 70)");
        yield return Pay("a name of 36 umlauts", p => p with { PayeeName = new('ü', 36) }, "PayeeName: TextTooLong(72, 70)");
        yield return Pay("a name of 69 characters and ß", p => p with { PayeeName = new string('a', 69) + 'ß' }, "PayeeName: TextTooLong(71, 70)");
        yield return Pay("a name of 24 euro signs", p => p with { PayeeName = new('€', 24) }, "PayeeName: TextTooLong(72, 70)");
    }

    private static IEnumerable<(string What, PaymentFile File, string[] Refusals)> Accounts()
    {
        yield return Account("Türkiye", "TR330006100519786457841326", "TR");
        yield return Account("the Emirates", "AE070331234567890123456", "AE");
        yield return Account("Brazil", "BR1800360305000010009795493C1", "BR");
        yield return Account("Ukraine", "UA213223130000026007233566001", "UA");
        yield return Account("Georgia", "GE29NB0000000101904917", "GE");
        yield return Account("New Caledonia", "NC8420041010050500013M02606", "NC");
        yield return Pay("the payer's own account", p => p with { PayeeIban = City }, "PayeeIban: PayeeIsPayer");
    }

    private static IEnumerable<(string What, PaymentFile File, string[] Refusals)> Texts()
    {
        yield return Pay("a text of 141 characters", p => p with { Remittance = new('a', 141) }, "Remittance: TextTooLong(141, 140)");
        yield return Pay("a text of 71 umlauts", p => p with { Remittance = new('ä', 71) }, "Remittance: TextTooLong(142, 140)");
        yield return Pay("a text of 47 euro signs", p => p with { Remittance = new('€', 47) }, "Remittance: TextTooLong(141, 140)");
        yield return Pay("a text of 41 decomposed umlauts", p => p with { Remittance = string.Concat(Enumerable.Repeat("u\u0308bb", 41)) }, "Remittance: TextTooLong(164, 140)");
        yield return Pay("a text of emoji", p => p with { Remittance = "🎉" }, "Remittance: TextVanishes(🎉)");
        yield return Pay("a text in Cyrillic", p => p with { Remittance = "Спасибо" }, "Remittance: TextVanishes(Спасибо)");
    }

    private static IEnumerable<(string What, PaymentFile File, string[] Refusals)> Addresses()
    {
        yield return Pay("an address inside the EEA", p => p with { PayeeAddress = new("Bielefeld", "DE") }, "PayeeAddress: AddressInsideEea");
        yield return Row("Switzerland without the payer's address", File(Payment(1) with { PayeeIban = Swiss }, Payment(2)), $"{One} PayerAddress: PayerAddressMissing(CH)");
        yield return Row("Great Britain without the payer's address", File(Payment(1) with { PayeeIban = Iban.Parse("GB29NWBK60161331926819") }, Payment(2)), $"{One} PayerAddress: PayerAddressMissing(GB)");
        yield return ToSwiss("without town", new("", "CH"), "AddressTownMissing");
        yield return ToSwiss("with a blank town", new(" ", "CH"), "AddressTownMissing");
        yield return ToSwiss("with a town of 36 characters", new(new('a', 36), "CH"), "TextTooLong(36, 35)");
        yield return ToSwiss("with a town in Cyrillic", new("Цюрих", "CH"), "TextVanishes(Цюрих)");
        yield return ToSwiss("in a country that does not exist", new("Zug", "ZZ"), "AddressCountryUnknown(ZZ)");
        yield return ToSwiss("in a country that is no more", new("Zug", "YU"), "AddressCountryUnknown(YU)");
        yield return ToSwiss("in the United Kingdom by its usual letters", new("Bath", "UK"), "AddressCountryUnknown(UK)");
        yield return ToSwiss("with a small country code", new("Zug", "ch"), "AddressCountryUnknown(ch)");
        yield return ToSwiss("without country", new("Zug", ""), "AddressCountryUnknown()");
        yield return ToSwiss("with a street of 71 characters", new("Zug", "CH") { Street = new('a', 71) }, "TextTooLong(71, 70)");
        yield return ToSwiss("with a long house number", new("Zug", "CH") { BuildingNumber = new('1', 17) }, "TextTooLong(17, 16)");
        yield return ToSwiss("with a long post code", new("Zug", "CH") { PostCode = new('1', 17) }, "TextTooLong(17, 16)");
        yield return ToSwiss("with everything wrong", new("", "x") { PostCode = "🎉" }, "AddressTownMissing", "AddressCountryUnknown(x)", "TextVanishes(🎉)");
    }

    private static IEnumerable<(string What, PaymentFile File, string[] Refusals)> Twice()
    {
        var same = Payment(2) with { Id = Payment(1).Id };
        var copy = Payment(2) with { PayeeIban = Payment(1).PayeeIban, Remittance = Payment(1).Remittance };
        yield return Row("one id for two payments", File(Payment(1), same), $"{Two} EndToEndId: IdentifierTwice(VF-2026-000001-1, {One})");
        yield return Row(
            "one id in two collections",
            FileOf(Collection(Payment(1)), Collection(same) with { Id = MessageId.For(2026, 17).Collection(2) }),
            $"{Two} EndToEndId: IdentifierTwice(VF-2026-000001-1, {One})");
        yield return Row("the same transfer twice", File(Payment(1), copy), $"{Two} Remittance: SameTransferTwice({One})");
        yield return Row(
            "the same transfer twice in the bank's eyes",
            File(Payment(1) with { Remittance = "Für Bäume & Blumen" }, copy with { Remittance = " Fuer  Ba\u0308ume + Blumen 🌻" }),
            $"{Two} Remittance: SameTransferTwice({One})");
        yield return Row("the same payout twice", File(Payment(1), Payment(1)), $"{One} EndToEndId: IdentifierTwice(VF-2026-000001-1, {One})");
        yield return Row(
            "everything at once",
            FileOf(Collection(Payment(1, 0) with { PayeeName = "", Remittance = new('a', 141) }) with { ExecutionDate = new(2026, 11, 28), PayerName = "" }) with { InitiatingParty = "" },
            "InitiatingParty: NameMissing",
            $"{First} ExecutionDate: ClosedWeekend(11/28/2026)",
            $"{First} PayerName: NameMissing",
            $"{One} Amount: AmountNotPositive(0,00 €)",
            $"{One} PayeeName: NameMissing",
            $"{One} Remittance: TextTooLong(141, 140)",
            "Payments: SinglePaymentUnderOptOut");
    }

    private static (string What, PaymentFile File, string[] Refusals) Row(string what, PaymentFile file, params string[] refusals) => (what, file, refusals);

    private static (string What, PaymentFile File, string[] Refusals) Day(string what, DateOnly day, string refusal) =>
        Row("execution: " + what, FileOf(Collection(Payment(1), Payment(2)) with { ExecutionDate = day }), $"{First} ExecutionDate: {refusal}");

    private static (string What, PaymentFile File, string[] Refusals) Payer(string what, Func<PaymentInformation, PaymentInformation> change, string refusal) =>
        Row("payer " + what, FileOf(change(Collection(Payment(1), Payment(2)))), $"{First} {refusal}");

    private static (string What, PaymentFile File, string[] Refusals) Pay(string what, Func<Payment, Payment> change, string refusal) =>
        Row("payout: " + what, File(change(Payment(1)), Payment(2)), $"{One} {refusal}");

    private static (string What, PaymentFile File, string[] Refusals) Account(string what, string iban, string country) =>
        Pay("an account in " + what, p => p with { PayeeIban = Iban.Parse(iban) }, $"PayeeIban: AccountNotSepa({country})");

    private static (string What, PaymentFile File, string[] Refusals) ToSwiss(string what, PostalAddress address, params string[] refusals) =>
        Row(
            "an address abroad " + what,
            FileOf(Collection(Payment(1) with { PayeeIban = Swiss, PayeeAddress = address }, Payment(2)) with { PayerAddress = CityAddress }),
            [.. refusals.Select(refusal => $"{One} PayeeAddress: {refusal}")]);
}
