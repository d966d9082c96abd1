using FondsWorkflow.Fund.Proofs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FondsWorkflow.App.Data.Mappings;

internal sealed class ProofOfUseMapping : IEntityTypeConfiguration<ProofOfUse>
{
    public void Configure(EntityTypeBuilder<ProofOfUse> builder)
    {
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.ApplicationId).IsUnique();
        builder.Property(p => p.Report).AsJson();
        builder.Property(p => p.Financing).AsJson();
        builder.JsonList<Receipt>("_receipts", "Receipts");
        builder.JsonList<Objection>("_objections", "Objections");
        builder.JsonList<Recognition>("_recognitions", "Recognitions");
        builder.JsonList<string>("_authors", "Authors");
        builder.Ignore(p => p.Receipts).Ignore(p => p.Objections).Ignore(p => p.Recognitions).Ignore(p => p.Authors).Ignore(p => p.OpenObjection);
    }
}

internal sealed class ReclaimMapping : IEntityTypeConfiguration<Reclaim>
{
    public void Configure(EntityTypeBuilder<Reclaim> builder)
    {
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.ApplicationId);
        builder.JsonList<ReclaimPayment>("_payments", "Payments");
        builder.Ignore(r => r.Payments);
    }
}
