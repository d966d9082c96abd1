using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Hosting;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.Fund;
using FondsWorkflow.Fund.Applications;
using FondsWorkflow.Fund.Guidelines;
using MediatR;

namespace FondsWorkflow.App.Features.Applications.Fill;

/// <summary>
/// Saves a step of the form. <c>Seen</c> is the mark of the part as it was read: what somebody changed meanwhile is not overwritten. It may be left out as long as nobody
/// wrote into the part: the first save overwrites nothing. The answer is the new mark.
/// </summary>
internal sealed record SaveWho(Guid ApplicationId, Who Who, string? Seen = null) : ICommand<string>;

/// <inheritdoc cref="SaveWho"/>
internal sealed record SaveProject(Guid ApplicationId, Project Project, string? Seen = null) : ICommand<string>;

/// <inheritdoc cref="SaveWho"/>
internal sealed record SavePlaceAndTime(Guid ApplicationId, PlaceAndTime PlaceAndTime, string? Seen = null) : ICommand<string>;

/// <summary>Saves the cost plan; an amount that was left out is quantity times price.</summary>
internal sealed record SaveCosts(Guid ApplicationId, IReadOnlyList<CostItem> Costs, string? Seen = null) : ICommand<string>;

/// <inheritdoc cref="SaveWho"/>
internal sealed record SaveFinancing(Guid ApplicationId, Financing Financing, string? Seen = null) : ICommand<string>;

/// <summary>Saves what is declared, by the keys of the guideline's declarations; each gets the version of today's wording and, once, its time.</summary>
internal sealed record SaveDeclarations(Guid ApplicationId, IReadOnlyList<string> Given, string? Seen = null) : ICommand<string>;

internal sealed class SaveWhoHandler(PartSaver parts) : IRequestHandler<SaveWho, string>
{
    public Task<string> Handle(SaveWho request, CancellationToken cancellationToken)
        => parts.SaveAsync(request.ApplicationId, FormPart.Who, request.Seen, (a, now) => a.SavePart(request.Who, now), cancellationToken);
}

internal sealed class SaveProjectHandler(PartSaver parts) : IRequestHandler<SaveProject, string>
{
    public Task<string> Handle(SaveProject request, CancellationToken cancellationToken)
        => parts.SaveAsync(request.ApplicationId, FormPart.Project, request.Seen, (a, now) => a.SavePart(request.Project, now), cancellationToken);
}

internal sealed class SavePlaceAndTimeHandler(PartSaver parts) : IRequestHandler<SavePlaceAndTime, string>
{
    public Task<string> Handle(SavePlaceAndTime request, CancellationToken cancellationToken)
        => parts.SaveAsync(request.ApplicationId, FormPart.PlaceAndTime, request.Seen, (a, now) => a.SavePart(request.PlaceAndTime, now), cancellationToken);
}

internal sealed class SaveCostsHandler(PartSaver parts) : IRequestHandler<SaveCosts, string>
{
    public Task<string> Handle(SaveCosts request, CancellationToken cancellationToken)
    {
        var costs = request.Costs.OfType<CostItem>().Select(c => c.Completed()).ToList();
        return parts.SaveAsync(request.ApplicationId, FormPart.Costs, request.Seen, (a, now) => a.SavePart(costs, now), cancellationToken);
    }
}

internal sealed class SaveFinancingHandler(PartSaver parts) : IRequestHandler<SaveFinancing, string>
{
    public Task<string> Handle(SaveFinancing request, CancellationToken cancellationToken)
    {
        var financing = request.Financing with { ThirdParties = request.Financing.ThirdParties?.OfType<ThirdPartyMoney>().ToList() };
        return parts.SaveAsync(request.ApplicationId, FormPart.Financing, request.Seen, (a, now) => a.SavePart(financing, now), cancellationToken);
    }
}

internal sealed class SaveDeclarationsHandler(PartSaver parts, CityBook city, BerlinTime clock) : IRequestHandler<SaveDeclarations, string>
{
    public Task<string> Handle(SaveDeclarations request, CancellationToken cancellationToken)
        => parts.SaveAsync(request.ApplicationId, FormPart.Declarations, request.Seen, (a, now) => a.SavePart(Given(a, request.Given, now), now), cancellationToken);

    private Declarations Given(GrantApplication application, IReadOnlyList<string> keys, DateTimeOffset now)
    {
        var texts = city.GuidelineFor(application, clock.Today).Declarations;
        Require.None([.. keys.Index().Where(k => texts.All(t => t.Key != k.Item)).Select(k => new RuleProblem(ApplicationRules.ChoiceIsFromList, $"Given[{k.Index}]", []))]);
        return new([.. texts.Where(t => keys.Contains(t.Key, StringComparer.Ordinal)).Select(t => Earlier(application, t) ?? new GivenDeclaration(t.Key, t.Version, now))]);
    }

    private static GivenDeclaration? Earlier(GrantApplication application, DeclarationText text)
        => application.Form.Declarations.Given?.FirstOrDefault(g => g.Key == text.Key && g.Version == text.Version);
}

/// <summary>Loads the own application, saves one part of its form, and refuses what was read before somebody else changed it.</summary>
internal sealed class PartSaver(Workflow.Access access, BerlinTime clock)
{
    public async Task<string> SaveAsync(Guid id, FormPart part, string? seen, Action<GrantApplication, DateTimeOffset> save, CancellationToken cancellationToken)
    {
        var application = await access.OwnAsync(id, cancellationToken);
        var (before, isFirst) = (PartMark.Of(application.Form, part), PartMark.IsEmpty(application.Form, part));
        save(application, clock.Now);
        var after = PartMark.Of(application.Form, part);
        if (after != before && !(isFirst && seen is null or ""))
        {
            CommandRules.RequireLatest(seen, before, "Seen");
        }

        return after;
    }
}

internal sealed class FillEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapCommand<SaveWho, string>("applications/save-who", Policies.Applicant);
        api.MapCommand<SaveProject, string>("applications/save-project", Policies.Applicant);
        api.MapCommand<SavePlaceAndTime, string>("applications/save-place-and-time", Policies.Applicant);
        api.MapCommand<SaveCosts, string>("applications/save-costs", Policies.Applicant);
        api.MapCommand<SaveFinancing, string>("applications/save-financing", Policies.Applicant);
        api.MapCommand<SaveDeclarations, string>("applications/save-declarations", Policies.Applicant);
        api.MapQuery<ReadForm, FormView>("applications/form", Policies.Applicant);
    }
}
