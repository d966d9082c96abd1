using FondsWorkflow.Engine.Execution;
using FondsWorkflow.Engine.Tests.Testing;
using static FondsWorkflow.Engine.Tests.Testing.Flow;

namespace FondsWorkflow.Engine.Tests.Activities.BuiltIn;

public sealed class WriteLineTests
{
    [Fact]
    public async Task It_writes_its_text_to_the_journal()
    {
        var test = await Chart().Add(Line("one", "Good morning"), Node("none", "WriteLine"), Say("two", "1 + 1")).Connect("one -> none -> two").Test().StartAsync();

        Assert.Equal(["Good morning", "", "2"], test.Notes);
        Assert.Contains(test.Journal, e => e is { Kind: JournalKind.Note, ActivityId: "one", Text: "Good morning" });
    }
}
