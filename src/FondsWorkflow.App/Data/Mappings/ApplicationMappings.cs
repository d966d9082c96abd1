using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Ledger;
using FondsWorkflow.Fund.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FondsWorkflow.App.Data.Mappings;

internal sealed class GrantApplicationMapping : IEntityTypeConfiguration<GrantApplication>
{
    public void Configure(EntityTypeBuilder<GrantApplication> builder)
    {
        builder.Property(a => a.Version).IsConcurrencyToken();
        builder.Property(a => a.Number).HasConversion(n => n!.ToString(), s => ApplicationNumber.Parse(s));
        builder.HasIndex(a => a.Number).IsUnique();
        builder.HasIndex(a => new { a.ApplicantEmail, a.CreatedAt });
        builder.HasIndex(a => new { a.QuarterKey, a.SubmittedAt });
        builder.Property(a => a.Form).AsJson();
        builder.Property(a => a.Account).AsJson();
        builder.JsonList<AttachmentRef>("_attachments", "Attachments");
        builder.JsonList<FormPart>("_openParts", "OpenParts");
        builder.Ignore(a => a.Attachments).Ignore(a => a.ReopenedParts);
    }
}

internal sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> builder)
    {
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.ApplicationId).IsUnique();
        builder.Property(r => r.Recommendation).AsJson();
        builder.JsonList<CriterionAnswer>("_answers", "Answers");
        builder.JsonList<Clarification>("_clarifications", "Clarifications");
        builder.Ignore(r => r.Answers).Ignore(r => r.Clarifications).Ignore(r => r.OpenClarification);
    }
}

internal sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> builder)
    {
        builder.HasIndex(e => new { e.FundKey, e.Year, e.Sequence }).IsUnique();
        builder.HasIndex(e => new { e.ApplicationId, e.Sequence });
        builder.Ignore(e => e.Balance).Ignore(e => e.Case);
    }
}
