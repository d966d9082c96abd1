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

    /// <summary>Stores a part of an aggregate as one JSON column and notices every change in it.</summary>
    public static PropertyBuilder<T> AsJson<T>(this PropertyBuilder<T> property)
    {
        var converter = new ValueConverter<T, string>(v => JsonSerializer.Serialize(v, Json), s => JsonSerializer.Deserialize<T>(s, Json)!);
        var comparer = new ValueComparer<T>(
            (a, b) => JsonSerializer.Serialize(a, Json) == JsonSerializer.Serialize(b, Json),
            v => JsonSerializer.Serialize(v, Json).GetHashCode(StringComparison.Ordinal),
            v => JsonSerializer.Deserialize<T>(JsonSerializer.Serialize(v, Json), Json)!);
        property.HasConversion(converter, comparer);
        return property;
    }

    private sealed class TicksConverter() : ValueConverter<DateTimeOffset, long>(v => v.UtcTicks, v => new DateTimeOffset(v, TimeSpan.Zero));

    private sealed class CentsConverter() : ValueConverter<Money, long>(v => v.Cents, v => Money.FromCents(v));
}

/// <summary>Mapping of private lists.</summary>
internal static class JsonLists
{
    /// <summary>Stores a private list of an aggregate as one JSON column.</summary>
    public static void JsonList<T>(this EntityTypeBuilder builder, string field, string column)
        => ((PropertyBuilder<List<T>>)builder.Property<List<T>>(field)).HasColumnName(column).HasField(field).AsJson();
}
