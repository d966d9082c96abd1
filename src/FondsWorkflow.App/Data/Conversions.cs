using System.Text.Json;
using FondsWorkflow.Banking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace FondsWorkflow.App.Data;

/// <summary>How the fund's values lie in columns: money as cents, times as UTC ticks, enumerations by name, parts of an aggregate as JSON.</summary>
internal static class Conversions
{
    internal static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    public static void Configure(ModelConfigurationBuilder builder)
    {
        builder.Properties<DateTimeOffset>().HaveConversion<TicksConverter>();
        builder.Properties<Money>().HaveConversion<CentsConverter>();
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>Stores a part of an aggregate, an immutable value, as one JSON column; it has changed when another value with another text stands there.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        property.HasConversion(
            Converter<T>(), new ValueComparer<T>((a, b) => ReferenceEquals(a, b) || Text(a) == Text(b), v => Text(v).GetHashCode(StringComparison.Ordinal), v => v));
        return property;
    }

    /// <summary>Stores a private list of immutable values as one JSON column.</summary>
    public static void JsonList<T>(this EntityTypeBuilder builder, string field, string column)
        => builder.Property<List<T>>(field).HasColumnName(column).HasField(field).HasConversion(
            Converter<List<T>>(), new ValueComparer<List<T>>((a, b) => Same(a, b) || Text(a) == Text(b), v => Text(v).GetHashCode(StringComparison.Ordinal), v => new List<T>(v)));

    private static ValueConverter<T, string> Converter<T>() => new(v => Text(v), s => JsonSerializer.Deserialize<T>(s, Json)!);

    private static string Text<T>(T value) => JsonSerializer.Serialize(value, Json);

    /// <summary>The same values in the same order, without looking into them: spares the text of a list nobody touched.</summary>
    private static bool Same<T>(List<T>? a, List<T>? b)
        => a is not null && b is not null && a.Count == b.Count && a.Index().All(i => ReferenceEquals(i.Item, b[i.Index]) || (typeof(T).IsValueType && Equals(i.Item, b[i.Index])));

    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(v => v.UtcTicks, v => new DateTimeOffset(v, TimeSpan.Zero));

    private sealed class CentsConverter() : ValueConverter<Money, long>(v => v.Cents, v => Money.FromCents(v));
}
