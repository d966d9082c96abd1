namespace FondsWorkflow.App.Hosting;

/// <summary>What browsers may do with our pages: nothing from elsewhere, nothing inline, no frames.</summary>
internal static class SecurityHeaders
{
    /// <summary>Name of the policy of the jobs' dashboard: its library sets styles inline; scripts stay ours alone.</summary>
    public const string Dashboard = "dashboard";

    public static IServiceCollection AddFondsSecurityHeaders(this IServiceCollection services)
    {
        services.AddSecurityHeaderPolicies().SetDefaultPolicy(Headers(inlineStyles: false)).AddPolicy(Dashboard, Headers(inlineStyles: true));
        return services;
    }

    private static HeaderPolicyCollection Headers(bool inlineStyles) => new HeaderPolicyCollection()
        .AddFrameOptionsDeny()
        .AddContentTypeOptionsNoSniff()
        .AddReferrerPolicyStrictOriginWhenCrossOrigin()
        .AddCrossOriginOpenerPolicy(p => p.SameOrigin())
        .AddPermissionsPolicy(p =>
        {
            p.AddCamera().None();
            p.AddGeolocation().None();
            p.AddMicrophone().None();
            p.AddPayment().None();
            p.AddUsb().None();
        })
        .RemoveServerHeader()
        .AddContentSecurityPolicy(csp =>
        {
            csp.AddDefaultSrc().Self();
            csp.AddScriptSrc().Self();
            var styles = csp.AddStyleSrc().Self();
            if (inlineStyles)
            {
                styles.UnsafeInline();
            }

            csp.AddImgSrc().Self().Data();
            csp.AddFontSrc().Self();
            csp.AddConnectSrc().Self();
            csp.AddObjectSrc().None();
            csp.AddBaseUri().None();
            csp.AddFormAction().Self();
            csp.AddFrameAncestors().None();
        });
}
