namespace FondsWorkflow.Banking.Tests.Payments;

/// <summary>Right files to start from; every account is a sample number that no bank has given out.</summary>
internal static class Samples
{
    internal static readonly DateTimeOffset Now = new(2026, 11, 24, 9, 30, 0, TimeSpan.FromHours(1));
    internal static readonly DateOnly Day = new(2026, 11, 25);
    internal static readonly Iban City = Iban.Parse("DE87200500001234567890");
    internal static readonly Iban Group = Iban.Parse("DE89123456781049638712");
    internal static readonly Iban OtherGroup = Iban.Parse("DE69234567891234567800");
    internal static readonly Iban Swiss = Iban.Parse("CH9300762011623852957");

    internal static readonly PostalAddress CityAddress = new("Bielefeld", "DE") { Street = "Niederwall", BuildingNumber = "23", PostCode = "33602" };

    internal static Payment Payment(int number = 1, long cents = 50000) =>
        new($"BAU-2026-{number:0000}", EndToEndId.For(2026, number, 1), Money.FromCents(cents), "Gartengruppe Sieker", number % 2 == 1 ? Group : OtherGroup, $"Verfügungsfonds BAU-2026-{number:0000}");

    internal static PaymentInformation Collection(params Payment[] payments) =>
        new(MessageId.For(2026, 17).Collection(1), Day, "Stadt Bielefeld", City, payments);

    internal static PaymentFile File(params Payment[] payments) => FileOf(Collection(payments.Length == 0 ? [Payment(1), Payment(2)] : payments));

    internal static PaymentFile FileOf(params PaymentInformation[] collections) =>
        new(MessageId.For(2026, 17), Now, "Stadt Bielefeld", VerificationOfPayee.OptOut, collections);

    internal static byte[] Bytes(PaymentFile file) => Written(file).Bytes;

    internal static (PaymentFileSummary Summary, byte[] Bytes) Written(PaymentFile file)
    {
        using var stream = new MemoryStream();
        return (Pain001.Write(file, stream), stream.ToArray());
    }
}
