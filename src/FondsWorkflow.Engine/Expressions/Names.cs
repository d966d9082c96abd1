namespace FondsWorkflow.Engine.Expressions;

/// <summary>How Elsa turns the name of a variable into that of its accessor: <c>dueDate</c>, <c>due_date</c> and <c>Due date</c> become <c>getDueDate()</c>.</summary>
internal static class Names
{
    /// <summary>Takes <c>getX</c> and <c>setX</c> apart; null for every other name.</summary>
    public static (bool IsGet, string Accessor)? Split(string name)
    {
        if (name.Length <= 3) return null;
        var isGet = name.StartsWith("get", StringComparison.Ordinal);
        return isGet || name.StartsWith("set", StringComparison.Ordinal) ? (isGet, name[3..]) : null;
    }

    /// <summary>Takes <c>ResultFromStep</c>, the rest of <c>getResultFromStep</c>, apart; null when it names no output.</summary>
    public static (string Step, string Output)? SplitOutput(string accessor)
    {
        var from = accessor.IndexOf("From", StringComparison.Ordinal);
        return from > 0 && from + 4 < accessor.Length ? (accessor[(from + 4)..], accessor[..from]) : null;
    }

    public static bool IsAccessor(string name, string accessor) =>
        string.Equals(name, accessor, StringComparison.Ordinal) || IsPascalized(name, accessor);

    private static bool IsPascalized(string name, string accessor)
    {
        var at = 0;
        var upper = true;
        foreach (var letter in name)
        {
            if (letter is '_' or ' ' or '-')
            {
                upper = true;
                continue;
            }

            if (at == accessor.Length || accessor[at++] != (upper ? char.ToUpperInvariant(letter) : letter)) return false;
            upper = false;
        }

        return at == accessor.Length;
    }
}
