using FondsWorkflow.Engine.Definitions.Reading;
using FondsWorkflow.Engine.Expressions;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>Scripts parse, as the engine itself parses them, and the names they ask for exist.</summary>
internal static class ScriptCheck
{
    /// <summary>False when the script does not parse.</summary>
    public static bool JavaScript(string script, string path, ActivityNode step, Scope scope, ReadContext context)
    {
        var parsed = Parse(script, ProblemKinds.ScriptDoesNotParse, path, context, text => new JavaScriptExpression(text, ScriptLimits.Default));
        if (parsed is not null) new ScriptNames(path, step, scope, context).Visit(parsed);
        return parsed is not null;
    }

    /// <summary>The variables a script makes by setting them; none when it does not parse, which <see cref="JavaScript"/> reports.</summary>
    public static IEnumerable<string> Made(string script)
    {
        if (script.Length > DefinitionLimits.ScriptCharacters || !script.Contains("setVariable", StringComparison.Ordinal)) return [];
        try
        {
            return ScriptNames.Made(new JavaScriptExpression(script, ScriptLimits.Default));
        }
        catch (ExpressionException)
        {
            return [];
        }
    }

    public static void Liquid(string text, string path, ActivityNode step, Scope scope, ReadContext context)
    {
        var parsed = Parse(text, ProblemKinds.LiquidDoesNotParse, path, context, t => new LiquidExpression(t, ScriptLimits.Default));
        if (parsed is not null) new ScriptNames(path, step, scope, context).Visit(parsed);
    }

    private static T? Parse<T>(string text, ProblemKind problem, string path, ReadContext context, Func<string, T> parse) where T : Expression
    {
        if (text.Length > DefinitionLimits.ScriptCharacters)
        {
            context.Problems.Add(ProblemKinds.ScriptTooLong, path, text.Length, DefinitionLimits.ScriptCharacters);
            return null;
        }

        try
        {
            return parse(text);
        }
        catch (ExpressionException e)
        {
            context.Problems.Add(problem, path, e.Message[(e.Message.IndexOf(": ", StringComparison.Ordinal) + 1)..].TrimStart());
            return null;
        }
    }
}
