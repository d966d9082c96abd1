namespace FondsWorkflow.Fund.People;

/// <summary>The city that keeps the funds, with all people, places and bodies its funds need.</summary>
/// <param name="Key">Lower-case key, for example <c>bielefeld</c>.</param>
/// <param name="Name">Name on letters.</param>
/// <param name="Court">Administrative court named in the legal remedy text.</param>
/// <param name="Payments">The account the funds pay from, and how files leave for bank and bookkeeping.</param>
/// <param name="Imprint">Who offers the program, for the pages the law asks for.</param>
/// <param name="Quarters">Quarters with a fund.</param>
/// <param name="Offices">Offices.</param>
/// <param name="Circles">Deciding bodies.</param>
/// <param name="Bodies">Bodies that are reported to.</param>
/// <param name="Accounts">Role accounts.</param>
public sealed record City(
    string Key,
    string Name,
    Guidelines.Sourced<string> Court,
    CityPayments Payments,
    CityImprint Imprint,
    IReadOnlyList<Quarter> Quarters,
    IReadOnlyList<Office> Offices,
    IReadOnlyList<SteeringCircle> Circles,
    IReadOnlyList<Body> Bodies,
    IReadOnlyList<RoleAccount> Accounts);
