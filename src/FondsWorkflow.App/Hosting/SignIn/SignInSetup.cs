using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace FondsWorkflow.App.Hosting.SignIn;

/// <summary>Two ways in: staff with password and optional authenticator app (ASP.NET Core Identity), citizens by a mail link. Everything is closed unless a policy opens it.</summary>
internal static class SignInSetup
{
    private const string StaffCookie = "fonds.staff";
    private const string CitizenCookie = "fonds.citizen";

    /// <summary>
    /// Warns at the first start that the keys of cookies are stored unencrypted. They are, on purpose: they lie in the database whose other rows are all that a cookie opens,
    /// and every process of the city must read them. Whoever protects the database and its backups protects both.
    /// </summary>
    private const string KeysLog = "Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager";

    public static IServiceCollection AddFondsSignIn(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("FondsWorkflow").PersistKeysToDbContext<FondsDb>();
        services.AddLogging(logging => logging.AddFilter(KeysLog, LogLevel.Error));
        services.AddAuthentication(Schemes.Fonds)
            .AddPolicyScheme(Schemes.Fonds, displayName: null, o => o.ForwardDefaultSelector = SelectScheme)
            .AddCookie(Schemes.Citizen, o => Cookie(o, CitizenCookie, TimeSpan.FromHours(8)))
            .AddIdentityCookies(b => b.ApplicationCookie!.Configure(o => Cookie(o, StaffCookie, TimeSpan.FromHours(10))));
        services.AddIdentityCore<StaffUser>(Identity)
            .AddEntityFrameworkStores<FondsDb>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<StaffClaimsFactory>()
            .AddDefaultTokenProviders();
        services.AddAuthorization(Policies.Add);
        services.AddScoped<CommandContext>();
        services.AddScoped<MailLinks>();
        return services;
    }

    /// <summary>Tells the commands of the request who acts.</summary>
    public static IApplicationBuilder UseFondsActor(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.User.ToActor() is { } actor)
        {
            http.RequestServices.GetRequiredService<CommandContext>().Actor = actor;
        }

        return next(http);
    });

    private static string SelectScheme(HttpContext http)
        => http.Request.Cookies.ContainsKey(CitizenCookie) ? Schemes.Citizen : IdentityConstants.ApplicationScheme;

    private static void Identity(IdentityOptions options)
    {
        options.Lockout.MaxFailedAccessAttempts = 8;
        options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(10);
        options.User.RequireUniqueEmail = true;
        options.User.AllowedUserNameCharacters = ""; // The mail address is the name, and is checked as such.
    }

    private static void Cookie(CookieAuthenticationOptions options, string name, TimeSpan lifetime)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.ExpireTimeSpan = lifetime;
        options.SlidingExpiration = true;
        options.LoginPath = "/anmelden";
        options.AccessDeniedPath = "/kein-zugang";
        options.Events.OnRedirectToLogin = c => AnswerOrRedirect(c, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = c => AnswerOrRedirect(c, StatusCodes.Status403Forbidden);
    }

    private static Task AnswerOrRedirect(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (status == StatusCodes.Status403Forbidden || context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            context.Response.StatusCode = status;
        }
        else
        {
            context.Response.Redirect(context.RedirectUri);
        }

        return Task.CompletedTask;
    }
}
