using System.Text;
using CsCheck;

namespace FondsWorkflow.Banking.Tests.Messages;

public class ReaderFuzzTests
{
    private static readonly string[] Seeds = [.. Received.Names("pain.002").Concat(Received.Names("camt")).Select(n => Encoding.UTF8.GetString(Received.Bytes(n)))];

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
    public void Any_bytes_never_crash_the_readers() => Gen.Byte.Array[0, 300].Sample(ReadAll, iter: 3000);

    private static string Damage(string xml, double place, int length, string junk)
    {
        var at = (int)(place * xml.Length);
        return string.Concat(xml.AsSpan(0, at), junk, xml.AsSpan(Math.Min(xml.Length, at + length)));
    }

    private static void ReadAll(byte[] bytes)
    {
        if (BankMessageReader.TryRead(new MemoryStream(bytes), out var message, out _)) message.Match(Matching.MatchingSamples.Three, new HashSet<string>());
        if (StatusReportReader.TryRead(new MemoryStream(bytes), out var report, out var reportProblem)) StatusMatching.Match(report, Matching.MatchingSamples.Three);
        else Assert.NotEmpty(reportProblem.Sentence());
        if (!StatementReader.TryRead(new MemoryStream(bytes), out var file, out var fileProblem)) Assert.NotEmpty(fileProblem.Sentence());
        else StatementMatching.Match(file, Matching.MatchingSamples.Three, new HashSet<string>());
    }
}
