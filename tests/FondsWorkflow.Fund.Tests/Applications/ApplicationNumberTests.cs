using FondsWorkflow.Fund.Applications;

namespace FondsWorkflow.Fund.Tests.Applications;

public class ApplicationNumberTests
{
    [Theory]
    [InlineData("BAU-2026-0007", "BAU-2026-0007")]
    [InlineData(" bau-2026-12345 ", "BAU-2026-12345")]
    [InlineData("BAU-2026-0000", null)]
    [InlineData("BAU-2026-007", null)]
    [InlineData("B-2026-0007", null)]
    [InlineData("BAU-1999-0007", null)]
    [InlineData("BAU-2026-٠٠٠٧", null)]
    [InlineData(null, null)]
    public void A_number_is_read_as_people_write_it(string? text, string? expected)
        => Assert.Equal(expected, ApplicationNumber.TryParse(text)?.ToString());

    [Theory]
    [InlineData("b", 2026, 1)]
    [InlineData("BAU", 26, 1)]
    [InlineData("BAU", 2026, 0)]
    public void A_wrong_number_can_not_be_built(string prefix, int year, int sequence)
        => Assert.Throws<ArgumentException>(() => new ApplicationNumber(prefix, year, sequence));
}
