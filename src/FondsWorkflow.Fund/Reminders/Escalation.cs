using FondsWorkflow.Fund.People;

namespace FondsWorkflow.Fund.Reminders;

/// <summary>Who is told when somebody does not get to it.</summary>
public static class Escalation
{
    /// <summary>The next role: applicant and circle → management → office → administration; finance → administration. Null at the end.</summary>
    public static ActorRole? Next(ActorRole role) => role switch
    {
        ActorRole.Applicant or ActorRole.CircleMember => ActorRole.Management,
        ActorRole.Management => ActorRole.Office,
        ActorRole.Office or ActorRole.Finance => ActorRole.Administrator,
        _ => null,
    };
}
