using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Features.Banks;
using FondsWorkflow.App.Features.Ledger.Prove;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Ledger;
using FondsWorkflow.Fund.Payouts;
using FondsWorkflow.Fund.Proofs;
using FondsWorkflow.Fund.Reviews;
using FondsWorkflow.Fund.Steering;
using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace FondsWorkflow.App.Data;

/// <summary>The database of the fund: one context for the domain rows, the workflow's state, mails, files and the audit log, so that one transaction holds them all.</summary>
internal abstract class FondsDb(DbContextOptions options) : IdentityUserContext<StaffUser>(options), IDataProtectionKeyContext
{
    /// <summary>Serialises writers where the database has only one (SQLite). Asked for, not given: contexts are pooled.</summary>
    public WriteGate WriteGate => this.GetService<WriteGate>();

    public DbSet<GrantApplication> Applications => Set<GrantApplication>();

    public DbSet<Review> Reviews => Set<Review>();

    public DbSet<Meeting> Meetings => Set<Meeting>();

    public DbSet<Ballot> Ballots => Set<Ballot>();

    public DbSet<Resolution> Resolutions => Set<Resolution>();

    public DbSet<Notice> Notices => Set<Notice>();

    public DbSet<Payout> Payouts => Set<Payout>();

    public DbSet<PaymentBatch> PaymentBatches => Set<PaymentBatch>();

    public DbSet<AccountLock> AccountLocks => Set<AccountLock>();

    public DbSet<BankFile> BankFiles => Set<BankFile>();

    public DbSet<LedgerProofRow> LedgerProofs => Set<LedgerProofRow>();

    public DbSet<BankMovement> BankMovements => Set<BankMovement>();

    public DbSet<ProofOfUse> Proofs => Set<ProofOfUse>();

    public DbSet<Reclaim> Reclaims => Set<Reclaim>();

    public DbSet<LedgerEntry> LedgerEntries => Set<LedgerEntry>();

    public DbSet<Assignment> Assignments => Set<Assignment>();

    public DbSet<ReminderRow> Reminders => Set<ReminderRow>();

    public DbSet<WorkflowInstanceRow> WorkflowInstances => Set<WorkflowInstanceRow>();

    public DbSet<BookmarkRow> Bookmarks => Set<BookmarkRow>();

    public DbSet<JournalRow> Journal => Set<JournalRow>();

    public DbSet<WorkflowMessageRow> WorkflowMessages => Set<WorkflowMessageRow>();

    public DbSet<MigrationRow> Migrations => Set<MigrationRow>();

    public DbSet<MigratedInstanceRow> MigratedInstances => Set<MigratedInstanceRow>();

    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    public DbSet<DefinitionRow> Definitions => Set<DefinitionRow>();

    public DbSet<TriggerRow> Triggers => Set<TriggerRow>();

    public DbSet<OutboxMessage> Outbox => Set<OutboxMessage>();

    public DbSet<StoredFile> Files => Set<StoredFile>();

    public DbSet<SignInLink> SignInLinks => Set<SignInLink>();

    public DbSet<NumberRange> NumberRanges => Set<NumberRange>();

    public DbSet<CommandReceipt> CommandReceipts => Set<CommandReceipt>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();

    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    /// <summary>Holds the head of the audit chain until the transaction ends.</summary>
    public abstract Task LockAuditChainAsync(CancellationToken cancellationToken);

    /// <summary>Holds the money of one fund and year until the transaction ends.</summary>
    public abstract Task LockFundAsync(string fundKey, int year, CancellationToken cancellationToken);

    /// <summary>Holds one named row-less thing (a number range, a job) until the transaction ends.</summary>
    public abstract Task LockNameAsync(string name, CancellationToken cancellationToken);

    /// <summary>Holds the start: of several processes one after the other prepares the database, until what is returned is disposed or the process is gone.</summary>
    public abstract Task<IAsyncDisposable?> LockStartAsync(CancellationToken cancellationToken);

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        PrepareToSave();
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        PrepareToSave();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    private void PrepareToSave()
    {
        ChangeTracker.DetectChanges();
        CountVersionsUp();
    }

    /// <summary>Every changed aggregate gets its next version, so that a page read before it is stale.</summary>
    private void CountVersionsUp()
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State == EntityState.Modified))
        {
            if (entry.Metadata.FindProperty("Version") is { IsConcurrencyToken: true } && entry.Property("Version") is { CurrentValue: int version } property)
            {
                property.CurrentValue = version + 1;
            }
        }
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conversions.Configure(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.ApplyConfigurationsFromAssembly(typeof(FondsDb).Assembly);
    }
}
