using CsCheck;
using FondsWorkflow.Banking.Tests.Payments;

namespace FondsWorkflow.Banking.Tests.Bookkeeping;

/// <summary>Payouts as a city might book them: every field filled or empty, texts with everything that separates, quotes or computes.</summary>
internal static class AnyRecords
{
    /// <summary>In code page 1252 as they are.</summary>
    private static readonly string[] Written = ["Gartengruppe", "Straße", "für", "\"Grün\"", "a;b", "=1+1", "+49", "-", "@", "'", "<&>", "10 €", "„Kiez“", "  ", " x ", "\t", ";;", "\"\""];

    /// <summary>Letters that are not in the code page, and what they become.</summary>
    internal static IReadOnlyList<(string Letter, string In1252)> Foreign { get; } =
        [("Ł", "L"), ("ą", "a"), ("Ş", "S"), ("ş", "s"), ("Č", "C"), ("ğ", "g"), ("ő", "o"), ("u\u0308", "ü")];

    /// <summary>Records that every profile takes.</summary>
    internal static Gen<PayoutRecord[]> ForAll { get; } = Sets(Texts(["Łąka", "Şükrü", "Čapek", "Erdoğan", "Bu\u0308rger", "Erdős"]));

    /// <summary>With letters that only Unicode has.</summary>
    internal static Gen<PayoutRecord[]> ForUnicode { get; } = Sets(Texts(["Сад", "علي", "🌻", "王芳"]));

    /// <summary>With line breaks, which only quotes can hold.</summary>
    internal static Gen<PayoutRecord[]> ForCsv { get; } = Sets(Texts(["Сад", "🌻", "a\r\nb", "\n", "\r"]));

    private static Gen<string> Texts(IEnumerable<string> more)
    {
        string[] words = [.. Written, .. more];
        return Gen.Int[0, words.Length - 1].Select(i => words[i]).Array[0, 3].Select(string.Concat);
    }

    private static Gen<PayoutRecord[]> Sets(Gen<string> text) =>
        Gen.Select(text.Array[22, 22], Gen.Bool.Array[30, 30], Gen.Int[0, 364].Array[3, 3], Gen.Long[1, 99_999_999_999], Gen.Enum<PayoutKind>(), Gen.Int[0, 999_999_999], Instants().Array[3, 3], Record)
            .Array[1, 6].Select(Gen.Int[2020, 2045], (records, year) => records.Select((r, i) => In(year, r) with { EndToEndId = EndToEndId.For(year, i + 1, r.Attempt) }).ToArray());

    /// <summary>A file books one year, whichever.</summary>
    private static PayoutRecord In(int year, PayoutRecord record) => record with
    {
        FiscalYear = year,
        ExecutionDate = record.ExecutionDate.AddYears(year - record.FiscalYear),
        NoticeDate = record.NoticeDate?.AddYears(year - record.FiscalYear),
        DueDate = record.DueDate?.AddYears(year - record.FiscalYear),
    };

    private static Gen<DateTimeOffset> Instants() => Gen.Int[0, 400 * 24 * 60 * 60].Select(seconds => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.FromHours(1)).AddSeconds(seconds));

    private static PayoutRecord Record(string[] texts, bool[] given, int[] days, long cents, PayoutKind kind, int number, DateTimeOffset[] instants)
    {
        var (text, is_) = (0, 0);
        string Text(int most) => texts[text++] is var t && t.Length > most ? t[..(char.IsHighSurrogate(t[most - 1]) ? most - 1 : most)] : t;
        string? Maybe(int most) => Text(most) is var t && given[is_++] ? t : null;
        T? If<T>(T value) where T : struct => given[is_++] ? value : null;
        DateOnly Day(int i) => new DateOnly(2026, 1, 1).AddDays(days[i]);
        return new()
        {
            Payout = $"BAU-{number % 10_000}", EndToEndId = EndToEndId.For(2026, 1, 1), Attempt = 1 + (number % 9), CaseNumber = "BAU-2026-0007",
            NoticeNumber = Maybe(99), NoticeDate = If(Day(0)), Fund = Text(99), Quarter = Maybe(99), Programme = Maybe(99), FiscalYear = 2026,
            Product = Maybe(12), Account = $"{number % 10_000}", CostCentre = Maybe(10), CostUnit = Maybe(36), Measure = Maybe(99), Commitment = Maybe(30),
            Kind = kind, InstalmentNumber = If(1 + (number % 7)), InstalmentCount = If(7), Amount = Money.FromCents(cents), DueDate = If(Day(1)), ExecutionDate = Day(2),
            PayeeNumber = Maybe(99), PayeeKind = Maybe(99), PayeeName = Text(99), AccountHolder = Text(70), Iban = number % 2 == 0 ? Samples.Group : Samples.Swiss,
            Bic = given[is_++] ? Bic.Parse("MARKDEF1100") : null, Street = Maybe(99), BuildingNumber = Maybe(99), PostCode = given[is_++] ? "01067" : null, Town = Maybe(99), Country = given[is_++] ? "DE" : null,
            Remittance = Text(140), TaxNote = given[is_++] ? "Zuwendung" : null, OrderNumber = given[is_++] ? $"A-{number}" : null,
            FactualBy = Maybe(99), FactualAt = If(instants[0]), ArithmeticalBy = Maybe(99), ArithmeticalAt = If(instants[1]), OrderedBy = given[is_++] ? "Amtsleitung" : null, OrderedAt = If(instants[2]),
            CorrectionOf = given[is_++] ? "BAU-1" : null, Documents = Maybe(99),
        };
    }
}
