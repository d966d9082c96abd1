using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Tests.Support;
using MediatR;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Hosting;

/// <summary>What a page can do or read, a program can too.</summary>
public sealed class ApiParityTests
{
    /// <summary>Requests without a route of their own, and why.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["AllotBudget"] = "the program itself, from the seed files",
        ["AttachFile"] = "applications/attach, a multipart form mapped by hand",
        ["ReadAttachment"] = "applications/attachment, mapped by hand",
        ["CreateAdministrator"] = "the command line, by whoever runs the machine",
        ["DeleteDraft"] = "a job",
        ["DeliverMessage"] = "a job",
        ["ForgetLeftovers"] = "a job",
        ["NoteCode"] = "sign-in/code, which knows whose password was right",
        ["NoteLedgerProof"] = "a job",
        ["NotePassword"] = "sign-in/staff, which finds out whether the password fits",
        ["PostponeMessage"] = "a job",
        ["RedeemLink"] = "sign-in/link, which sets a cookie and is mapped by hand",
        ["Remind"] = "a job",
        ["WakeLater"] = "a job",
        ["WakeStep"] = "a job",
        ["RingTrigger"] = "a job",
        ["RingTriggerLater"] = "a job",
    };

    [Fact]
    public async Task Every_command_and_query_of_a_page_has_its_route()
    {
        await using var app = await FondsApp.StartAsync();
        var routed = app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints)
            .Select(e => e.Metadata.GetMetadata<Answers>()?.Request).OfType<Type>().ToHashSet();
        var requests = typeof(FondsHost).Assembly.GetTypes()
            .Where(t => t is { IsAbstract: false, IsInterface: false } && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IRequest<>)));

        var missing = requests.Where(t => !routed.Contains(t) && !Elsewhere.Keys.Any(k => $".{t.FullName}".EndsWith($".{k}", StringComparison.Ordinal))).Select(t => t.FullName);

        Assert.True(routed.Count > 100, $"{routed.Count} routes");
        Assert.Empty(missing);
    }
}
