using System.Globalization;
using System.Xml.Linq;

namespace FondsWorkflow.Banking;

/// <summary>Reads values from elements without namespaces. What is missing or blank is null.</summary>
internal static class XmlRead
{
    /// <summary>ISO 20022 gives references 35 characters; what is much longer is none.</summary>
    internal const int MaxReference = 100;

    internal static XElement? At(this XElement? element, params ReadOnlySpan<string> path)
    {
        foreach (var name in path) element = element?.Element(name);
        return element;
    }

    internal static string? Text(this XElement? element, params ReadOnlySpan<string> path) =>
        element.At(path)?.Value.Trim() is { Length: > 0 } text ? text : null;

    /// <summary>A reference that names something: neither one of the words for none, nor longer than any.</summary>
    internal static string? Reference(this XElement? element, params ReadOnlySpan<string> path) =>
        element.Text(path) is { Length: <= MaxReference } text and not ("NOTPROVIDED" or "NONREF") ? text : null;

    /// <summary>A choice of code and proprietary text.</summary>
    internal static string? Code(this XElement? element, params ReadOnlySpan<string> path)
    {
        var at = element.At(path);
        return at.Text("Cd") ?? at.Text("Prtry", "Cd") ?? at.Text("Prtry");
    }

    /// <summary>An amount; none of these messages gives one a sign, so one with a minus can't be read.</summary>
    internal static Money? Money(this XElement? element, params ReadOnlySpan<string> path) =>
        Banking.Money.TryParseInvariant(element.Text(path), out var amount) && !amount.IsNegative ? amount : null;

    /// <summary>A number of payments; one that no file can hold is the largest there is, so that it never fits.</summary>
    internal static int? Number(this XElement? element, params ReadOnlySpan<string> path) =>
        element.Text(path) is not { } text || !text.All(char.IsAsciiDigit) ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;

    /// <summary>A day, given as <c>Dt</c> or as <c>DtTm</c>; of an instant the day as written.</summary>
    internal static DateOnly? Day(this XElement? element, params ReadOnlySpan<string> path)
    {
        var at = element.At(path);
        var text = at.Text("Dt") ?? at.Text("DtTm") ?? at.Text();
        return text is { Length: >= 10 } && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
    }

    internal static DateTimeOffset? Instant(this XElement? element, params ReadOnlySpan<string> path) =>
        DateTimeOffset.TryParse(element.Text(path), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;

    /// <summary>A party's name: directly, or one level deeper since version 8.</summary>
    internal static string? PartyName(this XElement? element, params ReadOnlySpan<string> path)
    {
        var at = element.At(path);
        return at.Text("Nm") ?? at.Text("Pty", "Nm");
    }

    internal static string? Joined(this XElement? element, string name) =>
        element?.Elements(name).Select(e => e.Value.Trim()).Where(t => t.Length > 0).ToList() is { Count: > 0 } lines ? string.Join(' ', lines) : null;
}
