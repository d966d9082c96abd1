using FondsWorkflow.Fund.Guidelines;
using FondsWorkflow.Fund.Steering;

namespace FondsWorkflow.Fund.Tests.Steering;

internal static class Given
{
    public static readonly Guid Application = Someone.Id(100);
    public static readonly VotingRule Rule = new(QuorumRule.MoreThanHalfOfVotingSeats, MajorityRule.SimpleOfPresent, TieRule.Rejected);

    public static Meeting PlannedMeeting() => Meeting.Plan(Someone.Id(1), Someone.Circle, Someone.Now.AddDays(14), "Freizeitzentrum", Someone.Management, Someone.Now);

    public static Meeting InvitedMeeting()
    {
        var meeting = PlannedMeeting();
        meeting.AddItem(Someone.Id(2), Application, "Blühendes Baumheide", Someone.Management);
        meeting.Invite(Someone.Management, Someone.Now);
        return meeting;
    }

    public static Meeting OpenMeeting(params string[] present)
    {
        var meeting = InvitedMeeting();
        meeting.Open(Someone.Chair, Someone.Now.AddDays(14));
        foreach (var member in present)
        {
            meeting.RecordAttendance(Someone.Circle, member, Presence.Present, Someone.Management, Someone.Now.AddDays(14));
        }

        return meeting;
    }

    public static Ballot OpenBallot(params string[] present) =>
        Ballot.OpenInMeeting(Someone.Id(3), OpenMeeting(present), Someone.Id(2), Someone.ApplicantId, Rule, Someone.Management, Someone.Now);

    public static Ballot ClosedBallot(int yes, int no)
    {
        string[] members = ["m1", "m2", "m3", "m4", "m5"];
        var ballot = OpenBallot(members[..(yes + no)]);
        for (var index = 0; index < yes + no; index++)
        {
            ballot.Cast(members[index], index < yes ? VoteChoice.Yes : VoteChoice.No, Someone.Management, Someone.Now);
        }

        ballot.Close(Someone.Management, Someone.Now);
        return ballot;
    }
}
