using System.Globalization;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.Reminders;

/// <summary>
/// Who is reminded when, computed from the guideline's offsets. Nothing is stored or cancelled: what is done has no plan any more, and a date that
/// moves gets new keys, so that the new date is reminded of again.
/// </summary>
public static class ReminderPlan
{
    /// <summary>Reminders go out at this local hour.</summary>
    public static readonly TimeOnly SendingTime = new(7, 0);

    /// <summary>All reminders of one assignment in the order of their time.</summary>
    /// <param name="reminded">The assignment or date.</param>
    /// <param name="rules">All reminders of the guideline; those of other kinds are left out.</param>
    /// <param name="zone">Europe/Berlin.</param>
    public static IReadOnlyList<DueReminder> For(Reminded reminded, IEnumerable<ReminderRule> rules, TimeZoneInfo zone)
    {
        var createdOn = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(reminded.CreatedAt, zone).Date);
        return
        [
            .. rules
                .Where(rule => rule.Kind == reminded.Kind && (rule.From == ReminderFrom.Created || reminded.DueOn is not null))
                .Select(rule => Reminder(reminded, rule, rule.From == ReminderFrom.Created ? createdOn : reminded.DueOn!.Value, createdOn, zone))
                .OfType<DueReminder>()
                .OrderBy(r => r.At).ThenBy(r => r.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// Those to send now. When the sweep slept and several about the same day to the same role have become due, only the newest is sent; the keys of the others
    /// are skipped by recording them with it (see <see cref="Skipped"/>).
    /// </summary>
    /// <param name="plan">The plan.</param>
    /// <param name="sent">Keys that were sent or skipped.</param>
    /// <param name="now">UTC.</param>
    public static IReadOnlyList<DueReminder> DueNow(IReadOnlyList<DueReminder> plan, IReadOnlySet<string> sent, DateTimeOffset now) =>
        [.. Open(plan, sent, now).GroupBy(r => (r.AssignmentId, r.DueOn, r.To, r.Escalates)).Select(g => g.Last()).OrderBy(r => r.At)];

    /// <summary>Those that are overtaken by a newer one; record their keys together with the sent ones.</summary>
    public static IReadOnlyList<DueReminder> Skipped(IReadOnlyList<DueReminder> plan, IReadOnlySet<string> sent, DateTimeOffset now) =>
        [.. Open(plan, sent, now).Except(DueNow(plan, sent, now))];

    /// <summary>When the next reminder after <paramref name="now"/> is due; null when there is none. The sweep finds it by index.</summary>
    public static DateTimeOffset? NextAt(IReadOnlyList<DueReminder> plan, DateTimeOffset now) =>
        plan.Where(r => r.At > now).Select(r => (DateTimeOffset?)r.At).FirstOrDefault();

    private static IEnumerable<DueReminder> Open(IReadOnlyList<DueReminder> plan, IReadOnlySet<string> sent, DateTimeOffset now) =>
        plan.Where(r => r.At <= now && !sent.Contains(r.Key));

    private static DueReminder? Reminder(Reminded reminded, ReminderRule rule, DateOnly from, DateOnly createdOn, TimeZoneInfo zone)
    {
        var day = rule.Unit == DayUnit.WorkingDays ? WorkingDays.Add(from, rule.Offset) : from.AddDays(rule.Offset);
        if (day < createdOn)
        {
            return null;
        }

        var at = rule is { From: ReminderFrom.Created, Offset: 0 } ? reminded.CreatedAt : LocalTime.ToUtc(day, SendingTime, zone);
        return new DueReminder(Key(reminded, rule, from), reminded.Id, at, rule.To, rule.Template, rule.Escalates, reminded.DueOn);
    }

    private static string Key(Reminded reminded, ReminderRule rule, DateOnly from)
    {
        var unit = rule.Unit == DayUnit.WorkingDays ? "wd" : "d";
        var origin = rule.From == ReminderFrom.Created ? "created" : from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{reminded.Id:N}:{reminded.Kind}:{origin}:{rule.Offset:+0;-0;0}{unit}:{rule.To}").ToLowerInvariant();
    }
}
