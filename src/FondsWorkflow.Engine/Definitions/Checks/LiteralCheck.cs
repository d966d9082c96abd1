using System.Globalization;
using Cronos;
using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>A value that stands in the file converts to the type of its input; durations, cron expressions and instants can be read.</summary>
internal static class LiteralCheck
{
    // Elsa hands the wait to a System.Timers.Timer, which takes milliseconds as a 32-bit number.
    private static readonly TimeSpan LongestWaitOfElsa = TimeSpan.FromMilliseconds(int.MaxValue);
    private static readonly TimeSpan Century = TimeSpan.FromDays(36_525);
    private static readonly DateTime AnyDay = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static void Run(InputValue input, InputDescriptor declared, ActivityNode node, Scope scope, ReadContext context)
    {
        if (Constants.Of(input) is not { } value || Constants.IsEmpty(input)) return;
        var path = context.PathOf(input);
        var kind = Kind(declared);
        var text = Constants.Text(value);
        if (kind != InputKind.Any && text is not null && !Form(text, kind, node, path, scope, context)) return;
        var isKnown = kind == InputKind.Any ? text is null || ElsaTypes.Converts(text, declared.TypeName, isArray: false) : text is not null;
        if (!isKnown || declared.Converts?.Invoke(input) == false) context.Problems.Add(ProblemKinds.BadLiteral, path, input.Value.ToString(), declared.TypeName);
    }

    /// <summary>Checks what must have a form of its own; false when a problem was reported.</summary>
    private static bool Form(string text, InputKind kind, ActivityNode node, string path, Scope scope, ReadContext context) => kind switch
    {
        InputKind.Duration => Duration(text, node, path, context),
        InputKind.Cron => Cron(text, path, context),
        InputKind.Instant => Instant(text, path, context),
        _ => ScriptCheck.JavaScript(text, path, node, scope, context),
    };

    private static InputKind Kind(InputDescriptor declared) => declared.Kind != InputKind.Any ? declared.Kind : declared.TypeName switch
    {
        "TimeSpan" => InputKind.Duration,
        "DateTimeOffset" or "DateTime" => InputKind.Instant,
        _ => InputKind.Any,
    };

    private static bool Duration(string text, ActivityNode node, string path, ReadContext context)
    {
        if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration) || duration > Century || duration < -Century)
        {
            context.Problems.Add(ProblemKinds.BadDuration, path, text);
            return false;
        }

        if (duration > LongestWaitOfElsa && node.Type.StartsWith("Elsa.", StringComparison.Ordinal)) context.Problems.Add(ProblemKinds.WaitTooLong, path, text);
        return true;
    }

    private static bool Instant(string text, string path, ReadContext context)
    {
        if (ElsaTypes.IsInstant(text)) return true;
        context.Problems.Add(ProblemKinds.BadInstant, path, text);
        return false;
    }

    private static bool Cron(string text, string path, ReadContext context)
    {
        try
        {
            if (CronText.Parse(text).GetNextOccurrence(AnyDay) is not null) return true;
            context.Problems.Add(ProblemKinds.BadCron, path, "it never occurs");
        }
        catch (CronFormatException e)
        {
            context.Problems.Add(ProblemKinds.BadCron, path, e.Message);
        }

        return false;
    }
}
