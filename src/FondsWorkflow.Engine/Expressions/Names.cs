namespace FondsWorkflow.Engine.Expressions;

/// <summary>How Elsa turns the name of a variable into that of its accessor: <c>dueDate</c>, <c>due_date</c> and <c>Due date</c> become <c>getDueDate()</c>.</summary>
internal static class Names
{
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
