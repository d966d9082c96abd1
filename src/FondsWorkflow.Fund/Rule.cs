namespace FondsWorkflow.Fund;

/// <summary>One rule of the fund: its code is stable and names the German sentence in <c>RuleTexts.resx</c>; tests name it too.</summary>
/// <param name="Code">Short stable code, for example <c>V2</c>; the key of the sentence people read.</param>
/// <param name="Meaning">What the rule says, in English, for developers and for the audit log.</param>
public sealed record Rule(string Code, string Meaning);
