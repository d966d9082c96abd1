using Acornima;
using FondsWorkflow.Engine.Definitions.Reading;
using Scriban;

namespace FondsWorkflow.Engine.Definitions.Checks;

/// <summary>Scripts parse, and the names they ask for exist.</summary>
internal static class ScriptCheck
{
    private static readonly ParserOptions Options = new() { AllowReturnOutsideFunction = true };

    public static void JavaScript(string script, string path, Scope scope, ReadContext context)
    {
        if (Parse(script, path, context) is { } program) new ScriptNames(path, scope, context).Visit(program);
    }

    /// <summary>Checks a script whose scope does not matter.</summary>
    public static void Syntax(string script, string path, ReadContext context) => Parse(script, path, context);

    public static void Liquid(string text, string path, ReadContext context)
    {
        if (IsTooLong(text, path, context)) return;
        var template = Template.ParseLiquid(text);
        if (template.HasErrors) context.Problems.Add(ProblemKinds.LiquidDoesNotParse, path, template.Messages[0].Message);
    }

    private static Acornima.Ast.Script? Parse(string script, string path, ReadContext context)
    {
        if (IsTooLong(script, path, context)) return null;
        try
        {
            return new Parser(Options).ParseScript(script);
        }
        catch (Exception e) when (e is ParseErrorException or InsufficientExecutionStackException)
        {
            context.Problems.Add(ProblemKinds.ScriptDoesNotParse, path, e.Message);
            return null;
        }
    }

    private static bool IsTooLong(string text, string path, ReadContext context)
    {
        if (text.Length <= DefinitionLimits.ScriptCharacters) return false;
        context.Problems.Add(ProblemKinds.ScriptTooLong, path, text.Length, DefinitionLimits.ScriptCharacters);
        return true;
    }
}
