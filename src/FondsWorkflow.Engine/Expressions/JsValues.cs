using System.Globalization;
using Jint;
using Jint.Native;
using Jint.Native.Function;
using Jint.Native.Object;
using JsEngine = Jint.Engine;

namespace FondsWorkflow.Engine.Expressions;

/// <summary>Copies values into and out of a script. Nothing is shared, so a script can't change the workflow's data behind its back.</summary>
internal static class JsValues
{
    private const int MaxDepth = 64;

    /// <summary>In characters; one list or text may stand in a value many times, and is written each time.</summary>
    private const int MaxSize = 16_000_000;

    /// <summary>What a value takes beside its text.</summary>
    private const int ValueSize = 100;

    public static JsValue FromValue(JsEngine engine, object? value) => value switch
    {
        null => JsValue.Null,
        bool flag => flag ? JsBoolean.True : JsBoolean.False,
        string text => new JsString(text),
        long number => new JsNumber(number),
        double number => new JsNumber(number),
        decimal number => new JsNumber((double)number),
        object?[] array => new JsArray(engine, Array.ConvertAll(array, item => FromValue(engine, item))),
        Dictionary<string, object?> map => FromMap(engine, map),
        _ => FromValue(engine, Value.From(value)),
    };

    public static object? ToValue(JsValue value)
    {
        var left = MaxSize;
        return ToValue(value, 0, ref left);
    }

    private static object? ToValue(JsValue value, int depth, ref int left)
    {
        left -= ValueSize + (value.IsString() ? value.AsString().Length : 0);
        if (left < 0) throw new ExpressionException("The value of the script is too large.");
        if (depth > MaxDepth) throw new ExpressionException("The value of the script is nested too deeply, or contains itself.");
        if (value.IsUndefined() || value.IsNull() || value.IsSymbol()) return null;
        if (value.IsBoolean()) return value.AsBoolean();
        if (value.IsString()) return value.AsString();
        if (value.IsNumber()) return Value.FromDouble(value.AsNumber());
        if (value.IsDate()) return ToIso(value);
        if (value is JsArray array) return ToArray(array, depth, ref left);
        if (value is Function) return null;
        return value is ObjectInstance instance ? ToMap(instance, depth, ref left) : null;
    }

    private static JsObject FromMap(JsEngine engine, Dictionary<string, object?> map)
    {
        var instance = new JsObject(engine);
        foreach (var (key, item) in map) instance.FastSetDataProperty(key, FromValue(engine, item));
        return instance;
    }

    private static string? ToIso(JsValue value)
    {
        var time = ((JsDate)value).DateValue;
        return double.IsNaN(time) ? null : DateTimeOffset.FromUnixTimeMilliseconds((long)time).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
    }

    private static object?[] ToArray(JsArray array, int depth, ref int left)
    {
        var items = new object?[(int)array.Length];
        for (var i = 0; i < items.Length; i++) items[i] = ToValue(array.Get((uint)i), depth + 1, ref left);
        return items;
    }

    private static Dictionary<string, object?> ToMap(ObjectInstance instance, int depth, ref int left)
    {
        var map = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var key in instance.GetOwnPropertyKeys(Jint.Runtime.Types.String))
        {
            var property = instance.GetOwnProperty(key);
            if (!property.Enumerable) continue;
            var item = instance.Get(key);
            if (item.IsUndefined() || item is Function) continue;
            map[key.AsString()] = ToValue(item, depth + 1, ref left);
        }

        return map;
    }
}
