using FondsWorkflow.App.Features.Banks;
using FondsWorkflow.App.Features.Ledger.Prove;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Assignments;
using FondsWorkflow.Fund.Payouts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FondsWorkflow.App.Data.Mappings;

internal sealed class PayoutMapping : IEntityTypeConfiguration<Payout>
{
    public void Configure(EntityTypeBuilder<Payout> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.Property(p => p.Iban).HasConversion(i => i.ToString(), s => Iban.Parse(s));
        builder.Property(p => p.Factual).AsJson();
        builder.Property(p => p.Arithmetical).AsJson();
        builder.Property(p => p.Order).AsJson();
        builder.HasIndex(p => p.ApplicationId);
        builder.HasIndex(p => p.BatchId);
        builder.HasIndex(p => new { p.Year, p.Number }).IsUnique();
        builder.HasIndex(p => new { p.FundKey, p.Year, p.Number }).HasDatabaseName("IX_Payouts_ReadyForBatch")
            .HasFilter("\"Order\" IS NOT NULL AND \"BatchId\" IS NULL AND \"CancelledAt\" IS NULL");
        builder.HasIndex(p => p.Attempt).HasFilter("\"Attempt\" > 1 AND \"Order\" IS NULL");
        builder.JsonList<string>("_beneficiaryIds", "BeneficiaryIds");
        builder.Ignore(p => p.BeneficiaryIds);
    }
}

internal sealed class PaymentBatchMapping : IEntityTypeConfiguration<PaymentBatch>
{
    public void Configure(EntityTypeBuilder<PaymentBatch> builder)
    {
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => b.Number).IsUnique();
        builder.HasIndex(b => b.MessageId).IsUnique();
        builder.HasIndex(b => b.PreparedAt);
        builder.JsonList<BatchLine>("_lines", "Lines");
        builder.JsonList<BatchRemark>("_remarks", "Remarks");
        builder.Ignore(b => b.Lines).Ignore(b => b.Remarks);
    }
}

internal sealed class AccountLockMapping : IEntityTypeConfiguration<AccountLock>
{
    public void Configure(EntityTypeBuilder<AccountLock> builder)
    {
        builder.Property(l => l.Version).IsConcurrencyToken();
        builder.Property(l => l.Iban).HasConversion(i => i.ToString(), s => Iban.Parse(s));
        builder.HasIndex(l => l.Iban).HasFilter("\"LiftedAt\" IS NULL");
        builder.HasIndex(l => l.LockedAt).HasFilter("\"LiftedAt\" IS NULL");
        builder.HasIndex(l => l.LiftedAt).HasFilter("\"LiftedAt\" IS NOT NULL");
    }
}

internal sealed class BankFileMapping : IEntityTypeConfiguration<BankFile>
{
    public void Configure(EntityTypeBuilder<BankFile> builder)
    {
        builder.HasIndex(f => f.Sha256).IsUnique();
        builder.HasIndex(f => f.At);
        builder.Property(f => f.Lines).AsJson();
    }
}

internal sealed class LedgerProofMapping : IEntityTypeConfiguration<LedgerProofRow>
{
    public void Configure(EntityTypeBuilder<LedgerProofRow> builder)
    {
        builder.HasKey(p => new { p.FundKey, p.Year });
        builder.HasIndex(p => p.Sequence).HasFilter("\"Sequence\" IS NOT NULL");
    }
}

internal sealed class BankMovementMapping : IEntityTypeConfiguration<BankMovement>
{
    public void Configure(EntityTypeBuilder<BankMovement> builder) => builder.HasKey(m => m.Key);
}

internal sealed class AssignmentMapping : IEntityTypeConfiguration<Assignment>
{
    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.HasIndex(a => a.BookmarkId).IsUnique();
        builder.HasIndex(a => a.ApplicationId);
        builder.HasIndex(a => new { a.Role, a.QuarterKey, a.DueOn }).HasFilter("\"CompletedAt\" IS NULL AND \"CancelledAt\" IS NULL");
        builder.HasIndex(a => new { a.AssigneeId, a.DueOn }).HasFilter("\"CompletedAt\" IS NULL AND \"CancelledAt\" IS NULL");
        builder.JsonList<string>("_excludedUserIds", "ExcludedUserIds");
        builder.JsonList<string>("_outcomes", "Outcomes");
        builder.Ignore(a => a.ExcludedUserIds).Ignore(a => a.Outcomes);
    }
}
