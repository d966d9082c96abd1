using FondsWorkflow.App.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Messages;

/// <summary>Absolute addresses for mails.</summary>
internal sealed class PublicLinks(IOptions<FondsOptions> options, IServiceProvider services)
{
    private const string Fallback = "http://localhost:5000";

    public string To(string path) => Base.TrimEnd('/') + path;

    public string Base => options.Value.PublicUrl.Length > 0
        ? options.Value.PublicUrl
        : services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? Fallback;
}
