using System.ComponentModel;
using System.Globalization;

namespace FondsWorkflow.Banking;

/// <summary>Lets forms and configuration bind any value that can be parsed from text.</summary>
/// <typeparam name="T">The value.</typeparam>
public sealed class ParsableTypeConverter<T> : TypeConverter
    where T : IParsable<T>
{
    /// <inheritdoc/>
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    /// <inheritdoc/>
    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, culture) : base.ConvertFrom(context, culture, value);
}
