using System.Globalization;
using System.Text;

namespace FondsWorkflow.Engine.Tests.Definitions;

/// <summary>Writes random JSON out of the words definitions are made of.</summary>
internal static class RandomJson
{
    private static readonly string[] Names =
    [
        "id", "definitionId", "version", "root", "type", "activities", "connections", "source", "target", "activity", "port", "variables", "inputs", "outputs", "name", "typeName",
        "expression", "value", "customProperties", "metadata", "body", "then", "cases", "condition", "label", "mode", "options", "memoryReference", "eventName", "text", "$values",
    ];

    private static readonly string[] Texts =
    [
        "a", "b", "start", "Elsa.Flowchart", "Elsa.Start", "Elsa.Sequence", "Elsa.WriteLine", "Elsa.If", "Elsa.FlowSwitch", "Literal", "JavaScript", "Object", "Liquid", "Variable",
        "Done", "String", "Int32", "return 1", "{{ x }}", "[1]", "", "ä",
    ];

    public static string Definition(Random random)
    {
        var text = new StringBuilder();
        if (random.Next(4) == 0) Value(text, random, 5);
        else
        {
            text.Append("""{"id":"a","definitionId":"b","root":""");
            Value(text, random, 6);
            text.Append('}');
        }

        return text.ToString();
    }

    private static void Value(StringBuilder text, Random random, int depth)
    {
        switch (depth == 0 ? random.Next(4) : random.Next(12))
        {
            case 0: text.Append(random.Next(2) == 0 ? "null" : "true"); break;
            case 1: text.Append(CultureInfo.InvariantCulture, $"{random.Next(-3, 5)}"); break;
            case 2 or 3: text.Append('"').Append(Texts[random.Next(Texts.Length)]).Append('"'); break;
            case < 7: List(text, random, depth); break;
            default: Object(text, random, depth); break;
        }
    }

    private static void List(StringBuilder text, Random random, int depth)
    {
        text.Append('[');
        for (var i = random.Next(4); i > 0; i--)
        {
            Value(text, random, depth - 1);
            if (i > 1) text.Append(',');
        }

        text.Append(']');
    }

    private static void Object(StringBuilder text, Random random, int depth)
    {
        text.Append('{');
        if (random.Next(2) == 0) text.Append(CultureInfo.InvariantCulture, $"\"id\":\"s{random.Next(9)}\",\"type\":\"{Texts[3 + random.Next(6)]}\",");
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            text.Append('"').Append(Names[random.Next(Names.Length)]).Append("\":");
            Value(text, random, depth - 1);
            if (i > 1) text.Append(',');
        }

        text.Append('}');
    }
}
