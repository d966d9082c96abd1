using System.Collections.Concurrent;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Banks.Import;
using FondsWorkflow.App.Features.Batches.Execute;
using FondsWorkflow.App.Features.Batches.Return;
using FondsWorkflow.App.Features.Payouts.Account;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Features.Audit;

public sealed class EveryCommandTests
{
    private static readonly (Type Command, Type Answer)[] Commands =
    [
        .. typeof(FondsHost).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsInterface: false })
            .SelectMany(t => t.GetInterfaces().Where(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ICommand<>)).Select(i => (t, i.GenericTypeArguments[0]))),
    ];

    [Fact]
    public async Task Auditors_read_what_was_done_in_German()
    {
        await using var app = await FondsApp.StartAsync();
        var texts = app.Services.GetRequiredService<Texts>();

        var missing = Commands.Where(c => texts.Find($"Audit.Command{c.Command.Name}") is null).Select(c => c.Command.Name);

        Assert.True(Commands.Length > 70);
        Assert.Empty(missing);
    }

    /// <summary>By construction: the one behaviour that writes the audit entry stands before the handler of each command, once.</summary>
    [Fact]
    public async Task No_command_gets_past_the_audit_log()
    {
        await using var app = await FondsApp.StartAsync();
        await using var scope = app.Services.CreateAsyncScope();

        foreach (var (command, answer) in Commands)
        {
            var behaviours = scope.ServiceProvider.GetServices(typeof(IPipelineBehavior<,>).MakeGenericType(command, answer));
            Assert.Single(behaviours, b => b!.GetType() is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(TransactionBehaviour<,>));
        }
    }

    [Fact]
    public async Task A_story_leaves_exactly_one_audit_entry_for_each_command_that_was_carried_out()
    {
        var carriedOut = new Carried();
        await using var app = await FondsApp.StartAsync(adjust: builder =>
        {
            builder.Services.AddSingleton(carriedOut);
            builder.Services.AddTransient(typeof(IPipelineBehavior<,>), typeof(CountBehaviour<,>));
        });
        var story = new Story(app);
        var payments = new Payments(story);
        var payout = await payments.Ordered();
        var batch = await payments.Submitted(payout);
        await payments.Finance(0).Send(new ExecuteBatch(batch, new DateOnly(2026, 1, 12)));
        await payments.Finance(0).Send(new ReturnPayment(batch, payout, "", "MS03"));
        await Assert.ThrowsAsync<FondsWorkflow.Fund.RuleViolation>(() => payments.Finance(0).Send(new ReturnPayment(batch, payout, "", "MS03")));
        await payments.NameAccount(payout, "Winterlicht", "DE21500500009876543210");
        await payments.CheckAccounts();
        await payments.OrderAgain(payout);
        var file = System.Text.Encoding.UTF8.GetBytes("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"><BkToCstmrStmt><GrpHdr><MsgId>1</MsgId></GrpHdr></BkToCstmrStmt></Document>");
        await payments.Finance(0).Send(new ImportBankFile("leer.xml", file));

        var entries = await app.Read(db => db.AuditEntries.AsNoTracking().Select(e => e.Command).ToListAsync());

        Assert.Equal(carriedOut.Names.Order(StringComparer.Ordinal), entries.Order(StringComparer.Ordinal));
        Assert.True(entries.Distinct().Count() > 12);
    }

    internal sealed class Carried
    {
        public ConcurrentBag<string> Names { get; } = [];
    }

    /// <summary>Notes commands whose handler answered.</summary>
    internal sealed class CountBehaviour<TRequest, TAnswer>(Carried carried) : IPipelineBehavior<TRequest, TAnswer>
        where TRequest : IRequest<TAnswer>
    {
        public async Task<TAnswer> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TAnswer> next)
        {
            var answer = await next();
            if (request is ICommand<TAnswer>)
            {
                carried.Names.Add(typeof(TRequest).Name);
            }

            return answer;
        }
    }
}
