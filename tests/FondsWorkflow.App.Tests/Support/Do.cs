using FondsWorkflow.App.Commands;
using MediatR;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Anything, as one command: lets tests set a scene without the pages that will do it.</summary>
internal sealed record Do([property: NotAudited] Func<IServiceProvider, Task> Act) : ICommand<Unit>;

internal sealed class DoHandler(IServiceProvider services) : IRequestHandler<Do, Unit>
{
    public static void Register(WebApplicationBuilder builder) => builder.Services.AddScoped<IRequestHandler<Do, Unit>, DoHandler>();

    public async Task<Unit> Handle(Do request, CancellationToken cancellationToken)
    {
        await request.Act(services);
        return Unit.Value;
    }
}
