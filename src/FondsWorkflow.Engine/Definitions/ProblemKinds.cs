namespace FondsWorkflow.Engine.Definitions;

/// <summary>Everything that can be wrong with a definition. The sentences stand in <c>DefinitionProblems.resx</c> under the same codes.</summary>
public static class ProblemKinds
{
    /// <summary>The file is not valid JSON: …</summary>
    public static readonly ProblemKind NotJson = Error("D001");

    /// <summary>The file has … characters; … is the limit.</summary>
    public static readonly ProblemKind TooLarge = Error("D002");

    /// <summary>Here stands … where … is expected.</summary>
    public static readonly ProblemKind WrongShape = Error("D003");

    /// <summary>The property … stands here twice.</summary>
    public static readonly ProblemKind DuplicateProperty = Error("D004");

    /// <summary>The property … is missing or empty.</summary>
    public static readonly ProblemKind MissingProperty = Error("D005");

    /// <summary>The text contains half a surrogate pair and can't be read.</summary>
    public static readonly ProblemKind InvalidText = Error("D006");

    /// <summary>The definition has more than … steps.</summary>
    public static readonly ProblemKind TooManySteps = Error("D007");

    /// <summary>The definition has more than … connections.</summary>
    public static readonly ProblemKind TooManyConnections = Error("D008");

    /// <summary>There are more problems; these are the first ….</summary>
    public static readonly ProblemKind MoreProblems = Error("D009");

    /// <summary>… has no property …; Elsa ignores it, and so does this engine.</summary>
    public static readonly ProblemKind UnknownProperty = Warning("D010");

    /// <summary>A version is a whole number from 1.</summary>
    public static readonly ProblemKind BadVersion = Error("D011");

    /// <summary>Steps are nested more than … levels deep.</summary>
    public static readonly ProblemKind TooNested = Error("D012");

    /// <summary>The number is too large.</summary>
    public static readonly ProblemKind NumberTooLarge = Error("D013");

    /// <summary>The id … is used by more than one step.</summary>
    public static readonly ProblemKind DuplicateId = Error("D101");

    /// <summary>There is no activity type ….</summary>
    public static readonly ProblemKind UnknownType = Error("D102");

    /// <summary>The activity type … has no version ….</summary>
    public static readonly ProblemKind UnknownTypeVersion = Error("D103");

    /// <summary>The step … needs the input ….</summary>
    public static readonly ProblemKind MissingInput = Error("D104");

    /// <summary>… is not one of ….</summary>
    public static readonly ProblemKind UnknownMode = Error("D105");

    /// <summary>The case … stands here twice.</summary>
    public static readonly ProblemKind DuplicateLabel = Error("D106");

    /// <summary>The step … breaks a loop, but stands in none.</summary>
    public static readonly ProblemKind BreakOutsideLoop = Warning("D108");

    /// <summary>The retry policy can't be read: …</summary>
    public static readonly ProblemKind BadRetry = Error("D109");

    /// <summary>The loop … counts in steps of 0 and would never end.</summary>
    public static readonly ProblemKind StepZero = Error("D110");

    /// <summary>There is no strategy …; …</summary>
    public static readonly ProblemKind UnknownStrategy = Error("D111");

    /// <summary>The step … can't start the workflow: …</summary>
    public static readonly ProblemKind BadTrigger = Error("D112");

    /// <summary>The step … asks to run in the background: Elsa runs it in a job of its own, this engine in the burst.</summary>
    public static readonly ProblemKind RunsInBurst = Warning("D113");

    /// <summary>The input has no typeName; Elsa would silently take it as null.</summary>
    public static readonly ProblemKind MissingTypeName = Error("D120");

    /// <summary>There is no expression language …; Elsa would silently take the input as null.</summary>
    public static readonly ProblemKind UnknownExpression = Error("D121");

    /// <summary>This engine does not run … expressions; use JavaScript, Liquid, Object, Literal, Variable or Input.</summary>
    public static readonly ProblemKind UnsupportedExpression = Error("D122");

