using System.Globalization;
using System.Text;
using FondsWorkflow.Fund.Steering;

namespace FondsWorkflow.App.Features.Meetings.Invite;

/// <summary>One meeting as a calendar entry (RFC 5545): lines end with CRLF and are folded after 75 octets, texts are escaped.</summary>
internal static class ICalendar
{
    private const int MaxOctets = 75;
    private const string Moment = "yyyyMMdd'T'HHmmss'Z'";

    public static string Write(Meeting meeting, string title, string link, DateTimeOffset now)
    {
        string[] lines =
        [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//FondsWorkflow//DE",
            "METHOD:PUBLISH",
            "BEGIN:VEVENT",
            $"UID:{meeting.Id:D}@fondsworkflow",
            string.Create(CultureInfo.InvariantCulture, $"SEQUENCE:{meeting.Version}"),
            $"DTSTAMP:{At(now)}",
            $"DTSTART:{At(meeting.StartsAt)}",
            "DURATION:PT2H",
            $"SUMMARY:{Escape(title)}",
            $"LOCATION:{Escape(meeting.Place)}",
            $"DESCRIPTION:{Escape(link)}",
            $"URL:{link}",
            "END:VEVENT",
            "END:VCALENDAR",
        ];
        return string.Concat(lines.Select(l => Fold(l) + "\r\n"));
    }

    private static string At(DateTimeOffset moment) => moment.UtcDateTime.ToString(Moment, CultureInfo.InvariantCulture);

    private static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal)
        .ReplaceLineEndings("\\n");

    /// <summary>A continuation line begins with a space, which counts; characters are never cut in half.</summary>
    private static string Fold(string line)
    {
        var folded = new StringBuilder();
        var octets = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MaxOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }

            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }

        return folded.ToString();
    }
}
