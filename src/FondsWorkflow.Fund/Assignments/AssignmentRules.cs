namespace FondsWorkflow.Fund.Assignments;

/// <summary>What holds for every assignment.</summary>
public static class AssignmentRules
{
    /// <summary>Done once.</summary>
    public static readonly Rule DoneOnce = new("W1", "An assignment is completed once.");

    /// <summary>The right role.</summary>
    public static readonly Rule RoleFits = new("W2", "Only the role that the assignment names acts on it.");

    /// <summary>The right quarter.</summary>
    public static readonly Rule QuarterFits = new("W3", "An assignment is for people of its quarter.");

    /// <summary>The right person.</summary>
    public static readonly Rule AssigneeActs = new("W4", "An assignment that is somebody's is done by that person.");

    /// <summary>Four eyes.</summary>
    public static readonly Rule NotExcluded = new("W5", "Whoever did the step before does not do this one.");

    /// <summary>A declared outcome.</summary>
    public static readonly Rule OutcomeIsDeclared = new("W6", "An assignment ends with one of its outcomes.");

    /// <summary>Withdrawn work is over.</summary>
    public static readonly Rule NotCancelled = new("W7", "A cancelled assignment is not completed.");

    /// <summary>Time is not over.</summary>
    public static readonly Rule NotExpired = new("W8", "An assignment is completed before it expires.");

    /// <summary>Outcomes are there.</summary>
    public static readonly Rule HasOutcomes = new("W9", "An assignment has outcomes, each once.");

    /// <summary>A new due day lies ahead.</summary>
    public static readonly Rule DueLiesAhead = new("W10", "A new due day is later than the old one.");
}
