using System.Globalization;
using System.Text.Json;
using Cronos;
using FondsWorkflow.Engine.Definitions.Reading;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>A literal converts to the type of its input; durations, cron expressions and instants can be read.</summary>
internal static class LiteralCheck
{
    // Elsa hands the wait to a System.Timers.Timer, which takes milliseconds as a 32-bit number.
    private static readonly TimeSpan LongestWaitOfElsa = TimeSpan.FromMilliseconds(int.MaxValue);

    public static void Run(InputValue input, InputDescriptor declared, ActivityNode node, ReadContext context)
    {
        var path = context.PathOf(input);
        if (input.ExpressionType == "Object") Converts(input, declared, path, context);
        if (input.ExpressionType != "Literal") return;
        if (Text(input.Value) is not { } text)
        {
            Converts(input, declared, path, context);
            return;
        }

        switch (Kind(declared))
        {
            case InputKind.Duration:
                Duration(text, node, path, context);
                break;
            case InputKind.Cron:
                Cron(text, path, context);
                break;
            case InputKind.Instant:
                if (!ElsaTypes.IsInstant(text)) context.Problems.Add(ProblemKinds.BadInstant, path, text);
                break;
            case InputKind.Script:
                ScriptCheck.Syntax(text, path, context);
                break;
            default:
                if (!ElsaTypes.Converts(text, declared.TypeName, isArray: false)) context.Problems.Add(ProblemKinds.BadLiteral, path, text, declared.TypeName);
                else Converts(input, declared, path, context);
                break;
        }
    }

    private static void Converts(InputValue input, InputDescriptor declared, string path, ReadContext context)
    {
        if (declared.Converts?.Invoke(input) == false) context.Problems.Add(ProblemKinds.BadLiteral, path, input.Value.ToString(), declared.TypeName);
    }

    /// <summary>Null when there is nothing to convert: an input left empty has its default.</summary>
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()) ? null : value.GetString(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
        _ => null,
    };

    private static InputKind Kind(InputDescriptor declared) => declared.Kind != InputKind.Any ? declared.Kind : declared.TypeName switch
    {
        "TimeSpan" => InputKind.Duration,
        "DateTimeOffset" or "DateTime" => InputKind.Instant,
        _ => declared.Name == "cronExpression" ? InputKind.Cron : InputKind.Any,
    };

    private static void Duration(string text, ActivityNode node, string path, ReadContext context)
    {
        if (!TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var duration)) context.Problems.Add(ProblemKinds.BadDuration, path, text);
        else if (duration > LongestWaitOfElsa && node.Type.StartsWith("Elsa.", StringComparison.Ordinal)) context.Problems.Add(ProblemKinds.WaitTooLong, path, text);
    }

    private static void Cron(string text, string path, ReadContext context)
    {
        try
        {
            var format = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 ? CronFormat.IncludeSeconds : CronFormat.Standard;
            CronExpression.Parse(text, format);
        }
        catch (CronFormatException e)
        {
            context.Problems.Add(ProblemKinds.BadCron, path, e.Message);
        }
    }
}
