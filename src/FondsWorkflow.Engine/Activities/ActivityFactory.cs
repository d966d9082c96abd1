using System.Linq.Expressions;

namespace FondsWorkflow.Engine.Activities;

/// <summary>Constructs activities from services, compiled once for each class. The constructor with the most parameters is used.</summary>
internal static class ActivityFactory
{
    public static Func<IServiceProvider, Activity> For(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)
            ?? throw new ArgumentException($"{type.Name} has no public constructor.", nameof(type));
        var services = Expression.Parameter(typeof(IServiceProvider));
        var resolve = typeof(ActivityFactory).GetMethod(nameof(Resolve), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!;
        var arguments = constructor.GetParameters().Select(p => Expression.Convert(
            Expression.Call(resolve, services, Expression.Constant(p.ParameterType), Expression.Constant(type)),
            p.ParameterType));
        return Expression.Lambda<Func<IServiceProvider, Activity>>(Expression.New(constructor, arguments), services).Compile();
    }

    private static object Resolve(IServiceProvider services, Type wanted, Type activity) =>
        wanted == typeof(IServiceProvider)
            ? services
            : services.GetService(wanted) ?? throw new InvalidOperationException($"{activity.Name} needs a {wanted.Name}, which the caller's services do not have.");
}
