using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.People;

/// <summary>A body that meets or is reported to, but does not decide on applications.</summary>
/// <param name="Key">Lower-case key, for example <c>bv_heepen</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="QuarterKey">Its quarter; null when it works city-wide.</param>
/// <param name="Rhythm">How often it meets, or what it receives.</param>
public sealed record Body(string Key, string Name, string? QuarterKey, Sourced<string> Rhythm);
