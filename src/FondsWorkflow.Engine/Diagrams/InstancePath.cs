namespace FondsWorkflow.Engine.Diagrams;

/// <summary>Where an instance has been and where it stands, to be drawn into the picture of its definition.</summary>
/// <param name="Steps">The steps that were done, in order; a step may occur several times.</param>
/// <param name="Current">The ids of the steps the instance stands on.</param>
/// <param name="Failed">The ids of the steps with an open incident.</param>
public sealed record InstancePath(IReadOnlyList<PathStep> Steps, IReadOnlyCollection<string> Current, IReadOnlyCollection<string>? Failed = null);

/// <summary>One step an instance has done.</summary>
/// <param name="StepId">The id of the step.</param>
/// <param name="Outcomes">The outcomes it ended with; null when they are not known.</param>
public sealed record PathStep(string StepId, IReadOnlyList<string>? Outcomes = null);
