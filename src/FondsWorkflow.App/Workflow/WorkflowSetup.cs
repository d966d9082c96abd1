using FondsWorkflow.App.Hosting;
using FondsWorkflow.Engine.Activities;
using FondsWorkflow.Engine.Execution;

namespace FondsWorkflow.App.Workflow;

/// <summary>Registers the engine with the fund's steps, and what makes it durable.</summary>
internal static class WorkflowSetup
{
    public static IServiceCollection AddFondsWorkflow(this IServiceCollection services)
    {
        services.AddSingleton(FundSteps.Registry());
        services.AddSingleton(p => new WorkflowEngine(p.GetRequiredService<ActivityRegistry>(), new EngineOptions { TimeZone = BerlinTime.Zone }));
        services.AddSingleton<DefinitionStore>();
        services.AddScoped<DefinitionPublisher>();
        services.AddScoped<WorkflowHost>();
        services.AddScoped<BurstStage>();
        services.AddScoped<InstanceMover>();
        services.AddScoped<WorkflowMessages>();
        services.AddScoped<Desk>();
        services.AddScoped<Access>();
        services.AddScoped<SeenCase>();
        services.AddScoped<StepDesk>();
        return services;
    }
}
