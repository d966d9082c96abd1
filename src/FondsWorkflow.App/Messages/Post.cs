using System.Globalization;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Messages;

/// <summary>Writes mails into the outbox, in the transaction of the command that causes them. Texts stand in <c>Resources/Mails.resx</c> as <c>Name_Subject</c> and <c>Name_Body</c>.</summary>
internal sealed class Post(FondsDb db, CityBook city, Texts texts, IIdSource ids, TimeProvider clock)
{
    /// <summary>Adds a mail; the same <paramref name="key"/> is never sent twice.</summary>
    /// <param name="key">What the mail is about, unique, for example <c>received:{applicationId}</c>.</param>
    /// <param name="to">Mail address of the recipient.</param>
    /// <param name="template">Name of the template in <c>Mails.resx</c>.</param>
    /// <param name="applicationId">The application it belongs to, for its history.</param>
    /// <param name="arguments">Values for the placeholders of subject and body.</param>
    /// <param name="attachmentId">A stored file to attach.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task SendAsync(string key, string to, string template, Guid? applicationId, object?[] arguments, Guid? attachmentId = null, CancellationToken cancellationToken = default)
    {
        if (db.Outbox.Local.Any(m => m.Key == key) || await db.Outbox.AnyAsync(m => m.Key == key, cancellationToken))
        {
            return;
        }

        var now = clock.GetUtcNow();
        var language = await LanguageOfAsync(to, applicationId, cancellationToken);
        db.Outbox.Add(new OutboxMessage
        {
            Id = ids.New(),
            Key = key,
            ApplicationId = applicationId,
            To = to,
            Subject = texts.In(language, $"Mails.{template}_Subject", arguments),
            Body = texts.In(language, $"Mails.{template}_Body", arguments) + "\n\n" + texts.In(language, await FooterForAsync(to, cancellationToken), city.City.Name),
            AttachmentId = attachmentId,
            CreatedAt = now,
            DueAt = now,
        });
    }

    /// <summary>The house is not sent to the neighbourhood office for help: it is that office.</summary>
    private async Task<string> FooterForAsync(string to, CancellationToken cancellationToken)
        => await db.Users.AnyAsync(u => u.Id == to, cancellationToken) ? "Mails.FooterHouse" : "Mails.Footer";

    /// <summary>Applicants are written to in the language of their application, whoever acts; the house in German.</summary>
    private async Task<CultureInfo> LanguageOfAsync(string to, Guid? applicationId, CancellationToken cancellationToken)
        => applicationId is { } id && await db.Applications.FindAsync([id], cancellationToken) is { } application && application.ApplicantEmail == to
            ? Languages.For(application.Language)
            : German.Culture;
}
