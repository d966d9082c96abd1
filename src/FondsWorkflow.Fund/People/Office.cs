using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.People;

/// <summary>An office people can write to or walk into.</summary>
/// <param name="Key">Lower-case key, for example <c>bauamt</c>.</param>
/// <param name="Name">Name on letters.</param>
/// <param name="Address">Street, postal code and town; null when not known.</param>
/// <param name="Task">What the office does for the fund.</param>
public sealed record Office(string Key, string Name, Sourced<string>? Address, Sourced<string> Task);
