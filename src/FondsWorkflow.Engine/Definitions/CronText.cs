using Cronos;

namespace FondsWorkflow.Engine.Definitions;

/// <summary>How a cron expression is written: five fields, or six with seconds first.</summary>
internal static class CronText
{
    /// <exception cref="CronFormatException">The text is no cron expression.</exception>
    public static CronExpression Parse(string text) =>
        CronExpression.Parse(text, text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard);
}
