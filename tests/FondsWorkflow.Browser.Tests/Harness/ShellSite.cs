using System.Security.Claims;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Muster;
using FondsWorkflow.App.Hosting;
using MediatR;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FondsWorkflow.Browser.Tests.Harness;

/// <summary>The shell of the pages alone on a free port of this machine: no database; <c>/als/Management</c> signs in.</summary>
public sealed class ShellSite : IAsyncLifetime
{
    private WebApplication _app = null!;

    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Test", ContentRootPath = SourceTree.App, ApplicationName = "FondsWorkflow.App" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddFondsPages();
        builder.Services.AddScoped<CommandContext>();
        builder.Services.AddScoped<IMediator>(s => new Mediator(s.GetService!));
        builder.Services.AddTransient<IRequestHandler<SaveComment, int>, SaveCommentHandler>();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie();
        builder.Services.AddAuthorization();
        _app = builder.Build();
        _app.UseFondsPages();
        _app.UseAuthentication();
        _app.UseAuthorization();
        _app.MapFondsPages();
        _app.MapGet("/als/{role}", (string role, HttpContext http) => SignIn(role, http));
        await _app.StartAsync();
        Address = _app.Urls.Single();
    }

    public async Task DisposeAsync() => await _app.DisposeAsync();

    private static async Task<IResult> SignIn(string role, HttpContext http)
    {
        var person = new ClaimsIdentity([new Claim(ClaimTypes.Role, role), new Claim(ClaimTypes.Name, role)], CookieAuthenticationDefaults.AuthenticationScheme);
        await http.SignInAsync(new ClaimsPrincipal(person));
        return Results.Redirect("/");
    }
}
