using System.Security.Claims;
using System.Text.Encodings.Web;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Tests.Features.Shared;

/// <summary>The shell of the pages alone, without database and sign-in; the header <c>X-Role</c> signs in.</summary>
public sealed class ShellHost : IAsyncLifetime
{
    private WebApplication _app = null!;

    public HttpClient Client { get; private set; } = null!;

    public T Get<T>()
        where T : notnull
        => _app.Services.GetRequiredService<T>();

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test", ContentRootPath = SourceTree.App, ApplicationName = "FondsWorkflow.App" });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddFondsPages();
        builder.Services.AddOptions<FondsOptions>();
        builder.Services.AddSingleton<FondsPaths>().AddSingleton<CityBook>();
        builder.Services.AddScoped<CommandContext>();
        builder.Services.AddScoped<IMediator>(s => new Mediator(s.GetService!));
        builder.Services.AddAuthentication("Test").AddScheme<AuthenticationSchemeOptions, HeaderSignIn>("Test", configureOptions: null);
        builder.Services.AddAuthorization();
        _app = builder.Build();
        _app.UseFondsPages();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapFondsPages();
        _app.MapGet("/api/probe/{what}", (string what) => what switch
        {
            "rule" => throw new RuleViolation([new RuleProblem(CommandRules.SomebodyElseWasFaster, "Costs[2].Amount", [])]),
            "missing" => throw new NotFoundException(),
            "crash" => throw new InvalidOperationException("secret machine words"),
            _ => Results.Text("ok"),
        });
        _app.MapPost("/api/probe", (Posted posted) => posted.Count);
        _app.MapGet("/probe/crash", string () => throw new InvalidOperationException("secret machine words"));
        _app.MapGet("/probe/missing", string () => throw new NotFoundException());
        await _app.StartAsync();
        Client = _app.GetTestClient();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private sealed record Posted(int Count);

    private sealed class HeaderSignIn(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var role = Request.Headers["X-Role"].ToString();
            var person = new ClaimsIdentity([new Claim(ClaimTypes.Role, role), new Claim(ClaimTypes.Name, role)], "Test");
            return Task.FromResult(role.Length == 0 ? AuthenticateResult.NoResult() : AuthenticateResult.Success(new(new ClaimsPrincipal(person), "Test")));
        }
    }
}
