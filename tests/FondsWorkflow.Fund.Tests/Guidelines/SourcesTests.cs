using System.Text.Json;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Tests.Guidelines;

/// <summary>Nobody has to ask who invented a number: every value of the city's files says where it comes from.</summary>
public class SourcesTests
{
    [Fact]
    public void Every_value_of_every_file_says_where_it_comes_from()
    {
        var silent = Bielefeld.Files.SelectMany(file => Silent(file.Key, JsonDocument.Parse(file.Value).RootElement, isSaid: false));

        Assert.Empty(silent);
    }

    [Fact]
    public void Every_source_is_a_key_that_the_readme_explains_a_paragraph_or_a_proposal()
    {
        var explained = Bielefeld.Readme.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).SelectMany(l => l.Split('|')[1].Split(',')).Select(k => k.Trim()).ToHashSet(StringComparer.Ordinal);

        var unknown = Bielefeld.Files.SelectMany(file => Sources(JsonDocument.Parse(file.Value).RootElement)).Distinct(StringComparer.Ordinal)
            .Where(source => !source.StartsWith("§ ", StringComparison.Ordinal) && !source.StartsWith("Art. ", StringComparison.Ordinal))
            .SelectMany(source => source.Split(';', ':')[0].Split(", ").Select(key => key.Split(" (")[0]))
            .Where(key => key != Sourced<int>.Proposal && !explained.Contains(key));

        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("city.json", "\"name\": \"Stadt Bielefeld\",\n  \"source\": \"SEED\",", "\"name\": \"Stadt Bielefeld\",", "source")]
    [InlineData("city.json", "{ \"value\": \"Stadt Bielefeld\", \"source\"", "{ \"value\": \"Stadt Bielefeld\", \"sauce\"", "payments.holder.source")]
    [InlineData("quarters.json", "\"district\": \"Heepen\",\n      \"source\": \"SEED\",", "\"district\": \"Heepen\",", "quarters[0].source")]
    [InlineData("accounts.json", "\"source\"", "\"sauce\"", "source")]
    [InlineData("circles.json", "\"source\": \"SEED, B1", "\"sauce\": \"SEED, B1", "circles[0].source")]
    [InlineData("funds/vf_baumheide.json", "\"source\": \"B1 (Gremium)", "\"sauce\": \"B1 (Gremium)", "source")]
    [InlineData("funds/vf_baumheide.json", "\"source\": \"N1, N2; proposal\"", "\"sauce\": \"N1\"", "type.source")]
    [InlineData("guidelines/vf_baumheide.v1.json", "\"source\": \"proposal\",\n  \"note\"", "\"note\"", "source")]
    public void A_value_that_keeps_its_source_to_itself_is_refused_at_the_start(string file, string from, string to, string path)
        => Assert.Contains(Bielefeld.ProblemsWith(file, from, to), p => p.File == file && p.Path == path);

    /// <summary>Values without a source, by place. A source speaks for the values beside it and the lists beside it, not for objects that are values of their own.</summary>
    private static IEnumerable<string> Silent(string path, JsonElement element, bool isSaid)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany((item, i) => Silent($"{path}[{i}]", item, isSaid));
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return isSaid ? [] : [path];
        }

        var own = isSaid || element.TryGetProperty("source", out _);
        return element.EnumerateObject().SelectMany(p => Silent($"{path}.{p.Name}", p.Value, own && (p.Value.ValueKind != JsonValueKind.Object || p.Name == "value")));
    }

    private static IEnumerable<string> Sources(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => p.Name == "source" ? [p.Value.GetString()!] : Sources(p.Value)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany(Sources),
        _ => [],
    };
}
