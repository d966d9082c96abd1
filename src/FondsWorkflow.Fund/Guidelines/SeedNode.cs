using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;

namespace FondsWorkflow.Fund.Guidelines;

/// <summary>One object of a seed file. Reading notes every problem and goes on; what could not be read is a placeholder that nobody uses.</summary>
internal sealed class SeedNode(JsonElement element, string file, string path, List<SeedProblem> problems)
{
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Reads a whole file; null when it is no JSON object.</summary>
    public static T? Read<T>(string file, string text, List<SeedProblem> problems, Func<SeedNode, T> read)
        where T : class
    {
        try
        {
            var options = new JsonDocumentOptions { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            using var document = JsonDocument.Parse(text, options);
            return new SeedNode(document.RootElement, file, "", problems).Whole(read);
        }
        catch (JsonException refused)
        {
            problems.Add(new(file, "", FundTexts.Of("NoJson", (refused.LineNumber ?? 0) + 1, refused.Message)));
            return null;
        }
        catch (InvalidOperationException refused)
        {
            // A text with half of a surrogate pair is valid JSON, but no text.
            problems.Add(new(file, "", FundTexts.Of("TextUnreadable", refused.Message)));
            return null;
        }
    }

    public string Text(string name) => Get(name, JsonValueKind.String, "Text")?.GetString() is { } text && Is(name, text.Trim().Length > 0, FundTexts.Of("TextEmpty")) ? text : "";

    public string Text(string name, int most)
    {
        var text = Text(name);
        Is(name, text.Length <= most, FundTexts.Of("TextTooLong", most));
        return text;
    }

    public string? OptionalText(string name) => Has(name) ? Text(name) : null;

    public string Key(string name)
    {
        var key = Text(name);
        Is(name, key.Length == 0 || key.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '_' or '-'), FundTexts.Of("KeyCharacters"));
        return key;
    }

    public string? OptionalKey(string name) => Has(name) ? Key(name) : null;

    public bool Flag(string name) => Get(name) is { } value
        && Is(name, value.ValueKind is JsonValueKind.True or JsonValueKind.False, FundTexts.Of("FlagExpected")) && value.GetBoolean();

    public bool OptionalFlag(string name) => Has(name) && Flag(name);

    public int Number(string name, int least, int most) => (int)Long(name, least, most);

    public long Long(string name, long least, long most)
    {
        var number = 0L;
        var ok = Get(name, JsonValueKind.Number, "Number") is { } value
            && Is(name, value.TryGetInt64(out number) && number >= least && number <= most, FundTexts.Of("NumberExpected", least, most));
        return ok ? number : least;
    }

    /// <summary>Euro with two decimals at most, written as a number: <c>10000.00</c>.</summary>
    public Money Amount(string name)
    {
        var amount = Money.Zero;
        _ = Get(name, JsonValueKind.Number, "Amount") is { } value
            && Is(name, Money.TryParseInvariant(value.GetRawText(), out amount) && !amount.IsNegative, FundTexts.Of("AmountExpected"));
        return amount;
    }

