using FondsWorkflow.Fund;

namespace FondsWorkflow.App.Features.Meetings;

/// <summary>Rules of meetings and ballots that need more than one aggregate.</summary>
internal static class MeetingAppRules
{
    public static readonly Rule ApplicationIsReady = new("MA1", "Only applications that wait for the circle stand on an agenda or are voted on.");

    public static readonly Rule ItemHasOneBallot = new("MA2", "An item has one ballot; another only after one without quorum.");

    public static readonly Rule BallotCarriesOneResolution = new("MA3", "A ballot carries one resolution.");

    public static readonly Rule AttendanceIsCurrent = new("MA4", "Attendance is recorded on top of what colleagues recorded.");
}
