using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using Jint.Runtime;
using Jint.Runtime.Descriptors;
using Jint.Runtime.Interop;
using JsEngine = Jint.Engine;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>
/// Jint looks at a script's memory and time between its statements; some functions of JavaScript build much from little within one. These look first, at most as
/// much as would be built, and refuse what goes beyond the bounds.
/// </summary>
internal sealed class ScriptGuards(JsEngine engine, ScriptLimits limits)
{
    /// <summary>What a match of a regular expression takes, in characters.</summary>
    private const int MatchSize = 100;

    /// <summary>Deeper than any value of a workflow; lists that nest further are left to Jint's own bound of the stack.</summary>
    private const int Depth = 512;

    private long Most => limits.Memory / sizeof(char);

    /// <summary>Puts the guards before the functions of this engine.</summary>
    public void Install()
    {
        var (text, pattern, list) = (Prototype("String"), Prototype("RegExp"), Prototype("Array"));
        Guard(text, "repeat", (t, a) => Text(t).Length * Number(a, 0));
        Guard(text, "padStart", (_, a) => Number(a, 0));
        Guard(text, "padEnd", (_, a) => Number(a, 0));
        Guard(text, "concat", (t, a) => Text(t).Length + a.Sum(Length));
        Guard(text, "replace", (t, a) => At(a, 0) is ObjectInstance ? 0 : Replaced(Text(t), matches: 1, At(a, 1)));
        Guard(text, "replaceAll", (t, a) => At(a, 0) is ObjectInstance ? 0 : Replaced(Text(t), 1 + (Text(t).Length / Math.Max(1, Text(At(a, 0)).Length)), At(a, 1)));
        Guard(text, "split", (t, a) => At(a, 0) is ObjectInstance ? 0 : Parts(Text(t), Text(At(a, 0))));
        Guard(pattern, Symbol("replace"), (p, a) => Replaced(Text(At(a, 0)), 1 + Length(At(a, 0)), At(a, 1), p));
        Guard(pattern, Symbol("match"), (_, a) => Text(At(a, 0)).Length * MatchSize);
        Guard(pattern, Symbol("split"), (_, a) => Text(At(a, 0)).Length * MatchSize);
        Guard(list, "join", (l, a) => Joined(l, At(a, 0).IsUndefined() ? 1 : Text(At(a, 0)).Length));
        Guard(list, "toLocaleString", (l, _) => Joined(l, 1));
        Guard(list, "flat", (l, a) => Flat(l, At(a, 0).IsUndefined() ? 1 : Number(a, 0)));
        Guard(engine.GetValue("String").AsObject(), "raw", (_, a) => At(a, 0) is ObjectInstance source ? Joined(source.Get("raw"), 0) + a.Sum(Length) : 0);
        Guard(engine.Global, "encodeURIComponent", (_, a) => 9 * Length(At(a, 0)));
        Guard(engine.Global, "encodeURI", (_, a) => 9 * Length(At(a, 0)));
        var json = engine.GetValue("JSON").AsObject();
        var stringify = json.Get("stringify");
        Replace(json, "stringify", (_, a) => Stringify(stringify, a));
    }

    private void Guard(ObjectInstance owner, JsValue name, Func<JsValue, JsValue[], double> size)
    {
        var function = owner.Get(name);
        Replace(owner, name, (self, arguments) =>
        {
            engine.Constraints.Check(); // Lists in lists call themselves without a statement between.
            if (size(self, arguments) > Most) throw Beyond();
            return engine.Call(function, self, arguments);
        });
    }

    private void Replace(ObjectInstance owner, JsValue name, Func<JsValue, JsValue[], JsValue> function)
        => owner.FastSetProperty(name, new PropertyDescriptor(new ClrFunction(engine, name.ToString(), function), writable: true, enumerable: false, configurable: true));

    /// <summary>Each value that goes in is looked at when it is its turn: one may go in many times, or be made on the way.</summary>
    private JsValue Stringify(JsValue stringify, JsValue[] arguments)
    {
        var (replacer, size, path) = (At(arguments, 1), 0L, new Stack<JsValue>());
        var look = new ClrFunction(engine, "", (holder, pair) =>
        {
            engine.Constraints.Check();
            var value = replacer is Function ? engine.Call(replacer, holder, pair) : At(pair, 1);
            while (path.TryPeek(out var last) && !ReferenceEquals(last, holder)) path.Pop();
            if (value is ObjectInstance) path.Push(value);
            size += 2 * (1 + (long)Length(At(pair, 0)) + (long)Length(value)); // The text grows by doubling.
            return size > Most || path.Count > Depth ? throw Beyond() : value;
        });
        var text = engine.Call(stringify, JsValue.Undefined, [At(arguments, 0), look, At(arguments, 2)]);
        return replacer is JsArray ? engine.Call(stringify, JsValue.Undefined, arguments) : text;
    }

    private static double Replaced(string text, double matches, JsValue replacement, JsValue? pattern = null)
    {
        if (replacement is Function) return 0; // It has statements.
        var into = Text(replacement);
        var seesAll = into.Contains("$`", StringComparison.Ordinal) || into.Contains("$'", StringComparison.Ordinal)
            || (pattern is ObjectInstance regex && Text(regex.Get("source")).Contains("(?", StringComparison.Ordinal));
        return text.Length + (matches * into.Length) + (into.AsSpan().Count('$') * text.Length * (seesAll ? matches : 1));
    }

    private double Parts(string text, string separator)
        => (separator.Length == 0 ? text.Length : text.AsSpan().Count(separator)) > limits.ArrayLength ? double.PositiveInfinity : text.Length;

    private double Joined(JsValue self, double between)
    {
        if (self is not ObjectInstance list) return 0;
        var size = list.Get("length") is JsNumber length ? length.AsNumber() * between : 0;
        for (var i = 0u; list is JsArray array && i < array.Length && size <= Most; i++) size += Length(array.Get(i));
        return size;
    }

    private double Flat(JsValue self, double depth)
    {
        var left = (long)limits.ArrayLength;
        CountFlat(self, depth, 0, ref left);
        return left < 0 ? double.PositiveInfinity : 0;
    }

    private static void CountFlat(JsValue value, double depth, int at, ref long left)
    {
        if (value is not JsArray list || at > depth || at > Depth)
        {
            left--;
            return;
        }

        for (var i = 0u; i < list.Length && left >= 0; i++) CountFlat(list.Get(i), depth, at + 1, ref left);
    }

    private ObjectInstance Prototype(string type) => engine.GetValue(type).AsObject().Get("prototype").AsObject();

    private JsValue Symbol(string name) => engine.GetValue("Symbol").AsObject().Get(name);

    private static double Length(JsValue value) => value.IsString() ? value.AsString().Length : 0;

    private static double Number(JsValue[] arguments, int index) => TypeConverter.ToNumber(At(arguments, index));

    private static string Text(JsValue value) => TypeConverter.ToString(value);

    private static JsValue At(JsValue[] arguments, int index) => index < arguments.Length ? arguments[index] : JsValue.Undefined;

    private static ExpressionException Beyond() => new("The script builds a value beyond its memory.");
}
