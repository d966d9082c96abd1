using FondsWorkflow.Banking;

namespace FondsWorkflow.Benchmarks.Banking;

internal static class SamplePayments
{
    private static readonly Iban City = Iban.Parse("DE87200500001234567890");
    private static readonly Iban[] Groups = [Iban.Parse("DE89123456781049638712"), Iban.Parse("DE69234567891234567800"), Iban.Parse("DE50345678900123456789")];

    internal static IEnumerable<Payment> Of(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            yield return new($"BAU-2026-{i}", EndToEndId.For(2026, i, 1), Money.FromCents(100 + (i % 1_000_000)), "Gartengruppe Sieker", Groups[i % 3], $"Verfuegungsfonds BAU-2026-{i}");
        }
    }

    internal static PaymentFile File(IEnumerable<Payment> payments)
    {
        var id = MessageId.For(2026, 17);
        var collection = new PaymentInformation(id.Collection(1), new(2026, 11, 25), "Stadt Bielefeld", City, payments);
        return new(id, new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero), "Stadt Bielefeld", VerificationOfPayee.OptOut, [collection]);
    }
}
