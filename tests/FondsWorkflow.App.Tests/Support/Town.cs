using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Administration.Accounts;
using FondsWorkflow.App.Features.Administration.Migrating;
using FondsWorkflow.App.Features.Banks.Import;
using FondsWorkflow.App.Features.Notices.Release;
using FondsWorkflow.App.Features.SignIn.Account;
using FondsWorkflow.App.Hosting.Jobs;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Execution;
using Hangfire;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>Tests that ask one town, one after the other.</summary>
[CollectionDefinition(nameof(Town))]
public sealed class TownTests : ICollectionFixture<Town>;

/// <summary>Both quarters with applications at every hop, and what administration looks after; built once and then only rehearsed on.</summary>
public sealed class Town : IAsyncLifetime
{
    public const string Script = "<script>alert(1)</script>";
    public const string OtherGroup = "sonnenblume@gruppe.example";
    public const string OtherTitle = "Bürgergarten am Bullerbach";
    public const string Administrator = "verwaltung@demo.example";
    public const string Official = "bauamt.a@demo.example";

    /// <summary>Whose account is locked.</summary>
    public const string Locked = "bewohner3.sennestadt@demo.example";

    internal FondsApp App { get; private set; } = null!;

    internal Rehearsal Rehearsal { get; } = new();

    internal Hops Own { get; private set; } = null!;

    internal Hops Foreign { get; private set; } = null!;

    /// <summary>What shows that something of a quarter is told: ids of its applications, meetings and mails, and the numbers of its applications.</summary>
    internal IReadOnlyList<string> OwnTraces { get; private set; } = [];

    internal IReadOnlyList<string> ForeignTraces { get; private set; } = [];

    /// <summary>An application whose workflow failed, and the incident.</summary>
    internal Guid FailedInstance { get; private set; }

    internal Guid Incident { get; private set; }

    internal Guid Undelivered { get; private set; }

    internal Guid FailedMail { get; private set; }

    internal Guid BankFile { get; private set; }

    internal Guid Migration { get; private set; }

    /// <summary>Of a link to choose a password that nobody used.</summary>
    internal string PasswordToken { get; private set; } = "";

    internal Guid TaskInstance { get; private set; }

    internal Guid Task { get; private set; }

    public async Task InitializeAsync()
    {
        App = await FondsApp.StartAsync(adjust: Rehearsal.Install);
        Own = await Hops.BuildAsync(new Story(App) { Mark = Script });
        Foreign = await Hops.BuildAsync(new Story(App) { Quarter = "sennestadt", Applies = OtherGroup, Title = OtherTitle, Mark = Script });
        await FailAsync();
        (OwnTraces, ForeignTraces) = (await TracesAsync(Own), [OtherGroup, OtherTitle, System.Net.WebUtility.HtmlEncode(OtherTitle), .. await TracesAsync(Foreign)]);
        await MigrateAsync();
        JobSchedule.Plan(App.Services.GetRequiredService<IRecurringJobManager>());
        await App.Publish("drucken", Chart().Add(Node("task", "RunTask", ("taskName", "Drucken")), Wait("end")).Connect("task -> end"));
        TaskInstance = await App.Start("drucken");
        Task = (await App.Snapshot(TaskInstance)).Bookmarks[0].Id;
        BankFile = (await Own.Payments.Finance(0).Send(new ImportBankFile("auszug.xml", BankStatement("A-0")))).Id;
        await App.As(Administrator).Send(new LockAccount(Locked));
        await App.As(Administrator).Send(new PrepareApp());
        await App.System.Send(new Do(async services => PasswordToken = await services.GetRequiredService<MailLinks>().CreateForPasswordAsync(Own.Story.OfficeB.Id, CancellationToken.None)));
        await App.Mails();
        Rehearsal.IsOn = true;
    }

    public async Task DisposeAsync() => await App.DisposeAsync();

    /// <summary>A statement of account that books nothing of ours.</summary>
    internal static byte[] BankStatement(string reference) => System.Text.Encoding.UTF8.GetBytes(
        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr><MsgId>B-1</MsgId></GrpHdr><Stmt><Id>1</Id>"
        + "<CreDtTm>2026-01-12T18:00:00+01:00</CreDtTm><Acct><Id><IBAN>DE89123456781049638712</IBAN></Id></Acct>"
        + "<Ntry><Amt Ccy=\"EUR\">77.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>2026-01-12</Dt></BookgDt>"
        + $"<AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls><TxDtls><Refs><EndToEndId>MIETE-11</EndToEndId></Refs></TxDtls></NtryDtls></Ntry></Stmt></BkToCstmrStmt></Document>");

    private async Task<IReadOnlyList<string>> TracesAsync(Hops hops)
    {
        var applications = await App.Read(db => db.Applications.Where(a => a.QuarterKey == hops.Story.Quarter).ToListAsync());
        var ids = applications.ConvertAll(a => a.Id);
        var meetings = await App.Read(db => db.Meetings.Where(m => m.QuarterKey == hops.Story.Quarter).Select(m => m.Id).ToListAsync());
        var mails = await App.Read(db => db.Outbox.Where(m => m.ApplicationId != null && ids.Contains(m.ApplicationId.Value)).Select(m => m.Id).ToListAsync());
        return [.. ids.Concat(meetings).Concat(mails).Select(id => id.ToString()), .. applications.Where(a => a.Number is not null).Select(a => a.Number!.ToString())];
    }

    private async Task FailAsync()
    {
        var id = await Own.Story.Failed();
        FailedInstance = await App.Read(db => db.WorkflowInstances.Where(i => i.ApplicationId == id).Select(i => i.Id).SingleAsync());
        Incident = await App.Read(db => db.Incidents.Where(i => i.InstanceId == FailedInstance).Select(i => i.Id).SingleAsync());
        (Undelivered, FailedMail) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await App.System.Send(new Do(services =>
        {
            var (db, now) = (services.GetRequiredService<FondsDb>(), App.Clock.GetUtcNow());
            db.WorkflowMessages.Add(new WorkflowMessageRow
            {
                Id = Undelivered, InstanceId = FailedInstance, Stimulus = new Stimulus.PublishedEvent("go").ToJson(), CreatedAt = now, DueAt = null, Attempts = 12, LastError = "Kaputt.",
            });
            return System.Threading.Tasks.Task.CompletedTask;
        }));
        await App.Read(db => db.Outbox.Where(m => m.ApplicationId == null).OrderBy(m => m.Id).Take(1).ExecuteUpdateAsync(u => u.SetProperty(m => m.DueAt, (DateTimeOffset?)null).SetProperty(m => m.LastError, "Kein Postfach.")));
        FailedMail = await App.Read(db => db.Outbox.Where(m => m.LastError != null).Select(m => m.Id).SingleAsync());
    }

    private async Task MigrateAsync()
    {
        foreach (var flow in new[] { "umzug", "umgezogen" })
        {
            await App.Publish(flow, Chart().Add(Line("a"), Wait("alt")).Connect("a -> alt"));
            await App.Start(flow);
            await App.Publish(flow, Chart().Add(Line("a"), Wait("neu")).Connect("a -> neu"), version: 2);
        }

        Migration = (await App.As(Administrator).Send(new ApplyMigration(Wish("umgezogen")))).MigrationId!.Value;
    }

    internal static MigrationWish Wish(string flow) => new(flow, 1, 2, [new IdPair("alt", "neu")]);
}
