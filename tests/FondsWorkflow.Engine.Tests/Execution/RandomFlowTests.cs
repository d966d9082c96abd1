using CsCheck;
using FondsWorkflow.Engine.Definitions;

namespace FondsWorkflow.Engine.Tests.Execution;

public sealed class RandomFlowTests
{
    /// <summary>
    /// Branches, joins in every mode, races, loops, nested charts and Elsa's composites, resumed in random order, against a model without arrows:
    /// the same steps run, in an order the structure allows. A case that fails is shrunk and added to <c>kept-cases.txt</c>.
    /// </summary>
    [Fact]
    public void A_random_definition_takes_the_path_its_structure_means()
    {
        var smallest = new Smallest();
        try
        {
            FlowCase.Random.Sample(smallest.Try, iter: 20_000, print: c => c.ToString());
        }
        catch (CsCheckException) when (smallest.Failed is not null)
        {
            FlowCase.Keep(smallest.Failed);
            throw;
        }
    }

    [Fact]
    public void A_case_is_read_as_it_was_written_and_its_definition_has_no_error() => FlowCase.Random.Sample(
        c =>
        {
            Assert.Equal(c.ToString(), FlowCase.Parse(c.ToString()).ToString());
            var read = DefinitionReader.Read(DefinitionWriter.Write(BlockChart.Of(c.Block)), "random.json", FlowCase.Registry.Catalogue);
            Assert.DoesNotContain(read.Problems, p => p.Severity == ProblemSeverity.Error);
        },
        iter: 500);

    private sealed class Smallest
    {
        private readonly Lock _lock = new();

        public FlowCase? Failed { get; private set; }

        public void Try(FlowCase tried)
        {
            try
            {
                tried.Run();
            }
            catch
            {
                lock (_lock)
                {
                    if (Failed is null || tried.ToString().Length < Failed.ToString().Length) Failed = tried;
                }

                throw;
            }
        }
    }
}
