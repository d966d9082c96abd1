using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.Engine.Activities;

/// <summary>A registered activity class: its descriptor, how it is constructed and how its inputs are set. Reflection happens here, once, at start.</summary>
internal sealed class ActivityType
{
    private readonly Func<IServiceProvider, Activity> _construct;
    private readonly (string Name, Input Prototype, Action<Activity, Input> Set)[] _inputs;

    public ActivityType(Type type)
    {
        var attribute = type.GetCustomAttribute<ActivityAttribute>() ?? throw new ArgumentException($"{type.Name} has no [Activity] attribute.", nameof(type));
        var properties = type.GetProperties().Where(p => typeof(Input).IsAssignableFrom(p.PropertyType)).ToArray();
        _construct = ActivityFactory.For(type);
        _inputs = properties.Select(p => (InputName(p), Prototype(p.PropertyType), Setter(type, p))).ToArray();
        IsBuiltIn = type.Assembly == typeof(ActivityType).Assembly;
        IsComposite = typeof(Composite).IsAssignableFrom(type);
        CanCompensate = type.GetMethod("CompensateAsync", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)!.DeclaringType != typeof(Activity);
        var outcomes = attribute.Outcomes.Length == 0 ? ["Done"] : attribute.Outcomes;
        var described = new ActivityDescriptor
        {
            Type = attribute.Type,
            Version = attribute.Version,
            Inputs = properties.Select(Describe).ToArray(),
            Outputs = type.GetCustomAttributes<OutputAttribute>().Select(o => new OutputDescriptor(o.Name, o.TypeName)).ToArray(),
            Outcomes = outcomes,
            HasExplicitOutcomes = attribute.Outcomes.Length > 0,
            IsTerminal = attribute.IsTerminal,
            IsBlocking = attribute.IsBlocking,
            CanBeTrigger = attribute.CanBeTrigger,
        };
        var describe = type.GetMethod("Describe", BindingFlags.Static | BindingFlags.NonPublic, [typeof(ActivityDescriptor)]);
        Descriptor = describe is null ? described : (ActivityDescriptor)describe.Invoke(null, [described])!;
    }

    /// <summary>A stand-in for another type: it looks like it to definitions and does nothing of what it does.</summary>
    public ActivityType(ActivityDescriptor descriptor, Activity standIn)
    {
        _construct = _ => standIn;
        _inputs = [];
        IsBuiltIn = true;
        Descriptor = descriptor;
    }

    public ActivityDescriptor Descriptor { get; }

    public bool IsBuiltIn { get; }

    public bool IsComposite { get; }

    public bool CanCompensate { get; }

    /// <summary>Whether running it again gives the same, so that it needs no recording.</summary>
    public bool IsDeterministic => IsBuiltIn;

    /// <summary>Prepares a node: built-ins share one object for all executions, others get a factory.</summary>
    public void Bind(Node node, Dictionary<string, Expressions.Expression> inputs)
    {
        var set = new List<(Action<Activity, Input> Set, Input Input)>();
        foreach (var (name, prototype, setter) in _inputs)
        {
            if (inputs.TryGetValue(name, out var expression)) set.Add((setter, prototype.With(expression)));
        }

        var bound = set.ToArray();
        if (IsBuiltIn) node.Shared = Construct(NoServices.Instance, bound);
        else node.Create = services => Construct(services, bound);
    }

    private Activity Construct(IServiceProvider services, (Action<Activity, Input> Set, Input Input)[] inputs)
    {
        var activity = _construct(services);
        foreach (var (set, input) in inputs) set(activity, input);
        return activity;
    }

    private static InputDescriptor Describe(PropertyInfo property)
    {
        var attribute = property.GetCustomAttribute<InputAttribute>();
        var type = property.PropertyType.GetGenericArguments()[0];
        return new InputDescriptor(
            InputName(property),
            attribute?.TypeName ?? Alias(Nullable.GetUnderlyingType(type) ?? type),
            IsWrapped: attribute?.IsPlain != true,
            IsRequired: attribute?.IsRequired == true,
            Kind: attribute?.Kind ?? InputKind.Any)
        {
            Converts = Converts(Prototype(property.PropertyType)),
        };
    }

    private static Func<InputValue, bool> Converts(Input prototype) => value =>
    {
        try
        {
            return prototype.With(Expressions.Expression.Compile(value, Expressions.ScriptLimits.Default)) is not null;
        }
        catch (Expressions.ExpressionException)
        {
            return false;
        }
    };

    private static string InputName(PropertyInfo property) =>
        property.GetCustomAttribute<InputAttribute>()?.Name ?? JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    private static string Alias(Type type) =>
        type == typeof(object) || typeof(System.Collections.IDictionary).IsAssignableFrom(type) ? "Object" : type.IsArray ? $"{Alias(type.GetElementType()!)}[]" : type.Name;

    private static Input Prototype(Type type) => (Input)Activator.CreateInstance(type, [null])!;

    private static Action<Activity, Input> Setter(Type type, PropertyInfo property)
    {
        if (property.SetMethod is null) throw new ArgumentException($"{type.Name}.{property.Name} needs a setter or init.", nameof(property));
        var activity = Expression.Parameter(typeof(Activity));
        var input = Expression.Parameter(typeof(Input));
        var call = Expression.Call(Expression.Convert(activity, type), property.SetMethod, Expression.Convert(input, property.PropertyType));
        return Expression.Lambda<Action<Activity, Input>>(call, activity, input).Compile();
    }
}
