using System.Text;
using CsCheck;

namespace FondsWorkflow.Banking.Tests.Messages;

public class ReaderFuzzTests
{
    private static readonly string[] Seeds = [.. Received.Names("pain.002").Concat(Received.Names("camt")).Select(n => Encoding.UTF8.GetString(Received.Bytes(n)))];

    /// <summary>Values that fit their type and hardly anything else.</summary>
    private static readonly string[] Edges =
    [
        "79228162514264337593543950335", "-79228162514264337593543950335", "79228162514264337593543950336", "0.0000000000000000000000000001",
        "9223372036854775807", "9223372036854775808", "92233720368547758.07", "92233720368547758.08", "-92233720368547758.08", "90000000000000000",
        "1e400", "1e2", "-0.00", "+0", "0", "NaN", "Infinity", "0x10", "1,5", "1 000", "٣", "2147483647", "2147483648", "4294967296", "-2147483648",
        "0001-01-01", "9999-12-31", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59.9999999-14:00", "9999-12-31T24:00:00Z", "0000-00-00", "2027-02-29", "10000-01-01", "-0001-01-01",
        "2026-11-25T25:61:61", "2026-11-25T10:00:00+99:99", "BOOK", "CRDT", "DBIT", "RJCT", "true", "NOTPROVIDED", "VF-2026-000001-1", "VF-2026-000017-01", "VF-2026-000017", "EUR", "500.00", "1500.00",
    ];

    private static readonly Gen<string> Junk = Gen.OneOf(
        Gen.Int[0, 15].Select(i => new[] { "", "<", ">", "&", "&amp;", "<Amt Ccy=\"EUR\">", "</Ntry>", "-1", "99999999999999999999999999", "0.005", "2026-99-99", "\0", "]]>", "<![CDATA[", "<?x?>", "\uFFFE" }[i]),
        Gen.String[0, 8]);

    [Fact]
    public void Broken_messages_never_crash_the_readers_or_the_matching() =>
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Int[0, 40], Junk).Array[1, 6]).Sample((seed, cuts) =>
        {
            var text = cuts.Aggregate(Seeds[seed], (xml, cut) => Damage(xml, cut.Item1, cut.Item2, cut.Item3));
            ReadAll(Encoding.UTF8.GetBytes(text));
        }, iter: 3000);

    [Fact]
    public void Elements_moved_dropped_or_repeated_never_crash_the_readers() =>
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Int[0, 3]).Sample((seed, from, to, action) =>
        {
            var document = System.Xml.Linq.XDocument.Parse(Seeds[seed]);
            var elements = document.Descendants().Skip(1).ToList();
            var (one, other) = (elements[(int)(from * (elements.Count - 1))], elements[(int)(to * (elements.Count - 1))]);
            if (action == 0) one.Remove();
            else if (action == 1) other.Add(new System.Xml.Linq.XElement(one));
            else if (action == 2) one.Value = other.Value;
            else one.Name = other.Name;
            ReadAll(Encoding.UTF8.GetBytes(document.ToString()));
        }, iter: 3000);

    [Fact]
    public void Values_at_the_edge_of_their_type_never_crash_the_readers_or_the_matching() =>
        Gen.Select(Gen.Int[0, Seeds.Length - 1], Gen.Select(Gen.Double[0, 1], Gen.Int[0, Edges.Length - 1]).Array[1, 5]).Sample((seed, changes) =>
        {
            var document = System.Xml.Linq.XDocument.Parse(Seeds[seed]);
            var leaves = document.Descendants().Where(e => !e.HasElements).ToList();
            foreach (var (place, edge) in changes) leaves[(int)(place * (leaves.Count - 1))].Value = Edges[edge];
            ReadAll(Encoding.UTF8.GetBytes(document.ToString()));
        }, iter: 20_000);

    [Fact]
    public void Every_value_of_a_message_may_stand_at_every_edge_of_its_type() =>
        Assert.All(Seeds, seed =>
        {
            var document = System.Xml.Linq.XDocument.Parse(seed);
            foreach (var leaf in document.Descendants().Where(e => !e.HasElements).ToList())
            {
                var value = leaf.Value;
                foreach (var edge in Edges)
                {
                    leaf.Value = edge;
                    ReadAll(Encoding.UTF8.GetBytes(document.ToString()));
                }

                leaf.Value = value;
            }
        });

    [Fact]
    public void Any_bytes_never_crash_the_readers() => Gen.Byte.Array[0, 300].Sample(ReadAll, iter: 3000);

    private static string Damage(string xml, double place, int length, string junk)
    {
        var at = (int)(place * xml.Length);
        return string.Concat(xml.AsSpan(0, at), junk, xml.AsSpan(Math.Min(xml.Length, at + length)));
    }

    private static void ReadAll(byte[] bytes)
    {
        if (BankMessageReader.TryRead(new MemoryStream(bytes), out var message, out _)) Tell(message.Match(Matching.MatchingSamples.Three, new HashSet<string>()));
        if (StatusReportReader.TryRead(new MemoryStream(bytes), out var report, out var reportProblem)) Tell(StatusMatching.Match(report, Matching.MatchingSamples.Three));
        else Assert.NotEmpty(reportProblem.Sentence());
        if (!StatementReader.TryRead(new MemoryStream(bytes), out var file, out var fileProblem)) Assert.NotEmpty(fileProblem.Sentence());
        else Tell(StatementMatching.Match(file, Matching.MatchingSamples.Three, new HashSet<string>()), file.Problems);
        Assert.All(file?.Statements.SelectMany(s => s.Entries) ?? [], entry => Assert.False(entry.Amount.IsNegative));
    }

    /// <summary>What is found can also be said.</summary>
    private static void Tell(MatchResult result, IReadOnlyList<Problem>? unreadable = null)
    {
        Assert.All(result.Unmatched.Select(u => u.Reason).Concat(unreadable ?? []), problem => Assert.NotEmpty(problem.Sentence()));
        Assert.All(result.Matches, match => Assert.NotEmpty(match.Fingerprint));
        Assert.All(result.Matches, match => Assert.True(match.Reason is null || match.Reason.Told().Length > 0));
    }
}
