using System.Text.Json;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Execution;

/// <summary>
/// How a failed step is tried again by itself: <c>customProperties.retry</c> of the step, else of the workflow:
/// <c>{ "maxAttempts": 5, "firstDelay": "00:01:00", "factor": 2, "maxDelay": "1.00:00:00" }</c>. Without it a person decides.
/// </summary>
/// <param name="MaxAttempts">Executions in all, the first one included.</param>
/// <param name="FirstDelay">The pause before the second.</param>
/// <param name="Factor">By how much each pause grows; at least 1.</param>
/// <param name="MaxDelay">The longest pause.</param>
public sealed record RetryPolicy(int MaxAttempts, TimeSpan FirstDelay, double Factor, TimeSpan MaxDelay)
{
    /// <summary>No retry by itself.</summary>
    public static RetryPolicy None { get; } = new(1, TimeSpan.Zero, 1, TimeSpan.Zero);

    /// <summary>When the step is tried again after its <paramref name="attempts"/>-th failure; null when a person must decide.</summary>
    public DateTimeOffset? Next(int attempts, DateTimeOffset now)
    {
        if (attempts >= MaxAttempts) return null;
        var seconds = Math.Min(MaxDelay.TotalSeconds, FirstDelay.TotalSeconds * Math.Pow(Factor, attempts - 1));
        return now + TimeSpan.FromSeconds(seconds);
    }

    internal static RetryPolicy? Read(IReadOnlyDictionary<string, JsonElement> customProperties) =>
        customProperties.TryGetValue("retry", out var retry) && retry.ValueKind == JsonValueKind.Object ? Read(retry) : null;

    private static RetryPolicy Read(JsonElement retry)
    {
        var map = (Dictionary<string, object?>)Value.FromElement(retry)!;
        return new RetryPolicy(
            Math.Max(1, ValueConverter.To<int?>(map.GetValueOrDefault("maxAttempts")) ?? 5),
            ValueConverter.To<TimeSpan?>(map.GetValueOrDefault("firstDelay")) ?? TimeSpan.FromMinutes(1),
            Math.Max(1, ValueConverter.To<double?>(map.GetValueOrDefault("factor")) ?? 2),
            ValueConverter.To<TimeSpan?>(map.GetValueOrDefault("maxDelay")) ?? TimeSpan.FromDays(1));
    }
}
