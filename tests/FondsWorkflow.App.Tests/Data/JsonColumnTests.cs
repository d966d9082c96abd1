using System.Reflection;
using System.Runtime.CompilerServices;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Data;

public sealed class JsonColumnTests
{
    /// <summary>Changes in a JSON column are noticed by what was replaced: a part that could be changed in place would not be saved.</summary>
    [Fact]
    public async Task Parts_that_lie_in_JSON_columns_can_only_be_replaced()
    {
        await using var app = await FondsApp.StartAsync();

        var parts = await app.Read(db => Task.FromResult(db.Model.GetEntityTypes().SelectMany(t => t.GetProperties())
            .Where(p => p.GetValueConverter() is { } c && c.ProviderClrType == typeof(string) && !p.ClrType.IsEnum && Nullable.GetUnderlyingType(p.ClrType) is null)
            .Select(p => p.ClrType).Distinct().ToList()));

        Assert.True(parts.Count > 20, $"{parts.Count} parts.");
        Assert.Empty(parts.Select(ItemOf).SelectMany(Reachable).Distinct().SelectMany(Settable));
    }

    /// <summary>Lists of an aggregate are copied and compared item by item.</summary>
    private static Type ItemOf(Type part) => part.IsGenericType && part.GetGenericTypeDefinition() == typeof(List<>) ? part.GetGenericArguments()[0] : part;

    private static IEnumerable<Type> Reachable(Type part)
    {
        HashSet<Type> seen = [];
        Stack<Type> open = new([part]);
        while (open.TryPop(out var type))
        {
            if (type.IsArray)
            {
                open.Push(type.GetElementType()!);
            }

            foreach (var argument in type.GetGenericArguments())
            {
                open.Push(argument);
            }

            if (type.Namespace!.StartsWith("FondsWorkflow", StringComparison.Ordinal) && seen.Add(type))
            {
                foreach (var property in type.GetProperties())
                {
                    open.Push(property.PropertyType);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<string> Settable(Type type)
        => type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(p => p.SetMethod is { } set && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)))
            .Select(p => $"{type.Name}.{p.Name} can be set.")
            .Concat(type.GetProperties().Where(p => IsChangeable(p.PropertyType)).Select(p => $"{type.Name}.{p.Name} can be changed in place."));

    /// <summary>Arrays, lists, sets and dictionaries, unless they are seen by a read-only interface.</summary>
    private static bool IsChangeable(Type type)
        => type != typeof(string) && typeof(System.Collections.IEnumerable).IsAssignableFrom(type) && (!type.IsInterface || type.GetInterfaces().Append(type).Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICollection<>)));
}
