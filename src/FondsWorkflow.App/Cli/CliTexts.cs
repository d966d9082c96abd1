using System.Resources;
using FondsWorkflow.App.Resources;

namespace FondsWorkflow.App.Cli;

/// <summary>What the program prints on the command line, from <c>Resources/Cli.resx</c>.</summary>
internal static class CliTexts
{
    private static readonly ResourceManager Texts = new("FondsWorkflow.App.Resources.Cli", typeof(CliTexts).Assembly);

    public static string Root => Get(nameof(Root));

    public static string Get(string key, params object[] arguments)
        => string.Format(German.Culture, Texts.GetString(key, German.Culture)
            ?? throw new InvalidOperationException($"Resources/Cli.resx lacks '{key}'."), arguments);

    /// <summary>So many of something: the text is "one|many".</summary>
    public static string Count(string key, long number) => Get(key, number).Split('|')[number == 1 ? 0 : 1];
}
