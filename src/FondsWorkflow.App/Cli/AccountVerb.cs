using System.CommandLine;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Administration.Accounts;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.People;
using MediatR;

namespace FondsWorkflow.App.Cli;

/// <summary><c>account create-administrator E-MAIL</c>: how a real city gets in for the first time. Exit code 0: the link is printed; 1: refused.</summary>
internal static class AccountVerb
{
    public static Command Create()
    {
        var email = new Argument<string>("e-mail") { Description = CliTexts.Get("AccountEmail") };
        var create = new Command("create-administrator", CliTexts.Get("AccountCreate")) { email };
        create.SetAction((parsed, cancellationToken) => CreateAsync(parsed.GetRequiredValue(email), cancellationToken));
        return new Command("account", CliTexts.Get("Account")) { create };
    }

    private static async Task<int> CreateAsync(string email, CancellationToken cancellationToken)
    {
        await using var app = FondsHost.Build(FondsHost.Quiet);
        await app.PrepareAsync(cancellationToken);
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CommandContext>().Actor = Actor.System;
        try
        {
            var token = await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new CreateAdministrator(email), cancellationToken);
            var link = app.Services.GetRequiredService<PublicLinks>().To($"{SignInLink.PasswordPath}/{token}");
            Console.WriteLine(CliTexts.Get("AccountLink", (int)SignInLink.PasswordLifetime.TotalDays, link));
            return 0;
        }
        catch (RuleViolation refusal)
        {
            var sentences = app.Services.GetRequiredService<RuleSentences>();
            Console.Error.WriteLine(string.Join(Environment.NewLine, refusal.Problems.Select(sentences.For)));
            return 1;
        }
    }
}
