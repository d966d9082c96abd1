using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Tests.Support;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Engine.Definitions;
using FondsWorkflow.Engine.Diagrams;
using FondsWorkflow.Engine.Simulation;
using FondsWorkflow.Fund.People;
using Microsoft.Extensions.DependencyInjection;

namespace FondsWorkflow.App.Tests.Workflow;

public sealed class DefinitionTests
{
    private static readonly ActivityCatalogue Catalogue = FundSteps.Registry().Catalogue;

    public static TheoryData<string> Shipped => [.. Directory.EnumerateFiles(Folder, "*.json").Select(f => Path.GetFileName(f)!)];

    private static string Folder => Path.Combine(SourceTree.Root, "workflows");

    [Fact]
    public void The_table_of_steps_names_every_registered_step_with_its_outcomes()
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, "README.md")).Where(l => l.StartsWith('|')).ToList();

        var missing = Catalogue.Descriptors.Where(d => !lines.Exists(l => l.Contains($"`{d.Type}`", StringComparison.Ordinal)
            && (!d.Type.StartsWith("Fonds.", StringComparison.Ordinal) || d.Outcomes.All(o => l.Contains($"`{o}`", StringComparison.Ordinal))))).Select(d => d.Type);

        Assert.Equal([], missing);
        Assert.Equal(Catalogue.Descriptors.Count(d => d.Type.StartsWith("Fonds.", StringComparison.Ordinal)), lines.Count(l => l.Contains("`Fonds.", StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_definition_has_no_problem(string file)
        => Assert.Empty(Result(file).Problems);

    [Theory]
    [MemberData(nameof(Shipped))]
    public void The_picture_beside_a_definition_is_up_to_date(string file)
    {
        var picture = Path.Combine(Folder, Path.ChangeExtension(file, ".svg"));
        var drawn = WorkflowDiagram.Svg(Result(file).Definition!);
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(picture, drawn);
        }

        Assert.Equal(drawn, File.ReadAllText(picture));
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task No_path_through_a_definition_gets_stuck(string file)
    {
        var definition = Result(file).Definition!;

        var report = await WorkflowSimulator.RunAsync(definition, Catalogue);

        Assert.True(report.IsComplete);
        Assert.False(report.HasStuck, report.ToTable());
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Every_waiting_step_has_a_page_and_a_stage_and_tells_the_applicant(string file)
    {
        await using var app = await FondsApp.StartAsync();
        var texts = app.Services.GetRequiredService<Texts>();
        var steps = Result(file).Definition!.Root.Activities.Where(a => Catalogue.Latest(a.Type) is { IsBlocking: true } && a.Type.StartsWith("Fonds.", StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(steps);
        Assert.All(steps, step =>
        {
            var name = Stages.StepName(step.Type);
            Assert.StartsWith("/", StepPages.Of(name, Guid.Empty), StringComparison.Ordinal);
            Assert.NotNull(texts.Find($"Stages.{name}"));
            if (step.Inputs["role"].ToString().Contains("Applicant", StringComparison.Ordinal))
            {
                Assert.NotNull(texts.Find($"Mails.Assigned_{name}_Subject"));
                Assert.NotNull(texts.Find($"Mails.Assigned_{name}_Body"));
            }
        });
    }

    [Theory]
    [MemberData(nameof(Shipped))]
    public async Task Every_waiting_step_reminds_whoever_has_the_work_and_then_somebody_else(string file)
    {
        await using var app = await FondsApp.StartAsync();
        var steps = Result(file).Definition!.Root.Activities.Where(a => a.Inputs.ContainsKey("deadline"))
            .Select(a => (a.Id, Role: Enum.Parse<ActorRole>(a.Inputs["role"].Value.GetString()!), Kind: a.Inputs["deadline"].Value.GetString()!)).ToList();

        var silent = from guideline in app.City.Guidelines
                     from step in steps
                     let rules = guideline.Reminders.Where(r => r.Kind == step.Kind).ToList()
                     where rules.All(r => r.To != step.Role) || !rules.Any(r => r.Escalates && r.To != step.Role)
                     select $"{guideline.FundKey}: {step.Id}";

        Assert.Empty(silent);
    }

    private static DefinitionReadResult Result(string file) => DefinitionReader.Read(File.ReadAllText(Path.Combine(Folder, file)), file, Catalogue);
}
