using System.Globalization;
using System.Resources;

namespace FondsWorkflow.App.Hosting.Api;

/// <summary>Sentences of the API itself, from <c>Resources/Api.resx</c>.</summary>
internal static class ApiTexts
{
    private static readonly ResourceManager Texts = new("FondsWorkflow.App.Resources.Api", typeof(ApiTexts).Assembly);

    public static string KeyMissing => Texts.GetString(nameof(KeyMissing), CultureInfo.CurrentUICulture)!;
}
