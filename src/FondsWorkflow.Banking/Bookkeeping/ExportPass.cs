using System.Security.Cryptography;

namespace FondsWorkflow.Banking;

/// <summary>Runs through the payouts once, writes every line and collects what is wrong. The first pass learns the totals a head line may show.</summary>
internal sealed class ExportPass
{
    private readonly ExportProfile _profile;
    private readonly PayoutExport _export;
    private readonly ExportTotals _known;
    private readonly ExportBytes _bytes;
    private readonly ExportCell _cell;
    private readonly List<ExportProblem> _problems = [];
    private readonly List<ExportRemark> _remarks = [];

    internal ExportPass(ExportProfile profile, PayoutExport export, ExportTotals? known = null)
    {
        _profile = profile;
        _export = export;
        _known = known ?? ExportTotals.None;
        _bytes = new(profile.Encoding);
        _cell = new(profile, export);
    }

    internal IReadOnlyList<ExportProblem> Problems => _problems;

    internal IReadOnlyList<ExportRemark> Remarks => _remarks;

    internal ExportTotals Totals { get; private set; } = ExportTotals.None;

    internal void Run(Stream stream)
    {
        var isXml = _profile.Layout == ExportLayout.Xml;
        stream.Write(_bytes.Preamble);
        if (isXml) Write(stream, $"<?xml version=\"1.0\" encoding=\"{_bytes.Encoding.WebName}\"?>\r\n<PayoutExport>");
        WriteFileLine(stream, "File", _profile.Head, _known);
        if (_profile.Titles && !isXml) Write(stream, ExportLine.Titles(_profile));
        WriteBody(stream);
        WriteFileLine(stream, "Total", _profile.Total, Totals);
        if (isXml) Write(stream, "</PayoutExport>");
    }

    private void WriteBody(Stream stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var record in _export.Records)
        {
            Totals = Totals.With(record);
            if (!record.Amount.IsPositive) _problems.Add(new(record.Payout, nameof(PayoutRecord.Amount), new(ProblemCode.AmountNotPositive, record.Amount)));
            var line = Line("Payout", _profile.Each, ExportFields.Of(record, Totals.Count), record.Payout);
            hash.AppendData(Write(stream, line));
        }

        if (Totals.Count == 0) _problems.Add(new(null, "", new(ProblemCode.FileEmpty)));
        Totals = Totals with { BodySha256 = Convert.ToHexStringLower(hash.GetHashAndReset()) };
    }

    private void WriteFileLine(Stream stream, string element, IReadOnlyList<ExportColumn> columns, ExportTotals totals)
    {
        if (columns.Count > 0) Write(stream, Line(element, columns, ExportFields.Of(_export, _profile, totals), null));
    }

    private string Line(string element, IReadOnlyList<ExportColumn> columns, Func<string, object?> fields, string? payout)
    {
        var before = _problems.Count;
        var cells = new string[columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var title = columns[i].Title;
            cells[i] = _cell.Make(columns[i], fields, p => _problems.Add(new(payout, title, p)), (was, now) => _remarks.Add(new(payout, title, was, now)));
        }

        return _problems.Count > before ? "" : ExportLine.Of(_profile, element, columns, cells);
    }

    private byte[] Write(Stream stream, string line)
    {
        var bytes = _bytes.Encoding.GetBytes(line + "\r\n");
        stream.Write(bytes);
        return bytes;
    }
}
