namespace FondsWorkflow.Engine.Execution;

/// <summary>How a Fault step names its fault.</summary>
/// <param name="Code">A code for machines; <c>0</c> when the step gives none.</param>
/// <param name="Category">The kind of fault; <c>General</c> when the step gives none.</param>
/// <param name="Type">Whose fault it is, such as <c>Business</c>; <c>System</c> when the step gives none.</param>
public sealed record FaultReason(string Code, string Category, string Type);
