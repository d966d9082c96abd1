using System.Text;

namespace FondsWorkflow.Banking.Tests;

/// <summary>Messages as a bank sends them, written for these tests.</summary>
internal static class Received
{
    internal static IReadOnlyList<string> Names(string prefix) =>
        [.. Directory.GetFiles(Folder, prefix + "*.xml").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    internal static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".xml"));

    internal static StatusReport Report(string name) => ReportOf(Encoding.UTF8.GetString(Bytes(name)));

    internal static StatusReport ReportOf(string xml) =>
        StatusReportReader.TryRead(Stream(xml), out var report, out var problem) ? report : throw new InvalidOperationException(problem.ToString());

    internal static StatementFile Statement(string name) => StatementOf(Encoding.UTF8.GetString(Bytes(name)));

    internal static StatementFile StatementOf(string xml) =>
        StatementReader.TryRead(Stream(xml), out var file, out var problem) ? file : throw new InvalidOperationException(problem.ToString());

    internal static MemoryStream Stream(string xml) => new(Encoding.UTF8.GetBytes(xml));

    private static string Folder => Path.Combine(Shared.Repository, "tests", "FondsWorkflow.Banking.Tests", "Received");
}
