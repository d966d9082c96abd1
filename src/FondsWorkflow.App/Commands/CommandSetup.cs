using System.Reflection;
using FondsWorkflow.App.Features.Notices;
using MediatR;

namespace FondsWorkflow.App.Commands;

/// <summary>Registers MediatR and every handler of this assembly.</summary>
internal static class CommandSetup
{
    public static IServiceCollection AddFondsCommands(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(p => p.GetRequiredService);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TextGuardBehaviour<,>));
        services.AddNoticePrinting();
        services.AddScoped(typeof(IPipelineBehavior<,>), typeof(TransactionBehaviour<,>));
        foreach (var (handler, contract) in Handlers())
        {
            services.AddScoped(contract, handler);
        }

        return services;
    }

    private static IEnumerable<(Type Handler, Type Contract)> Handlers()
        => from type in Assembly.GetExecutingAssembly().GetTypes()
           where type is { IsAbstract: false, IsGenericTypeDefinition: false }
           from contract in type.GetInterfaces()
           where contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
           select (type, contract);
}
