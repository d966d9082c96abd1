namespace FondsWorkflow.Banking;

/// <summary>Splits payments when a bank limits the number per file.</summary>
public static class PaymentSplit
{
    /// <summary>Parts of nearly equal size and in the same order, none above the limit. Never leaves a part of one, unless there is only one payment.</summary>
    /// <param name="payments">What is to be paid.</param>
    /// <param name="limit">Most payments per file, at least 3: with 2, an odd number would leave a remainder of one.</param>
    public static IReadOnlyList<IReadOnlyList<T>> Into<T>(IReadOnlyList<T> payments, int limit)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 3);
        var parts = (payments.Count + limit - 1) / limit;
        return [.. Enumerable.Range(0, parts).Select(part => Part(payments, part, parts))];
    }

    private static IReadOnlyList<T> Part<T>(IReadOnlyList<T> payments, int part, int parts)
    {
        var from = (int)((long)payments.Count * part / parts);
        var to = (int)((long)payments.Count * (part + 1) / parts);
        return [.. payments.Skip(from).Take(to - from)];
    }
}
