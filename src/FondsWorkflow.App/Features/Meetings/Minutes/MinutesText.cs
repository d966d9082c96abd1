using System.Text;
using FondsWorkflow.App.Features.Meetings.List;
using FondsWorkflow.App.Resources;

namespace FondsWorkflow.App.Features.Meetings.Minutes;

/// <summary>The minutes as plain text, with the words of their page.</summary>
internal sealed class MinutesText(Texts texts)
{
    public string Write(MinutesView view)
    {
        var text = new StringBuilder();
        Line(text, texts["Meetings.MinutesOf", view.StartsAt], view.Circle, "");
        if (view.State != MeetingState.Closed)
        {
            Line(text, texts["Meetings.MinutesDraft"], "");
        }

        Line(text, Fact("Field.Place", view.Place), Fact("InvitationSent", view.InvitedAt), Fact("Begin", view.OpenedAt), Fact("End", view.ClosedAt));
        Line(text, texts["Meetings.PresentOf", view.VotersPresent, view.VotingSeats], "", texts["Meetings.Attendance"]);
        foreach (var member in view.Attendance.OrderBy(a => a.Presence).ThenBy(a => a.Seat, StringComparer.CurrentCulture))
        {
            Line(text, $"- {member.Seat}{(member.Voting ? "" : $" ({texts["Meetings.Advisory"]})")}: {texts[$"Meetings.Presence.{member.Presence}"]}");
        }

        foreach (var item in view.Items)
        {
            Item(text, item);
        }

        if (view.Note.Length > 0)
        {
            Line(text, "", texts["Meetings.Field.MinutesNote"], view.Note);
        }

        return text.ToString();
    }

    private void Item(StringBuilder text, MinutesItem item)
    {
        Line(text, "", $"{texts["Meetings.ItemNumber", item.Position]} {item.Title}");
        if (item.TablePaper)
        {
            Line(text, texts["Meetings.TablePaper"]);
        }

        foreach (var ballot in item.Ballots)
        {
            foreach (var recusal in ballot.Recusals)
            {
                Line(text, texts["Meetings.MinutesRecused", recusal.Seat, texts[$"Ballots.Ground.{recusal.Ground}"]] + (recusal.VoteStruck ? " " + texts["Meetings.MinutesVoteStruck"] : ""));
            }

            Line(text, [.. ballot.Result.Select(line => $"- {line}")]);
        }

        if (item.Resolution is not { } resolution)
        {
            Line(text, texts["Meetings.MinutesNoResolution"]);
            return;
        }

        Line(text, $"{texts["Meetings.MinutesResolved", texts[$"Decisions.Outcome.{resolution.Outcome}"]]} {resolution.Amount}".TrimEnd());
        if (resolution.Reason.Length > 0)
        {
            Line(text, texts["Meetings.MinutesReason", resolution.Reason]);
        }

        foreach (var condition in resolution.Conditions)
        {
            Line(text, texts[condition.BeforeNotice ? "Meetings.MinutesConditionBefore" : "Meetings.MinutesCondition", condition.Text]);
        }
    }

    private string Fact(string name, object? value) => $"{texts[$"Meetings.{name}"]}: {(value is DateTimeOffset at ? German.Local(at).ToString("dd.MM.yyyy, HH:mm", German.Culture) : value)}";

    private static void Line(StringBuilder text, params string[] lines)
    {
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
    }
}
