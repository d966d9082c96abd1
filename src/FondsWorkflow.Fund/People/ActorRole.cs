namespace FondsWorkflow.Fund.People;

/// <summary>What a person is for the fund. One person has one role per sign-in.</summary>
public enum ActorRole
{
    /// <summary>Antragsteller*in: acts on the own application only, signs in by mail link.</summary>
    Applicant,

    /// <summary>Quartiersmanagement: advises, receives and reviews in its quarters.</summary>
    Management,

    /// <summary>Member of a steering circle: decides in its quarter.</summary>
    CircleMember,

    /// <summary>Sachbearbeitung Bauamt: drafts, releases and sends notices.</summary>
    Office,

    /// <summary>Finanzbuchhaltung: certifies, orders, releases and exports payments.</summary>
    Finance,

    /// <summary>Rechnungsprüfung: reads everything, changes nothing (§ 104 GO NRW).</summary>
    Auditor,

    /// <summary>Keeps accounts and settings; decides no application.</summary>
    Administrator,

    /// <summary>The engine itself: timers, reminders, deliveries.</summary>
    System,
}
