using FondsWorkflow.Banking.Tests.Payments;

namespace FondsWorkflow.Banking.Tests.Bookkeeping;

internal static class ExportSamples
{
    internal static readonly Dictionary<string, string> Settings = new()
    {
        ["Consultant"] = "1001", ["Client"] = "42", ["FiscalYearStart"] = "20260101", ["AccountLength"] = "4", ["BankAccount"] = "1800",
    };

    internal static PayoutRecord Record(int number = 1) => new()
    {
        Payout = $"BAU-2026-{number:0000}",
        EndToEndId = EndToEndId.For(2026, number, 1),
        CaseNumber = $"BAU-2026-{number:0000}",
        NoticeNumber = "B-17",
        NoticeDate = new(2026, 10, 1),
        Fund = "Verfügungsfonds Baumheide",
        Quarter = "Baumheide",
        Programme = "Sozialer Zusammenhalt",
        FiscalYear = 2026,
        Product = "511100",
        Account = "681",
        CostCentre = "4711",
        Kind = PayoutKind.Instalment,
        InstalmentNumber = 1,
        InstalmentCount = 2,
        Amount = Money.FromCents(123450),
        DueDate = new(2026, 11, 30),
        ExecutionDate = Samples.Day,
        PayeeNumber = "70001",
        PayeeKind = "Verein",
        PayeeName = "Gartengruppe Łąka; \"Grün\"",
        AccountHolder = "Gartengruppe Laka",
        Iban = Samples.Group,
        Street = "Rabenhof",
        BuildingNumber = "12a",
        PostCode = "33609",
        Town = "Bielefeld",
        Country = "DE",
        Remittance = "Verfügungsfonds BAU-2026",
        TaxNote = "Zuwendung",
        OrderNumber = "A-5",
        FactualBy = "Quartiersmanagement",
        FactualAt = Samples.Now,
        ArithmeticalBy = "Stadtkasse",
        ArithmeticalAt = Samples.Now,
        OrderedBy = "Amtsleitung",
        OrderedAt = Samples.Now,
    };

    internal static PayoutExport Export(params PayoutRecord[] records) =>
        new("EX-2026-0003", "Stadt Bielefeld", Samples.Now, "Stadtkasse", records.Length == 0 ? Two : records)
        {
            MessageId = MessageId.For(2026, 17),
            Settings = Settings,
        };

    internal static byte[] Bytes(ExportProfile profile, PayoutExport export) => Written(profile, export).Bytes;

    internal static (ExportSummary Summary, byte[] Bytes) Written(ExportProfile profile, PayoutExport export)
    {
        using var stream = new MemoryStream();
        return (BookkeepingExport.Write(profile, export, stream), stream.ToArray());
    }

    private static PayoutRecord[] Two =>
        [Record(1), Record(2) with { Kind = PayoutKind.Reclaim, Amount = Money.FromCents(5), PayeeName = "=cmd|' /C calc'!A0", CorrectionOf = "BAU-2026-0001", InstalmentNumber = null, InstalmentCount = null }];
}
