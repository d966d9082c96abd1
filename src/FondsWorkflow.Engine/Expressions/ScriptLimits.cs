namespace FondsWorkflow.Engine.Expressions;

/// <summary>How much one evaluation of a script may use. Exceeding a bound is an <see cref="ExpressionException"/>, hence an incident.</summary>
/// <param name="Time">Wall time of one evaluation.</param>
/// <param name="Statements">Statements executed; loops count each turn.</param>
/// <param name="Memory">Bytes allocated by one evaluation.</param>
/// <param name="Recursion">Depth of nested calls.</param>
/// <param name="ArrayLength">Elements of one array.</param>
/// <param name="RegexTime">Time of one match of a regular expression.</param>
public sealed record ScriptLimits(TimeSpan Time, int Statements, long Memory, int Recursion, uint ArrayLength, TimeSpan RegexTime)
{
    /// <summary>2 s, 200,000 statements, 32 MiB, 100 calls, 1,000,000 elements, 250 ms for a regular expression.</summary>
    public static ScriptLimits Default { get; } =
        new(TimeSpan.FromSeconds(2), 200_000, 32L * 1024 * 1024, 100, 1_000_000, TimeSpan.FromMilliseconds(250));
}
