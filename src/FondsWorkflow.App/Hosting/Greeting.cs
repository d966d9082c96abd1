using FondsWorkflow.App.Cli;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Messages;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Hosting;

/// <summary>What the program says when it is ready: where it is, and in the demo who can sign in.</summary>
internal static class Greeting
{
    public static void Print(WebApplication app)
    {
        Console.WriteLine();
        Console.WriteLine(CliTexts.Get("Ready", app.Services.GetRequiredService<PublicLinks>().Base));
        Console.WriteLine(CliTexts.Get("DataFolder", app.Services.GetRequiredService<FondsPaths>().Data));
        if (!app.Services.GetRequiredService<IOptions<FondsOptions>>().Value.Demo)
        {
            return;
        }

        Console.WriteLine(CliTexts.Get("DemoSignIns", Seeder.DemoPassword));
        foreach (var account in app.Services.GetRequiredService<CityBook>().City.Accounts)
        {
            Console.WriteLine($"  {account.UserId,-46} {account.Name}");
        }
    }
}
