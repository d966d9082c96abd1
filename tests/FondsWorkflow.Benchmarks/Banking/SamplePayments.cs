using FondsWorkflow.Banking;

namespace FondsWorkflow.Benchmarks.Banking;

/// <summary>Payouts that differ in nothing but the letters of their texts.</summary>
internal sealed record SamplePayments(string Name, string Payee, string Remittance)
{
    private static readonly Iban City = Iban.Parse("DE87200500001234567890");
    private static readonly Iban[] Groups = [Iban.Parse("DE89123456781049638712"), Iban.Parse("DE69234567891234567800"), Iban.Parse("DE50345678900123456789")];

    /// <summary>Texts every bank takes as they are.</summary>
    internal static SamplePayments Plain { get; } = new("Plain", "Gartengruppe Sieker", "Verfuegungsfonds BAU-2026-");

    /// <summary>Texts as people write them, near the limit of what a bank takes.</summary>
    internal static SamplePayments German { get; } = new(
        "Umlauts, long",
        "Förderverein „Grüne Höfe & Gärten“ Łódźer Straße e. V.",
        "Verfügungsfonds Baumheide – Zuschuss für Hochbeete, Bäume & Sitzbänke im Hof der Käthe-Kollwitz-Straße, Bescheid BAU-2026-");

    internal static IReadOnlyList<SamplePayments> All { get; } = [Plain, German];

    internal IEnumerable<Payment> Of(int count) => Of(count, Payee, Remittance);

    /// <summary>The same with the texts already as the bank gets them, for a writer that maps nothing.</summary>
    internal IEnumerable<Payment> Sent(int count) => Of(count, SepaText.Map(Payee).Value, SepaText.Map(Remittance).Value);

    internal PaymentFile File(IEnumerable<Payment> payments)
    {
        var id = MessageId.For(2026, 17);
        var collection = new PaymentInformation(id.Collection(1), new(2026, 11, 25), "Stadt Bielefeld", City, payments);
        return new(id, new(2026, 11, 24, 8, 30, 0, TimeSpan.Zero), "Stadt Bielefeld", VerificationOfPayee.OptOut, [collection]);
    }

    private static IEnumerable<Payment> Of(int count, string payee, string remittance)
    {
        for (var i = 1; i <= count; i++)
        {
            yield return new($"BAU-2026-{i}", EndToEndId.For(2026, i, 1), Money.FromCents(100 + (i % 1_000_000)), payee, Groups[i % 3], remittance + i);
        }
    }
}
