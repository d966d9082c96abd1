using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.People;

/// <summary>A quarter with a programme area of its own (§ 171e Abs. 3 BauGB).</summary>
/// <param name="Key">Lower-case key, for example <c>baumheide</c>.</param>
/// <param name="Name">Name for people.</param>
/// <param name="District">Stadtbezirk the quarter lies in.</param>
/// <param name="Inhabitants">People in the programme area, rounded.</param>
/// <param name="OfficeKey">The neighbourhood office people can walk into.</param>
/// <param name="Basis">The council's decision on the area.</param>
public sealed record Quarter(string Key, string Name, string District, Sourced<int> Inhabitants, string OfficeKey, Sourced<string> Basis);
