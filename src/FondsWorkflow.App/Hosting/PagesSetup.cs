using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Errors;
using FondsWorkflow.App.Features.Health;
using FondsWorkflow.App.Features.Shared.Forms;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Hosting;

/// <summary>
/// What every page stands on: texts, forms, errors, security headers. In Program: <c>UseFondsPages</c> before authentication, <c>MapFondsPages</c> after authorization.
/// </summary>
internal static class PagesSetup
{
    private const string LanguageCookie = "fonds.sprache";

    public static IServiceCollection AddFondsPages(this IServiceCollection services)
    {
        services.AddSingleton<Texts>().AddSingleton<RuleSentences>().AddSingleton<ApiProblems>().AddSingleton<FormSentences>();
        services.AddRazorPages(o => o.RootDirectory = "/Features").AddMvcOptions(WithoutJQueryNames).AddDataAnnotationsLocalization();
        services.AddSingleton<IConfigureOptions<MvcOptions>>(s => s.GetRequiredService<FormSentences>());
        services.AddSingleton<IConfigureOptions<MvcDataAnnotationsLocalizationOptions>>(s => s.GetRequiredService<FormSentences>());
        services.AddAntiforgery(o => o.Cookie.Name = "fonds.schutz");
        services.AddSingleton<Microsoft.AspNetCore.Diagnostics.IExceptionHandler>(s => s.GetRequiredService<ApiProblems>());
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.Configure<RequestLocalizationOptions>(Localize);
        services.Configure<HstsOptions>(o => o.MaxAge = TimeSpan.FromDays(365));
        services.AddFondsSecurityHeaders().AddFondsHealth();
        return services;
    }

    public static WebApplication UseFondsPages(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseRequestLocalization();
        app.Use(KeepLanguage);
        if (!app.Environment.IsDevelopment())
        {
            app.UseHsts();
        }

        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/fehler",
            AllowStatusCode404Response = true,
            StatusCodeSelector = ApiProblems.StatusOf,
            SuppressDiagnosticsCallback = c => c.Exception is NotFoundException or RuleViolation or BadHttpRequestException,
        });
        app.UseWhen(ApiProblems.IsApi, api => api.UseStatusCodePages(c => c.HttpContext.RequestServices.GetRequiredService<ApiProblems>().Write(c.HttpContext)));
        app.UseWhen(http => !ApiProblems.IsApi(http), pages => pages.UseStatusCodePagesWithReExecute("/fehler/{0}"));
        app.UseMiddleware<BodyLimit>();
        app.UseStaticFiles();
        app.UseRouting();
        return app;
    }

    public static WebApplication MapFondsPages(this WebApplication app)
    {
        app.MapRazorPages();
        app.MapFondsHealth();
        return app;
    }

    /// <summary>Nobody posts names in jQuery's notation, and reading them throws at a bracket that is never closed.</summary>
    private static void WithoutJQueryNames(MvcOptions options)
    {
        options.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        options.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
    }

    /// <summary>Who chose a language keeps it on the next pages: a cookie for a choice, which needs no consent.</summary>
    private static Task KeepLanguage(HttpContext http, RequestDelegate next)
    {
        if (http.Features.Get<IRequestCultureFeature>() is { Provider: QueryStringRequestCultureProvider, RequestCulture: { } chosen })
        {
            var choice = new CookieOptions { HttpOnly = true, IsEssential = true, SameSite = SameSiteMode.Lax, Secure = http.Request.IsHttps, MaxAge = TimeSpan.FromDays(365) };
            http.Response.Cookies.Append(LanguageCookie, CookieRequestCultureProvider.MakeCookieValue(chosen), choice);
        }

        return next(http);
    }

    /// <summary>The language may change, notation of amounts and days never: what is posted must mean the same for everybody.</summary>
    private static void Localize(RequestLocalizationOptions options)
    {
        options.DefaultRequestCulture = new RequestCulture(German.Culture);
        options.SupportedCultures = [German.Culture];
        options.SupportedUICultures = [.. Languages.All];
        options.RequestCultureProviders = [new QueryStringRequestCultureProvider { UIQueryStringKey = "sprache", QueryStringKey = "" }, new CookieRequestCultureProvider { CookieName = LanguageCookie }];
    }
}
