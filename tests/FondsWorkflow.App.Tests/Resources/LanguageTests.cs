using System.Globalization;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Tests.Support;

namespace FondsWorkflow.App.Tests.Resources;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("de")]
    [InlineData("de-leicht")]
    [InlineData("tr")]
    [InlineData("")]
    [InlineData(null)]
    public void Who_asks_for_a_language_without_texts_is_written_to_in_German(string? code) => Assert.Equal(German.Culture, Languages.For(code));

    [Fact]
    public async Task A_mail_speaks_the_language_of_its_reader_whatever_the_one_who_acts_has_set()
    {
        await using var app = await FondsApp.StartAsync();
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
        try
        {
            await new Story(app).Submitted();
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }

        Assert.Contains(await app.Mails(), m => m.Subject!.EndsWith("ist angekommen", StringComparison.Ordinal));
    }
}
