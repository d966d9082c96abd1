using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Guidelines;

namespace FondsWorkflow.Fund.People;

/// <summary>Reads the files about places, bodies and accounts.</summary>
internal static class PeopleReader
{
    public static City City(SeedNode file) => file.From(n => new City(
        n.Key("key"), n.Text("name"), Said(n, "court"), n.Part("payments", Payments), n.Part("imprint", Imprint), [], [], [], [], []));

    public static IReadOnlyList<Quarter> Quarters(SeedNode file) => file.List("quarters", q => q.From(n => new Quarter(
        n.Key("key"), n.Text("name"), n.Text("district"), n.Sourced("inhabitants", v => v.Number("value", 1, 10_000_000)), n.Key("office"), Said(n, "basis"))));

    public static IReadOnlyList<Office> Offices(SeedNode file) => file.List("offices", o => o.From(n => new Office(
        n.Key("key"), n.Text("name"), MaybeSaid(n, "address"), Said(n, "task"))));

    public static IReadOnlyList<Body> Bodies(SeedNode file) => file.List("bodies", b => b.From(n => new Body(
        n.Key("key"), n.Text("name"), n.OptionalKey("quarter"), Said(n, "rhythm"))));

    public static IReadOnlyList<SteeringCircle> Circles(SeedNode file) => file.List("circles", n => new SteeringCircle(
        n.Key("key"), n.Text("name"), n.Key("quarter"), n.List("members", Member), n.Source(), n.OptionalPart("calendar", Calendar)));

    public static IReadOnlyList<RoleAccount> Accounts(SeedNode file) => file.From(all => all.List("accounts", n => new RoleAccount(
        n.Text("userId"), n.Text("name"), n.Choice<ActorRole>("role"), n.Texts("quarters"))));

    private static CityPayments Payments(SeedNode n) => new(
        n.Sourced("channel", v => v.Choice<PaymentChannel>("value")),
        n.Sourced("holder", v => v.Text("value", most: 70)), n.Sourced("iban", v => v.Parsed<Iban>("value", "Iban", Iban.TryParse)), n.Sourced("address", v => v.Part("value", Address)), n.OptionalSourced("bic", v => v.Parsed<Bic>("value", "Bic", Bic.TryParse)),
        n.Sourced("cutOff", v => v.Time("value")), n.Sourced("verification", v => v.Choice<VerificationOfPayee>("value")),
        n.Sourced("characters", v => v.Choice<SepaProfile>("value")), n.Sourced("batchBooking", v => v.Flag("value")),
        n.OptionalSourced("mostPayments", v => v.Number("value", 3, 100_000)), n.Sourced("bookkeeping", v => v.Key("value")), Settings(n));

    private static IReadOnlyDictionary<string, string> Settings(SeedNode n)
        => n.OptionalSourced("settings", v => v.Words("value"))?.Value ?? new Dictionary<string, string>(StringComparer.Ordinal);

    private static PostalAddress Address(SeedNode n) => new(n.Text("town", most: 35), n.Text("country", most: 2))
    {
        Street = n.OptionalText("street"),
        BuildingNumber = n.OptionalText("buildingNumber"),
        PostCode = n.OptionalText("postCode"),
    };

    private static CircleCalendar Calendar(SeedNode n) => new(
        n.Choice<DayOfWeek>("weekday"), n.Number("week", 1, 4), n.Number("firstMonth", 1, 12), n.Number("everyMonths", 1, 12), n.Source());

    private static CityImprint Imprint(SeedNode n) => new(
        MaybeSaid(n, "department"), MaybeSaid(n, "address"), MaybeSaid(n, "representedBy"), MaybeSaid(n, "phone"), MaybeSaid(n, "email"), MaybeSaid(n, "vatId"),
        MaybeSaid(n, "responsible"), MaybeSaid(n, "dataProtection"), MaybeSaid(n, "accessibilityReview"), MaybeSaid(n, "ombudsman"));

    private static CircleMember Member(SeedNode n) => new(
        n.Text("userId"), n.Text("seat"), n.Flag("voting"), n.OptionalText("deputyOf"), n.OptionalFlag("chair"));

    private static Sourced<string> Said(SeedNode n, string name) => n.Sourced(name, v => v.Text("value"));

    private static Sourced<string>? MaybeSaid(SeedNode n, string name) => n.OptionalSourced(name, v => v.Text("value"));
}
