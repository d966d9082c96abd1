using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Messages;
using FondsWorkflow.Fund.People;
using FondsWorkflow.Fund.Steering;

namespace FondsWorkflow.App.Features.Meetings.Invite;

/// <summary>Writes to every member of a circle, with agenda, link and calendar entry.</summary>
internal sealed class Invitations(FondsDb db, Post post, PublicLinks links, CommandContext context, IIdSource ids, BerlinTime clock)
{
    /// <param name="meeting">The meeting.</param>
    /// <param name="circle">Its circle; deputies and advisory members are written to as well.</param>
    /// <param name="template">Template of the mail: <c>Invitation</c> or <c>MeetingMoved</c>.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task SendAsync(Meeting meeting, SteeringCircle circle, string template, CancellationToken cancellationToken)
    {
        var link = links.To($"/steuerungskreis/sitzungen/{meeting.Id}");
        var agenda = string.Join('\n', meeting.AgendaItems.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Position}. {i.Title}")));
        var calendar = Calendar(meeting, circle, link);
        db.Files.Add(calendar);
        foreach (var member in circle.Members)
        {
            await post.SendAsync(
                string.Create(CultureInfo.InvariantCulture, $"{template}:{meeting.Id}:{meeting.Version}:{member.UserId}"), member.UserId, template, applicationId: null,
                [circle.Name, meeting.StartsAt, meeting.Place, agenda, link], calendar.Id, cancellationToken);
        }
    }

    private StoredFile Calendar(Meeting meeting, SteeringCircle circle, string link)
    {
        var bytes = Encoding.UTF8.GetBytes(ICalendar.Write(meeting, circle.Name, link, clock.Now));
        return new StoredFile
        {
            Id = ids.New(),
            FileName = "sitzung.ics",
            ContentType = "text/calendar; charset=utf-8",
            Size = bytes.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Content = bytes,
            At = clock.Now,
            By = context.Actor.Id,
        };
    }
}
