using FondsWorkflow.App.Features.Applications.Fill;
using FondsWorkflow.App.Features.Applications.Show;
using FondsWorkflow.App.Features.Applications.Start;
using FondsWorkflow.App.Features.Applications.Submit;
using FondsWorkflow.App.Features.Decisions.AcceptReduced;
using FondsWorkflow.App.Features.Banks;
using FondsWorkflow.App.Features.Banks.Import;
using FondsWorkflow.App.Features.Batches;
using FondsWorkflow.App.Features.Ledger.Prove;
using FondsWorkflow.App.Features.Ledger;
using FondsWorkflow.App.Features.Notices;
using FondsWorkflow.App.Features.Payouts.Ask;
using FondsWorkflow.App.Features.Payouts;
using FondsWorkflow.App.Features.Proofs.Outcome;
using FondsWorkflow.App.Features.Proofs;

namespace FondsWorkflow.App.Features;

/// <summary>Services that several features share; handlers and steps need no registration.</summary>
internal static class FeatureServices
{
    public static IServiceCollection AddFondsFeatures(this IServiceCollection services)
    {
        services.AddScoped<LedgerBook>();
        services.AddScoped<Reminders.ReminderSweep>();
        services.AddScoped<Retention.RetentionSweep>();
        services.AddScoped<Reminders.Recipients>().AddScoped<Reminders.ReminderBook>().AddScoped<Reminders.ReminderMails>();
        services.AddFondsNotices();
        services.AddScoped<PayoutRequests>().AddScoped<PartLimit>();
        services.AddScoped<ProofBook>().AddScoped<ProofReader>().AddScoped<ReceiptScans>().AddScoped<ProofMails>().AddScoped<SettlementReader>().AddScoped<OutcomeReader>();
        services.AddScoped<Meetings.CircleRoom>().AddScoped<Meetings.CircleDates>();
        services.AddScoped<Meetings.Invite.Invitations>();
        services.AddScoped<Meetings.Invite.MeetingDays>();
        services.AddScoped<Reviews.ReviewDesk>();
        services.AddScoped<SignIn.Staff.StaffCookies>().AddScoped<SignIn.Staff.SignInCount>().AddScoped<SignIn.Account.MyAccounts>();
        services.AddScoped<Administration.Accounts.AccountDesk>().AddScoped<Administration.Accounts.AccountChecks>().AddScoped<Administration.Accounts.AccountMails>();
        services.AddScoped<Outbox.Show.MailAccess>();
        services.AddSingleton<Audit.Case.AuditWords>();
        services.AddScoped<Administration.Instances.IncidentLines>();
        services.AddScoped<Administration.Incidents.IncidentDesk>();
        services.AddScoped<Administration.Migrating.MigrationPlanner>().AddScoped<Administration.Migrating.MigrationReporter>();
        services.AddScoped<Drafts>().AddScoped<SignInMails>().AddScoped<PartSaver>().AddScoped<SubmissionMails>().AddScoped<ManagementMails>().AddScoped<History>().AddScoped<ReducedGrantDesk>().AddScoped<Applications.ApplicationCloser>();
        services.AddScoped<PayoutDesk>().AddScoped<PayoutDuties>().AddScoped<CorrectionMail>().AddScoped<Payouts.Lock.AccountLocks>();
        services.AddScoped<BatchDesk>().AddScoped<BatchFiles>().AddScoped<PayoutRecords>().AddScoped<BankAnswers>().AddScoped<LedgerProver>().AddScoped<BankFileReader>().AddScoped<AnswerEffects>();
        return services;
    }
}
