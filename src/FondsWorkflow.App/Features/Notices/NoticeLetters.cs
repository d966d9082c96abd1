using System.Security.Cryptography;
using System.Text;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Documents;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.App.Features.Notices;

/// <summary>Turns notices into letters and keeps their bytes.</summary>
internal sealed class NoticeLetters(FondsDb db, CityBook city, Texts texts, CommandContext who, IIdSource ids, BerlinTime clock)
{
    public const string Html = "html";
    public const string Pdf = "pdf";

    /// <summary>The letter as HTML.</summary>
    /// <param name="notice">The notice.</param>
    /// <param name="application">What it is about.</param>
    /// <param name="signer">Who signs; null for a draft.</param>
    public string HtmlOf(Notice notice, GrantApplication application, string? signer) => HtmlOf(notice.Number, notice.Kind, notice.Text, application, signer);

    public string HtmlOf(string number, NoticeKind kind, NoticeText text, GrantApplication application, string? signer)
    {
        var (fund, quarter) = (city.Fund(application.FundKey), city.Quarter(application.QuarterKey));
        var (office, help) = (city.Office(fund.OfficeKey), city.Office(quarter.OfficeKey));
        return new LetterHtml(texts).Write(new Letter
        {
            City = city.City.Name,
            Office = office.Name,
            OfficeAddress = office.Address?.Value,
            Recipient = [.. Recipient(application)],
            References =
            [
                (texts["Letters.Date"], German.Show(clock.Today)),
                (texts["Letters.Reference"], number),
                (texts["Letters.YourApplication"], $"{application.Number}, {German.Show(German.Day(application.SubmittedAt!.Value))}"),
                (texts["Letters.Fund"], fund.Name),
                (texts["Letters.Delivery"], Delivery(application)),
            ],
            Number = number,
            Subject = texts[$"Letters.Subject{kind}"],
            About = texts["Letters.About", application.Form.Project.Title],
            Text = text,
            Help = help.Address is { } address ? texts["Letters.HelpAt", help.Name, address.Value] : texts["Letters.Help", help.Name],
            Signer = signer,
        });
    }

    /// <summary>Whether the reader agreed to electronic delivery.</summary>
    public static bool GoesByMail(GrantApplication application) => application.Form.Declarations.Has(DeclarationKeys.ElectronicNotice);

    public static string FileName(string number, string format) => $"Bescheid-{number}.{format}";

    /// <summary>The content type of a format; null when letters don't have it.</summary>
    public static string? ContentTypeOf(string format) => format switch
    {
        Html => "text/html; charset=utf-8",
        Pdf => "application/pdf",
        _ => null,
    };

    /// <summary>The letter's bytes: found by the notice it belongs to, never by a name that somebody else's file may have as well.</summary>
    public static IQueryable<StoredFile> Of(FondsDb db, Guid noticeId, string format)
    {
        var type = ContentTypeOf(format);
        return db.Files.Where(f => f.NoticeId == noticeId && f.ContentType == type);
    }

    /// <summary>Adds the bytes to the transaction.</summary>
    public StoredFile Keep(Notice notice, string format, byte[] content)
    {
        var file = new StoredFile
        {
            Id = ids.New(),
            ApplicationId = notice.ApplicationId,
            NoticeId = notice.Id,
            FileName = FileName(notice.Number, format),
            ContentType = ContentTypeOf(format)!,
            Size = content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(content)),
            Content = content,
            At = clock.Now,
            By = who.Actor.Id,
        };
        db.Files.Add(file);
        return file;
    }

    public StoredFile Keep(Notice notice, string html) => Keep(notice, Html, Encoding.UTF8.GetBytes(html));

    private string Delivery(GrantApplication application) => GoesByMail(application) ? texts["Letters.ByMail", application.ApplicantEmail] : texts["Letters.ByPost"];

    private static IEnumerable<string> Recipient(GrantApplication application)
    {
        var who = application.Form.Who;
        string?[] lines = [who.Name, who.Representative ?? who.ContactName, who.Street, $"{who.PostalCode} {who.Town}".Trim()];
        return lines.OfType<string>().Where(l => l.Length > 0);
    }
}