    /// <summary>A … expression needs ….</summary>
    public static readonly ProblemKind WrongExpressionValue = Error("D123");

    /// <summary>The script can't be parsed: …</summary>
    public static readonly ProblemKind ScriptDoesNotParse = Error("D124");

    /// <summary>The Liquid text can't be parsed: …</summary>
    public static readonly ProblemKind LiquidDoesNotParse = Error("D125");

    /// <summary>The Object expression holds no valid JSON: …</summary>
    public static readonly ProblemKind ObjectDoesNotParse = Error("D126");

    /// <summary>There is no variable with the id … in scope here.</summary>
    public static readonly ProblemKind UnknownVariable = Error("D127");

    /// <summary>The workflow has no input ….</summary>
    public static readonly ProblemKind UnknownWorkflowInput = Error("D128");

    /// <summary>The script has … characters; … is the limit.</summary>
    public static readonly ProblemKind ScriptTooLong = Error("D129");

    /// <summary>The cron expression can't be read: …</summary>
    public static readonly ProblemKind BadCron = Error("D130");

    /// <summary>… is no duration; write days.hours:minutes:seconds, as in 2.00:00:00, at most 100 years.</summary>
    public static readonly ProblemKind BadDuration = Error("D131");

    /// <summary>… is no point in time; write it as in 2026-11-24T09:00:00+01:00.</summary>
    public static readonly ProblemKind BadInstant = Error("D132");

    /// <summary>… does not convert to ….</summary>
    public static readonly ProblemKind BadLiteral = Error("D133");

    /// <summary>The wait of … is longer than 24.8 days: Elsa 3.7.1 fails on it in the middle of its commit. This engine waits correctly.</summary>
    public static readonly ProblemKind WaitTooLong = Warning("D134");

    /// <summary>The script uses the variable …, which is not declared here.</summary>
    public static readonly ProblemKind UnknownVariableInScript = Error("D135");

    /// <summary>The script uses the input …, which the workflow does not declare.</summary>
    public static readonly ProblemKind UnknownInputInScript = Error("D136");

    /// <summary>The script asks for an output of the step …, but no step has that name.</summary>
    public static readonly ProblemKind UnknownStepInScript = Error("D137");

    /// <summary>The script calls …, but there is no variable or input of that name here.</summary>
    public static readonly ProblemKind UnknownAccessor = Error("D138");

    /// <summary>The script sets the variable …, which is not declared here; it is made when it is set.</summary>
    public static readonly ProblemKind UndeclaredVariable = Warning("D139");

    /// <summary>The script uses the name …, which exists neither in JavaScript nor here.</summary>
    public static readonly ProblemKind UnknownNameInScript = Error("D146");

    /// <summary>There is no type …; Elsa would drop the variable and fail at its first use.</summary>
    public static readonly ProblemKind UnknownVariableType = Error("D140");

    /// <summary>The variable … has no instance storage driver: Elsa loses its value at the first wait. This engine keeps it.</summary>
    public static readonly ProblemKind VariableNotStored = Warning("D141");

    /// <summary>The variable … is declared twice in the same scope.</summary>
    public static readonly ProblemKind DuplicateVariable = Error("D142");

    /// <summary>The default … of the variable … does not convert to ….</summary>
    public static readonly ProblemKind BadDefault = Error("D143");

    /// <summary>The input … has no instance storage driver: Elsa forgets it at the first wait. This engine keeps it.</summary>
    public static readonly ProblemKind InputNotStored = Warning("D144");

    /// <summary>… is declared twice.</summary>
    public static readonly ProblemKind DuplicateDeclaration = Error("D145");

    /// <summary>The connection from … to … is dangling: there is no step … here. Elsa would drop it.</summary>
    public static readonly ProblemKind DanglingConnection = Error("D150");

    /// <summary>The step … has no outcome …; it has ….</summary>
    public static readonly ProblemKind UnknownPort = Error("D151");