    public DateOnly Date(string name)
    {
        var date = DateOnly.MinValue;
        _ = Get(name, JsonValueKind.String, "Day") is { } value
            && Is(name, DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date) && date.Year is >= FieldChecks.FirstYear and < 2100, FundTexts.Of("DateExpected"));
        return date;
    }

    public DayOfYear Day(string name)
    {
        var day = new DayOfYear(1, 1);
        _ = Get(name, JsonValueKind.String, "Day") is { } value
            && Is(name, DayOfYear.TryParse(value.GetString(), out day), FundTexts.Of("DayExpected"));
        return day;
    }

    public TimeOnly Time(string name)
    {
        var time = TimeOnly.MinValue;
        _ = Get(name, JsonValueKind.String, "Time") is { } value
            && Is(name, TimeOnly.TryParseExact(value.GetString(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out time), FundTexts.Of("TimeExpected"));
        return time;
    }

    /// <summary>A value that has its own reader.</summary>
    /// <param name="name">Of the property.</param>
    /// <param name="expected">Key of the sentence, after <c>Expected.</c></param>
    /// <param name="tryParse">Its reader.</param>
    public T Parsed<T>(string name, string expected, Reading<T> tryParse)
        where T : class
    {
        T? parsed = null;
        _ = Get(name, JsonValueKind.String, expected) is { } value
            && (tryParse(value.GetString(), out parsed, out var problem) || Is(name, holds: false, problem.Sentence()));
        return parsed!;
    }

    /// <summary>Texts by name, for example settings.</summary>
    public IReadOnlyDictionary<string, string> Words(string name)
        => Get(name, JsonValueKind.Object, "Texts") is { } value
            && Is(name, value.EnumerateObject().All(p => p.Value.ValueKind == JsonValueKind.String), FundTexts.Of("TextsExpected"))
            ? value.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal);

    public T Choice<T>(string name)
        where T : struct, Enum
    {
        var text = Get(name, JsonValueKind.String, "Word")?.GetString();
        var choice = default(T);
        _ = text is not null && Is(
            name,
            text.All(char.IsAsciiLetter) && Enum.TryParse(text, ignoreCase: true, out choice),
            FundTexts.Of("Unknown", text, string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName))));
        return choice;
    }

    public T Part<T>(string name, Func<SeedNode, T> read)
        where T : class
        => Get(name) is { } value ? new SeedNode(value, file, Join(name), problems).Whole(read)! : null!;

    public T? OptionalPart<T>(string name, Func<SeedNode, T> read)
        where T : class
        => Has(name) ? Part(name, read) : null;

    public Sourced<T> Sourced<T>(string name, Func<SeedNode, T> readValue)
        => Part(name, node => new Sourced<T>(readValue(node), node.Source()));

    public Sourced<T>? OptionalSourced<T>(string name, Func<SeedNode, T> readValue)
        => Has(name) ? Sourced(name, readValue) : null;

    /// <summary>Where the values of this object come from, unless they say it themselves.</summary>
    public string Source()
    {
        OptionalText("note");
        return Text("source");
    }

    /// <summary>Reads an object that must say where its values come from.</summary>
    public T From<T>(Func<SeedNode, T> read)
    {
        Source();
        return read(this);
    }

    public IReadOnlyList<T> List<T>(string name, Func<SeedNode, T> read)
        where T : class
        => Get(name, JsonValueKind.Array, "List") is { } value
            ? [.. value.EnumerateArray().Select((item, i) => new SeedNode(item, file, $"{Join(name)}[{i}]", problems).Whole(read)).OfType<T>()]
            : [];

    public IReadOnlyList<string> Texts(string name)
        => Get(name, JsonValueKind.Array, "List") is { } value && Is(name, value.EnumerateArray().All(v => v.ValueKind == JsonValueKind.String), FundTexts.Of("TextListExpected"))
            ? [.. value.EnumerateArray().Select(v => v.GetString()!)]
            : [];

    /// <summary>How a value of <see cref="Banking"/> is read.</summary>
    public delegate bool Reading<T>(string? text, [NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Problem? problem);

    private T? Whole<T>(Func<SeedNode, T> read)
        where T : class
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(new(file, path, FundTexts.Of("ObjectExpected")));
            return null;
        }

        var result = read(this);
        foreach (var unknown in element.EnumerateObject().Select(p => p.Name).Where(name => !_read.Contains(name)))
        {
            problems.Add(new(file, Join(unknown), FundTexts.Of("NameUnknown")));
        }

        return result;
    }

    private bool Has(string name)
    {
        _read.Add(name);
        return element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
    }

    private JsonElement? Get(string name)
    {
        if (Has(name))
        {
            return element.GetProperty(name);
        }

        problems.Add(new(file, Join(name), FundTexts.Of("Missing")));
        return null;
    }

    private JsonElement? Get(string name, JsonValueKind kind, string expected)
        => Get(name) is { } value && Is(name, value.ValueKind == kind, FundTexts.Of("Expected." + expected)) ? value : null;

    private bool Is(string name, bool holds, string message)
    {
        if (!holds)
        {
            problems.Add(new(file, Join(name), message));
        }

        return holds;
    }

    private string Join(string name) => path.Length == 0 ? name : $"{path}.{name}";
}
