namespace FondsWorkflow.Fund.Applications;

/// <summary>What is planned. Lengths: <see cref="TextLimits"/>.</summary>
/// <param name="Title">Short title; public.</param>
/// <param name="Summary">Short description; public, goes into lists and minutes.</param>
/// <param name="Description">What happens, and how.</param>
/// <param name="Category">Key of the guideline's categories.</param>
/// <param name="Goals">Keys of the guideline's goals; at least one.</param>
/// <param name="TargetGroups">Who it is for.</param>
/// <param name="Participants">How many people are expected.</param>
/// <param name="OnlyOneClosedGroup">True when only one closed group takes part; then the circle looks closer.</param>
/// <param name="Involvement">How residents take part in it.</param>
/// <param name="Partners">Who cooperates; optional.</param>
public sealed record Project(
    string? Title = null,
    string? Summary = null,
    string? Description = null,
    string? Category = null,
    IReadOnlyList<string>? Goals = null,
    string? TargetGroups = null,
    int? Participants = null,
    bool? OnlyOneClosedGroup = null,
    string? Involvement = null,
    string? Partners = null);
