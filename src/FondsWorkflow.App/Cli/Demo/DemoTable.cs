using System.Globalization;
using System.Text;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>Writes the result as a table for people, and a line per fund and year that must add up.</summary>
internal sealed class DemoTable(Texts texts, CityBook city)
{
    private static readonly bool[] AlignedRight = [false, false, true, true, true, true, false];

    public string Write(DemoResult result, IReadOnlyList<string> differences)
    {
        var text = new StringBuilder();
        List<string[]> rows =
        [
            [texts["Demo.Application"], texts["Demo.Way"], texts["Demo.Requested"], texts["Demo.Granted"], texts["Demo.Paid"], texts["Demo.Proven"], texts["Demo.Stage"]],
            .. result.Cases.Select(Row),
        ];
        var widths = Enumerable.Range(0, AlignedRight.Length).Select(c => rows.Max(r => r[c].Length)).ToArray();
        foreach (var (index, row) in rows.Index())
        {
            text.AppendLine(string.Join("  ", row.Select((cell, c) => AlignedRight[c] ? cell.PadLeft(widths[c]) : cell.PadRight(widths[c]))).TrimEnd());
            if (index == 0)
            {
                text.AppendLine(string.Join("  ", widths.Select(w => new string('─', w))));
            }
        }

        text.AppendLine();
        var years = result.Cases.Select(c => c.Story.AppliesOn.Year).ToHashSet();
        foreach (var fund in result.Funds.Where(f => years.Contains(f.Year)))
        {
            var b = fund.Balance;
            text.AppendLine(Plain(texts["Demo.FundLine", city.Fund(fund.FundKey).Name, fund.Year.ToString(CultureInfo.InvariantCulture), b.Allotted, b.Reserved, b.Committed, b.Paid, b.Available]));
        }

        text.AppendLine().AppendLine(differences.Count == 0 ? texts["Demo.AllRight"] : texts["Demo.NotRight", differences.Count]);
        foreach (var difference in differences)
        {
            text.AppendLine($"- {Plain(difference)}");
        }

        return text.ToString();
    }

    private string[] Row(DemoCase one) =>
    [
        $"{one.Number} {one.Story.Title}", Way(one), Amount(one.Requested), one.Granted is { } granted ? Amount(granted) : "–", Amount(one.Money.Paid), Amount(one.Proven), texts[$"Stages.{one.Stage}"],
    ];

    private string Way(DemoCase one) => one.Way.Count == 0 ? "–" : string.Join(" → ", one.Way.Select(w => texts[$"Demo.Way_{w.Replace('.', '_')}"]));

    private static string Amount(Money amount) => amount.ToNumberString();

    /// <summary>Consoles don't know the narrow space that keeps amount and sign together.</summary>
    private static string Plain(string text) => text.Replace('\u00A0', ' ');
}
