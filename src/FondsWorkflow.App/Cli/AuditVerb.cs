using System.CommandLine;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting;

namespace FondsWorkflow.App.Cli;

/// <summary><c>audit verify</c>: walks the hash chain of the audit log. Exit code 0: whole; 1: broken, with the first bad entry.</summary>
internal static class AuditVerb
{
    public static Command Create()
    {
        var verify = new Command("verify", CliTexts.Get("AuditVerify"));
        verify.SetAction((_, cancellationToken) => VerifyAsync(cancellationToken));
        return new Command("audit", CliTexts.Get("Audit")) { verify };
    }

    private static async Task<int> VerifyAsync(CancellationToken cancellationToken)
    {
        await using var app = FondsHost.Build(FondsHost.Quiet);
        if (!StoredData.IsThere(app.Services))
        {
            return 1;
        }

        await using var scope = app.Services.CreateAsyncScope();
        var proof = await scope.ServiceProvider.GetRequiredService<AuditLog>().VerifyAsync(cancellationToken);
        Console.WriteLine(proof.IsWhole
            ? CliTexts.Get("AuditWhole", CliTexts.Count("CountEntries", proof.Entries))
            : CliTexts.Get("AuditBroken", proof.FirstBroken!));
        return proof.IsWhole ? 0 : 1;
    }
}
