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
        builder.Properties<EndToEndId>().HaveConversion<EndToEndIdConverter>().HaveMaxLength(35);
        builder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>Stores an immutable part of an aggregate as one JSON column: it changes by being replaced.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
        => property.WithJson(new ValueComparer<T>((a, b) => Same(a, b), v => TextOf(v).GetHashCode(StringComparison.Ordinal), v => v));

    /// <summary>Stores a list of immutable parts as one JSON column: it changes by what is added, removed or replaced.</summary>
    public static PropertyBuilder<List<T>> AsJson<T>(this PropertyBuilder<List<T>> property)
        => property.WithJson(new ValueComparer<List<T>>((a, b) => SameItems(a, b), v => TextOf(v).GetHashCode(StringComparison.Ordinal), v => v.ToList()));

    private static PropertyBuilder<T> WithJson<T>(this PropertyBuilder<T> property, ValueComparer<T> comparer)
    {
        property.HasConversion(new ValueConverter<T, string>(v => TextOf(v), s => JsonSerializer.Deserialize<T>(s, Json)!), comparer);
        return property;
    }

    private static bool SameItems<T>(List<T>? a, List<T>? b)
        => ReferenceEquals(a, b) || (a is not null && b is not null && a.Count == b.Count && a.Zip(b).All(pair => Same(pair.First, pair.Second)));

    private static bool Same<T>(T a, T b) => EqualityComparer<T>.Default.Equals(a, b) || (a is not null && b is not null && TextOf(a) == TextOf(b));

    private static string TextOf<T>(T value) => JsonSerializer.Serialize(value, Json);

    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(v => v.UtcTicks, v => new DateTimeOffset(v, TimeSpan.Zero));

    private sealed class CentsConverter() : ValueConverter<Money, long>(v => v.Cents, v => Money.FromCents(v));

    private sealed class EndToEndIdConverter() : ValueConverter<EndToEndId, string>(v => v.Value, v => EndToEndId.Parse(v));
}

/// <summary>Mapping of private lists.</summary>
internal static class JsonLists
{
    /// <summary>Stores a private list of an aggregate as one JSON column.</summary>
    public static void JsonList<T>(this EntityTypeBuilder builder, string field, string column)
        => ((PropertyBuilder<List<T>>)builder.Property<List<T>>(field)).HasColumnName(column).HasField(field).AsJson();
}
