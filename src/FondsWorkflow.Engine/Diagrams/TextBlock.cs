namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Breaks a label into lines that fit a box.</summary>
internal static class TextBlock
{
    /// <summary>At most <paramref name="lines"/> lines of <paramref name="width"/> characters; what does not fit ends in an ellipsis.</summary>
    public static IReadOnlyList<string> Wrap(string text, int width, int lines)
    {
        var result = new List<string>();
        var line = "";
        foreach (var word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).SelectMany(w => Pieces(w, width)))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                result.Add(line);
                line = word;
            }
            else line = line.Length == 0 ? word : $"{line} {word}";
        }

        result.Add(line);
        if (result.Count <= lines) return result;
        var last = result[lines - 1];
        return [.. result.Take(lines - 1), string.Concat(last.AsSpan(0, Math.Min(last.Length, width - 1)), "…")];
    }

    private static IEnumerable<string> Pieces(string word, int width)
    {
        for (; word.Length > width; word = word[(width - 1)..]) yield return word[..(width - 1)] + "-";
        yield return word;
    }
}
