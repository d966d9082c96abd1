using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Assignments;

namespace FondsWorkflow.App.Cli.Demo;

/// <summary>A piece of open work, its application, and what the story says about it.</summary>
internal sealed record DemoWork(Assignment Assignment, GrantApplication Application, DemoApplication Story)
{
    public Guid Id => Application.Id;

    public string Email => Story.Email;
}
