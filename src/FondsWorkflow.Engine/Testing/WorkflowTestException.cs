namespace FondsWorkflow.Engine.Testing;

/// <summary>The workflow is not where the test expects it.</summary>
public sealed class WorkflowTestException(string message) : Exception(message);
