using FondsWorkflow.App.Workflow;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FondsWorkflow.App.Data.Mappings;

internal sealed class WorkflowInstanceMapping : IEntityTypeConfiguration<WorkflowInstanceRow>
{
    public void Configure(EntityTypeBuilder<WorkflowInstanceRow> builder)
    {
        builder.Property(i => i.Bursts).IsConcurrencyToken();
        builder.HasIndex(i => i.ApplicationId);
        builder.HasIndex(i => i.CorrelationId);
        builder.HasIndex(i => i.ParentInstanceId).HasFilter("\"ParentInstanceId\" IS NOT NULL");
        builder.HasIndex(i => new { i.DefinitionId, i.DefinitionVersion, i.Status });
    }
}

internal sealed class BookmarkMapping : IEntityTypeConfiguration<BookmarkRow>
{
    public void Configure(EntityTypeBuilder<BookmarkRow> builder)
    {
        builder.HasKey(b => new { b.InstanceId, b.Id });
        builder.HasIndex(b => b.RingAt).HasFilter("\"RingAt\" IS NOT NULL");
        builder.HasIndex(b => new { b.Name, b.CorrelationId });
    }
}

internal sealed class WorkflowMessageMapping : IEntityTypeConfiguration<WorkflowMessageRow>
{
    public void Configure(EntityTypeBuilder<WorkflowMessageRow> builder)
    {
        builder.HasIndex(m => m.DueAt).HasFilter("\"DueAt\" IS NOT NULL");
        builder.HasIndex(m => m.InstanceId);
        builder.Property(m => m.Attempts).IsConcurrencyToken();
        builder.Property(m => m.Instances!).AsJson();
    }
}

internal sealed class MigrationMapping : IEntityTypeConfiguration<MigrationRow>
{
    public void Configure(EntityTypeBuilder<MigrationRow> builder)
    {
        builder.HasIndex(m => m.DefinitionId);
        builder.Property(m => m.Steps).AsJson();
        builder.Property(m => m.Variables).AsJson();
        builder.Property(m => m.Values).AsJson();
        builder.Property(m => m.UndoneAt).IsConcurrencyToken();
    }
}

internal sealed class MigratedInstanceMapping : IEntityTypeConfiguration<MigratedInstanceRow>
{
    public void Configure(EntityTypeBuilder<MigratedInstanceRow> builder) => builder.HasKey(m => new { m.MigrationId, m.InstanceId });
}

internal sealed class JournalMapping : IEntityTypeConfiguration<JournalRow>
{
    public void Configure(EntityTypeBuilder<JournalRow> builder) => builder.HasKey(j => new { j.InstanceId, j.Burst });
}

internal sealed class IncidentMapping : IEntityTypeConfiguration<IncidentRow>
{
    public void Configure(EntityTypeBuilder<IncidentRow> builder)
    {
        builder.HasKey(i => new { i.InstanceId, i.Id });
        builder.HasIndex(i => i.RingAt).HasFilter("\"RingAt\" IS NOT NULL");
        builder.HasIndex(i => i.ResolvedAt);
    }
}

internal sealed class DefinitionMapping : IEntityTypeConfiguration<DefinitionRow>
{
    public void Configure(EntityTypeBuilder<DefinitionRow> builder) => builder.HasKey(d => new { d.DefinitionId, d.Version });
}

internal sealed class TriggerMapping : IEntityTypeConfiguration<TriggerRow>
{
    public void Configure(EntityTypeBuilder<TriggerRow> builder)
    {
        builder.HasKey(t => new { t.DefinitionId, t.ActivityId });
        builder.HasIndex(t => t.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
        builder.HasIndex(t => t.EventName).HasFilter("\"EventName\" IS NOT NULL");
        builder.Property(t => t.NextAt).IsConcurrencyToken();
    }
}

internal sealed class ReminderMapping : IEntityTypeConfiguration<ReminderRow>
{
    public void Configure(EntityTypeBuilder<ReminderRow> builder)
    {
        builder.HasKey(r => r.Id);
        builder.Property(r => r.Id).HasColumnName("AssignmentId");
        builder.HasIndex(r => r.NextAt).HasFilter("\"NextAt\" IS NOT NULL");
        builder.Property(r => r.Sent).AsJson();
    }
}
