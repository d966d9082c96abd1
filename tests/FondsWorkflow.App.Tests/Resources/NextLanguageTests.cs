using System.Net.Http.Json;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.Fund;
using Microsoft.Data.Sqlite;

namespace FondsWorkflow.App.Tests.Resources;

/// <summary>The next language needs no code: the same program with one more folder of texts beside it.</summary>
public sealed class NextLanguageTests
{
    private const string Title = "Mahalleniz için para";
    private const string Refusal = "Bu e-posta adresine yazamıyoruz.";
    private const string Subject = "Başvurunuza giden bağlantı";

    [FactWith(Needs.Sqlite)]
    public async Task With_a_folder_of_Turkish_texts_the_pages_refusals_and_mails_speak_Turkish_and_German_where_it_has_none()
    {
        var program = CopyOfTheProgram();
        Satellite.Write(
            program,
            typeof(Texts).Assembly,
            "tr",
            ("FondsWorkflow.App.Resources.Home", "Title", Title),
            ("FondsWorkflow.App.Resources.Mails", "SignIn_Subject", Subject));
        Satellite.Write(program, typeof(Rule).Assembly, "tr", ("FondsWorkflow.Fund.RuleTexts.Applications", "A03", Refusal));
        var data = Directory.CreateTempSubdirectory("fonds-test-").FullName;
        await using var app = await AppProcess.StartCopyAsync(program, data, settings: "--Fonds:Jobs=false");
        using var visitor = app.Client();
        visitor.DefaultRequestHeaders.Add("Idempotency-Key", "once");

        var chosen = await visitor.GetAsync(new Uri("/?sprache=tr", UriKind.Relative));
        var turkish = await chosen.Content.ReadAsStringAsync();
        using var again = app.Client(cookie: chosen.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("fonds.sprache=", StringComparison.Ordinal)).Split(';')[0]);
        var next = await again.GetStringAsync(new Uri("/anmelden", UriKind.Relative));
        var german = await visitor.GetStringAsync(new Uri("/", UriKind.Relative));
        var refused = await visitor.PostAsJsonAsync(new Uri("/api/v1/applications/start?sprache=tr", UriKind.Relative), new { fundKey = Story.Fund, applicantEmail = "kein Postfach", language = "tr" });
        var started = await visitor.PostAsJsonAsync(new Uri("/api/v1/applications/start", UriKind.Relative), new { fundKey = Story.Fund, applicantEmail = "grup@mahalle.example", language = "tr" });

        Assert.Contains("<html lang=\"tr\"", turkish, StringComparison.Ordinal);
        Assert.Contains(Title, System.Net.WebUtility.HtmlDecode(turkish), StringComparison.Ordinal);
        Assert.Contains("Anmelden", turkish, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"tr\"", next, StringComparison.Ordinal);
        Assert.Contains("href=\"?sprache=tr\" lang=\"tr\"", german, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"de\"", german, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, System.Net.WebUtility.HtmlDecode(german), StringComparison.Ordinal);
        Assert.Contains(Refusal, (await refused.Content.ReadFromJsonAsync<Problem>())!.Errors.Values.SelectMany(e => e));
        Assert.True(started.IsSuccessStatusCode, await started.Content.ReadAsStringAsync());
        Assert.Equal(Subject, await SubjectAsync(data));
    }

    /// <summary>Our own files are copied, so that the program looks for texts beside them; all others are linked.</summary>
    private static string CopyOfTheProgram()
    {
        var copy = Directory.CreateTempSubdirectory("fonds-test-").FullName;
        foreach (var entry in Directory.EnumerateFileSystemEntries(AppContext.BaseDirectory))
        {
            var target = Path.Combine(copy, Path.GetFileName(entry));
            if (Directory.Exists(entry))
            {
                Directory.CreateSymbolicLink(target, entry);
            }
            else if (Path.GetFileName(entry).StartsWith("FondsWorkflow", StringComparison.Ordinal))
            {
                File.Copy(entry, target);
            }
            else
            {
                File.CreateSymbolicLink(target, entry);
            }
        }

        return copy;
    }

    private static async Task<object?> SubjectAsync(string data)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(data, "fonds.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT Subject FROM Outbox";
        return await command.ExecuteScalarAsync();
    }

    private sealed record Problem(Dictionary<string, string[]> Errors);
}
