using FondsWorkflow.Fund.Reminders;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>
/// Plays the story day by day. Every morning the jobs ring, then everybody looks at the open work and does what they have had long enough; in the evening circles meet.
/// Who is slow is reminded, who never answers runs out of time: nobody is told to.
/// </summary>
internal sealed class DemoPlay
{
    private static readonly TimeOnly Morning = new(9, 0);

    private readonly DemoStage _stage;
    private readonly DemoCitizens _citizens;
    private readonly DemoCircles _circles;
    private readonly DemoOffice _office;
    private readonly DemoFinance _finance;
    private readonly Dictionary<string, Habit> _habits;

    public DemoPlay(DemoStage stage)
    {
        (_stage, _citizens, _circles, _office, _finance) = (stage, new DemoCitizens(stage), new DemoCircles(stage), new DemoOffice(stage), new DemoFinance(stage));
        var (management, proofs) = (new DemoManagement(stage), new DemoProofs(stage));
        _habits = new(StringComparer.Ordinal)
        {
            ["ReviewApplication"] = Staff(2, management.ReviewAsync),
            ["RequestClarification"] = Group(5, _citizens.AnswerAsync, w => w.Story.Review?.Clarify?.Answer is not null),
            ["DecideInCircle"] = Group(4, _citizens.WithdrawAsync, w => w.Story.Withdraws is not null),
            ["AcceptReducedGrant"] = Group(3, _citizens.AcceptAsync, w => w.Story.Accepts),
            ["FulfilConditions"] = Staff(6, management.ConfirmConditionsAsync),
            ["DraftNotice"] = Staff(2, _office.WriteAsync),
            ["ReleaseNotice"] = Staff(1, _office.ReleaseAsync),
            ["AskForMoney"] = Group(2, AskAsync(proofs), w => w.Story.Advance is not null || IsOver(w)),
            ["CertifyFactually"] = Staff(1, _finance.CertifyFactsAsync),
            ["CertifyArithmetically"] = Staff(1, _finance.CertifyFiguresAsync),
            ["OrderPayment"] = Staff(1, _finance.OrderAsync),
            ["FileProof"] = Group(2, proofs.FileAsync, IsOver),
            ["CheckProof"] = Staff(3, management.CheckProofAsync),
            ["CorrectProof"] = Group(4, proofs.AnswerAsync),
            ["RecordReclaim"] = Staff(2, _office.ReclaimAsync),
            ["CollectReclaim"] = Staff(10, _finance.CollectAsync),
        };
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        for (var day = _stage.Story.StartsOn; day <= _stage.Story.EndsOn; day = day.AddDays(1))
        {
            await _stage.MoveToAsync(day.ToDateTime(Morning), cancellationToken);
            if (day == _stage.Story.StartsOn)
            {
                await _circles.PlanAsync();
            }

            await DayAsync(day, cancellationToken);
            foreach (var meeting in _stage.Story.Meetings.Where(m => DateOnly.FromDateTime(m.At) == day))
            {
                await _stage.MoveToAsync(meeting.At, cancellationToken);
                await _circles.MeetAsync(meeting);
            }

            await _stage.SendMailsAsync(cancellationToken);
        }
    }

    private async Task DayAsync(DateOnly day, CancellationToken cancellationToken)
    {
        foreach (var story in _stage.Story.Applications.Where(a => a.AppliesOn == day))
        {
            await _citizens.ApplyAsync(story, cancellationToken);
        }

        if (WorkingDays.Contains(day))
        {
            await _circles.InviteAsync();
            await _office.PostLettersAsync();
            await _finance.BankAsync();
        }

        foreach (var work in await OpenWorkAsync())
        {
            if (_habits.TryGetValue(work.Assignment.Activity, out var habit) && habit.IsTime(work, day))
            {
                await habit.Do(work);
            }
        }
    }

    private async Task<IReadOnlyList<DemoWork>> OpenWorkAsync()
        => await _stage.Read(async db =>
        {
            var open = await db.Assignments.AsNoTracking().Where(a => a.CompletedAt == null && a.CancelledAt == null)
                .OrderBy(a => a.CreatedAt).ThenBy(a => a.Id)
                .Join(db.Applications.AsNoTracking(), a => a.ApplicationId, p => p.Id, (a, p) => new { Assignment = a, Application = p }).ToListAsync();
            return open.ConvertAll(o => new DemoWork(o.Assignment, o.Application, _stage.Story.Of(o.Application.ApplicantEmail)));
        });

    private static Func<DemoWork, Task> AskAsync(DemoProofs proofs) => work => work.Story.Advance is not null ? proofs.AskForAdvanceAsync(work) : proofs.FileAsync(work);

    /// <summary>A week after its end a project has its receipts together.</summary>
    private bool IsOver(DemoWork work) => work.Story.To.AddDays(7) <= _stage.Today;

    private static Habit Staff(int workingDays, Func<DemoWork, Task> work)
        => new(work, (w, today) => WorkingDays.Contains(today) && WorkingDays.Add(CreatedOn(w), workingDays) <= today);

    private static Habit Group(int days, Func<DemoWork, Task> work, Func<DemoWork, bool>? when = null)
        => new(work, (w, today) => CreatedOn(w).AddDays(days) <= today && when?.Invoke(w) != false);

    private static DateOnly CreatedOn(DemoWork work) => Hosting.BerlinTime.DayOf(work.Assignment.CreatedAt);

    private sealed record Habit(Func<DemoWork, Task> Do, Func<DemoWork, DateOnly, bool> IsTime);
}
