using System.Globalization;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Features.Proofs;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Resources;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;
using PayoutKind = FondsWorkflow.Fund.Payouts.PayoutKind;

namespace FondsWorkflow.App.Features.Payouts;

/// <summary>Makes payouts under the fund's lock, so that all of them together never exceed the grant.</summary>
internal sealed class PayoutRequests(FondsDb db, LedgerBook ledger, ProofBook proofs, CityBook city, CommandContext context, Hosting.IIdSource ids, BerlinTime clock, Texts texts)
{
    private const int MaxRemittance = 140;

    /// <summary>What can still be asked for.</summary>
    public async Task<PayoutBasis> BasisAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var claimed = await db.Payouts.AsNoTracking().Where(p => p.ApplicationId == application.Id && p.CancelledAt == null).Select(p => p.Amount).ToListAsync(cancellationToken);
        return new PayoutBasis(
            application.GrantedAmount ?? Money.Zero, Money.Sum(claimed), await proofs.NoticeSentAtAsync(application.Id, cancellationToken), AllowsAdvances(city.GuidelineOf(application)));
    }

    /// <summary>Asks for a payment in the name of the actor.</summary>
    /// <exception cref="Fund.RuleViolation">What the payout's rules say.</exception>
    public async Task<Payout> AddAsync(GrantApplication application, PayoutKind kind, Money amount, PayeeAccount account, string? reason, CancellationToken cancellationToken)
    {
        var year = (await ledger.OpenAsync(application, cancellationToken)).Year;
        var number = await db.NextNumberAsync($"VF-{year}", cancellationToken);
        var payout = Payout.Request(
            ids.New(),
            (int)number,
            new PayoutClaim(application.Id, application.FundKey, application.QuarterKey, year, application.ApplicantEmail, Related(application)),
            new PayoutRequest(kind, amount, new Payee(account.Holder, account.Iban), await RemittanceAsync(application, cancellationToken), reason ?? ""),
            await BasisAsync(application, cancellationToken),
            context.Actor,
            clock.Now);
        db.Payouts.Add(payout);
        return payout;
    }

    public static bool AllowsAdvances(Guideline guideline) => guideline.Payment.Model.Value == PaymentModel.Advance || guideline.Payment.AdvanceWithReason.Value;

    /// <summary>The addresses of those who stand for the group.</summary>
    private static IReadOnlyList<string> Related(GrantApplication application)
        => application.Form.Who.Email is { Length: > 0 } email && !string.Equals(email, application.ApplicantEmail, StringComparison.OrdinalIgnoreCase) ? [email] : [];

    /// <summary>The part's number stands in the text: two equal parts of one grant are two transfers for every bank.</summary>
    private async Task<string> RemittanceAsync(GrantApplication application, CancellationToken cancellationToken)
    {
        var part = 1 + await db.Payouts.CountAsync(p => p.ApplicationId == application.Id, cancellationToken);
        return Fit(texts["Ledger.Remittance", application.Number, part, ""], PlainText.Line(application.Form.Project.Title) ?? "", city.City.Payments.Characters.Value);
    }

    /// <summary>As much of the title as the bank carries: lengths count after mapping (70 ü are 140 characters), and no character is cut in two.</summary>
    internal static string Fit(string head, string title, SepaProfile profile)
    {
        var fitting = head;
        for (var rest = title; rest.Length > 0;)
        {
            var next = StringInfo.GetNextTextElement(rest);
            if (fitting.Length + next.Length > MaxRemittance || SepaText.Map(fitting + next, profile).Value.Length > MaxRemittance)
            {
                break;
            }

            (fitting, rest) = (fitting + next, rest[next.Length..]);
        }

        return fitting.Trim();
    }
}
