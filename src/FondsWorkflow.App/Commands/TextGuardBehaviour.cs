using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using FondsWorkflow.Fund;
using MediatR;

namespace FondsWorkflow.App.Commands;

/// <summary>
/// Every text of every request, wherever it sits in it: no control characters (they break letters, files and databases), no halves of characters, no novels.
/// The field's own, stricter limits come after.
/// </summary>
internal sealed class TextGuardBehaviour<TRequest, TAnswer> : IPipelineBehavior<TRequest, TAnswer>
    where TRequest : IRequest<TAnswer>
{
    public Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
    {
        var problems = new List<RuleProblem>();
        TextGuard.Walk(request, path: "", depth: 0, problems);
        Require.None(problems);
        return next();
    }
}

/// <summary>Looks at the texts of an object graph.</summary>
internal static class TextGuard
{
    public const int MaxLength = 10_000;
    private const int MaxDepth = 8;
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    public static void Walk(object? value, string path, int depth, List<RuleProblem> problems)
    {
        switch (value)
        {
            case null:
                return;
            case string text:
                Check(text, path, problems);
                return;
            case byte[]:
                return;
            case JsonElement json:
                Walk(json, path, problems);
                return;
            case IEnumerable items:
                var index = 0;
                foreach (var item in items)
                {
                    if (item is null)
                    {
                        problems.Add(new RuleProblem(CommandRules.MissingInput, $"{path}[{index}]", []));
                    }

                    Walk(item, $"{path}[{index++}]", depth + 1, problems);
                }

                return;
            case not null when depth < MaxDepth && value.GetType().Namespace?.StartsWith("FondsWorkflow", StringComparison.Ordinal) == true:
                foreach (var property in Properties.GetOrAdd(value.GetType(), Readable))
                {
                    Walk(property.GetValue(value), path.Length == 0 ? property.Name : $"{path}.{property.Name}", depth + 1, problems);
                }

                return;
        }
    }

    public static bool IsClean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsControl(c) && c is not ('\n' or '\r' or '\t'))
            {
                return false;
            }

            if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF')
            {
                return false;
            }
        }

        return true;
    }

    private static void Walk(JsonElement json, string path, List<RuleProblem> problems)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.String:
                Check(json.GetString()!, path, problems);
                return;
            case JsonValueKind.Array:
                foreach (var (index, item) in json.EnumerateArray().Index())
                {
                    Walk(item, $"{path}[{index}]", problems);
                }

                return;
            case JsonValueKind.Object:
                foreach (var property in json.EnumerateObject())
                {
                    Check(property.Name, path, problems);
                    Walk(property.Value, $"{path}.{property.Name}", problems);
                }

                return;
        }
    }

    private static void Check(string text, string path, List<RuleProblem> problems)
    {
        if (text.Length > MaxLength)
        {
            problems.Add(new RuleProblem(CommandRules.TextIsTooLong, path, [MaxLength]));
        }
        else if (!IsClean(text))
        {
            problems.Add(new RuleProblem(CommandRules.TextHasControlCharacters, path, []));
        }
    }

    private static PropertyInfo[] Readable(Type type)
        => [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.GetIndexParameters().Length == 0 && (p.PropertyType == typeof(string) || p.PropertyType == typeof(JsonElement?) || !p.PropertyType.IsValueType))];
}
