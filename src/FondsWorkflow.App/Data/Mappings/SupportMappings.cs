using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FondsWorkflow.App.Data.Mappings;

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.HasKey(e => e.Sequence);
        builder.Property(e => e.Sequence).ValueGeneratedNever();
        builder.HasIndex(e => new { e.Subject, e.Sequence });
    }
}

internal sealed class CommandReceiptMapping : IEntityTypeConfiguration<CommandReceipt>
{
    public void Configure(EntityTypeBuilder<CommandReceipt> builder)
    {
        builder.HasKey(r => new { r.ActorId, r.Key });
        builder.HasIndex(r => r.At);
    }
}

internal sealed class NumberRangeMapping : IEntityTypeConfiguration<NumberRange>
{
    public void Configure(EntityTypeBuilder<NumberRange> builder)
    {
        builder.HasKey(r => r.Name);
        builder.Property(r => r.Last).IsConcurrencyToken();
    }
}

internal sealed class OutboxMessageMapping : IEntityTypeConfiguration<OutboxMessage>
{
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.HasIndex(m => m.Key).IsUnique();
        builder.HasIndex(m => m.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
        builder.HasIndex(m => m.ApplicationId);
        builder.HasIndex(m => m.CreatedAt);
        builder.Property(m => m.Attempts).IsConcurrencyToken();
    }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.HasIndex(f => f.ApplicationId);
        builder.HasIndex(f => f.BatchId);
        builder.HasIndex(f => new { f.NoticeId, f.ContentType }).IsUnique();
    }
}

internal sealed class SignInLinkMapping : IEntityTypeConfiguration<SignInLink>
{
    public void Configure(EntityTypeBuilder<SignInLink> builder)
    {
        builder.HasKey(l => l.TokenHash);
        builder.Property(l => l.UsedAt).IsConcurrencyToken();
        builder.HasIndex(l => new { l.Email, l.CreatedAt });
    }
}

internal sealed class StaffUserMapping : IEntityTypeConfiguration<StaffUser>
{
    public void Configure(EntityTypeBuilder<StaffUser> builder) => builder.HasIndex(u => u.Role);
}
