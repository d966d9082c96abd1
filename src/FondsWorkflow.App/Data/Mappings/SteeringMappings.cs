using FondsWorkflow.Fund.Decisions;
using FondsWorkflow.Fund.Steering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FondsWorkflow.App.Data.Mappings;

internal sealed class MeetingMapping : IEntityTypeConfiguration<Meeting>
{
    public void Configure(EntityTypeBuilder<Meeting> builder)
    {
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => new { m.CircleKey, m.StartsAt });
        builder.JsonList<AgendaItem>("_agendaItems", "AgendaItems");
        builder.JsonList<Attendance>("_attendance", "Attendance");
        builder.JsonList<ItemRecusal>("_recusals", "Recusals");
        builder.Ignore(m => m.AgendaItems).Ignore(m => m.Attendance).Ignore(m => m.VotersPresent).Ignore(m => m.Recusals);
    }
}

internal sealed class BallotMapping : IEntityTypeConfiguration<Ballot>
{
    public void Configure(EntityTypeBuilder<Ballot> builder)
    {
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => b.MeetingId);
        builder.HasIndex(b => b.ApplicationId);
        builder.HasIndex(b => b.ClosesAt).HasFilter("\"ClosesAt\" IS NOT NULL AND \"ClosedAt\" IS NULL");
        builder.Property(b => b.Rule).AsJson();
        builder.Property(b => b.Result).AsJson();
        builder.JsonList<EligibleMember>("_eligible", "Eligible");
        builder.JsonList<Recusal>("_recusals", "Recusals");
        builder.JsonList<Vote>("_votes", "Votes");
        builder.Ignore(b => b.Eligible).Ignore(b => b.Recusals).Ignore(b => b.Votes).Ignore(b => b.Missing);
    }
}

internal sealed class ResolutionMapping : IEntityTypeConfiguration<Resolution>
{
    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => new { r.ApplicationId, r.DecidedAt });
        builder.HasIndex(r => r.BallotId).IsUnique();
        builder.Property(r => r.Tally).AsJson();
        builder.JsonList<Condition>("_conditions", "Conditions");
        builder.Ignore(r => r.Conditions).Ignore(r => r.ConditionsBeforeNotice);
    }
}

internal sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.Property(n => n.Version).IsConcurrencyToken();
        builder.HasIndex(n => n.ApplicationId);
        builder.HasIndex(n => n.Number).IsUnique();
        builder.HasIndex(n => n.SentOn).HasFilter("\"Channel\" = 'Post' AND \"PostedOn\" IS NULL");
        builder.Property(n => n.Text).AsJson();
        builder.Property(n => n.DeliveryRule).AsJson();
        builder.JsonList<string>("_authors", "Authors");
        builder.Ignore(n => n.Authors);
    }
}