    /// <summary>The flowchart … has no step to start with.</summary>
    public static readonly ProblemKind NoStart = Error("D152");

    /// <summary>The flowchart … has several steps to start with: ….</summary>
    public static readonly ProblemKind SeveralStarts = Error("D153");

    /// <summary>The step … can't be reached.</summary>
    public static readonly ProblemKind Unreachable = Error("D154");

    /// <summary>From the step … no end can be reached.</summary>
    public static readonly ProblemKind NoEndReachable = Error("D155");

    /// <summary>The outcome … of the step … leads nowhere.</summary>
    public static readonly ProblemKind OutcomeLeadsNowhere = Error("D156");

    /// <summary>The connection from … back to … can be reached around …; Elsa throws 'Invalid backward connection'.</summary>
    public static readonly ProblemKind InvalidBackward = Error("D157");

    /// <summary>Branches meet at …, and only some of them can be passed again by the loop back to …: Elsa's counter mode silently skips the step on the second pass. Put a FlowJoin with WaitAny before it.</summary>
    public static readonly ProblemKind LoopCounterDiffers = Warning("D158");

    /// <summary>The join … waits for every branch, but … may leave one out: Elsa's counter mode and token mode differ here.</summary>
    public static readonly ProblemKind JoinMayStarve = Warning("D159");

    /// <summary>The join … cancels the waiting step …: Elsa's token mode loses the event there, its counter mode does not.</summary>
    public static readonly ProblemKind RaceDiffers = Warning("D160");

    /// <summary>The merge mode … of the step … has no effect in Elsa's default counter mode: the modes differ here.</summary>
    public static readonly ProblemKind MergeModeIgnored = Warning("D161");

    /// <summary>The connection from … to … stands here twice.</summary>
    public static readonly ProblemKind DuplicateConnection = Warning("D162");

    /// <summary>The step … names the undo …, which is no other step of the same flowchart.</summary>
    public static readonly ProblemKind UnknownUndo = Error("D163");

    /// <summary>… undoes another step; no arrow leads to or from it, and it has no undo itself.</summary>
    public static readonly ProblemKind UndoOnThePath = Error("D164");

    /// <summary>Every kind, in order of code.</summary>
    public static IReadOnlyList<ProblemKind> All { get; } =
    [
        NotJson, TooLarge, WrongShape, DuplicateProperty,
        MissingProperty, InvalidText, TooManySteps, TooManyConnections,
        MoreProblems, UnknownProperty, BadVersion, TooNested,
        NumberTooLarge, DuplicateId, UnknownType, UnknownTypeVersion,
        MissingInput, UnknownMode, DuplicateLabel, BreakOutsideLoop,
        BadRetry, StepZero, UnknownStrategy, BadTrigger,
        RunsInBurst, MissingTypeName, UnknownExpression,
        UnsupportedExpression, WrongExpressionValue, ScriptDoesNotParse, LiquidDoesNotParse,
        ObjectDoesNotParse, UnknownVariable, UnknownWorkflowInput, ScriptTooLong,
        BadCron, BadDuration, BadInstant, BadLiteral,
        WaitTooLong, UnknownVariableInScript, UnknownInputInScript, UnknownStepInScript,
        UnknownAccessor, UndeclaredVariable, UnknownNameInScript,
        UnknownVariableType, VariableNotStored, DuplicateVariable, BadDefault,
        InputNotStored, DuplicateDeclaration, DanglingConnection, UnknownPort,
        NoStart, SeveralStarts, Unreachable, NoEndReachable,
        OutcomeLeadsNowhere, InvalidBackward, LoopCounterDiffers, JoinMayStarve,
        RaceDiffers, MergeModeIgnored, DuplicateConnection, UnknownUndo,
        UndoOnThePath,
    ];

    private static ProblemKind Error(string code) => new(code, ProblemSeverity.Error);

    private static ProblemKind Warning(string code) => new(code, ProblemSeverity.Warning);
}
