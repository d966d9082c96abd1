using FondsWorkflow.App.Data;
using FondsWorkflow.App.Hosting.Api;
using FondsWorkflow.App.Hosting.Seeding;
using FondsWorkflow.App.Hosting.SignIn;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Banking;
using FondsWorkflow.Fund.Applications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace FondsWorkflow.App.Features.Applications.Search;

/// <summary>Finds, among the applications the actor may see, those by the beginning of their number or by the applicant's mail address; without a term the newest.</summary>
internal sealed record SearchApplications(string? Term = null) : IRequest<IReadOnlyList<FoundApplication>>;

internal sealed record FoundApplication(Guid Id, string Number, string Title, string Group, string Quarter, DateTimeOffset SubmittedAt, Money Requested, Money? Granted, string Stage);

internal sealed class SearchApplicationsHandler(FondsDb db, Access access, CityBook city) : IRequestHandler<SearchApplications, IReadOnlyList<FoundApplication>>
{
    private const int Most = 50;
    private const int Longest = 200;

    public async Task<IReadOnlyList<FoundApplication>> Handle(SearchApplications request, CancellationToken cancellationToken)
    {
        var rows = await Matching(Term(request)).OrderByDescending(a => a.SubmittedAt).Take(Most).ToListAsync(cancellationToken);
        var ids = rows.Select(a => a.Id).ToList();
        var stages = await db.WorkflowInstances.Where(i => ids.Contains(i.ApplicationId!.Value)).ToDictionaryAsync(i => i.ApplicationId!.Value, i => i.Stage, cancellationToken);
        return
        [
            .. rows.Select(a => new FoundApplication(
                a.Id, a.Number!.ToString(), a.Form.Project.Title ?? "", a.Form.Who.Name ?? a.Form.Who.ContactName ?? "", city.Quarter(a.QuarterKey).Name,
                a.SubmittedAt!.Value, a.RequestedAmount, a.GrantedAmount, stages.GetValueOrDefault(a.Id, Stages.Draft))),
        ];
    }

    private static string Term(SearchApplications request) => (request.Term is { Length: > Longest } term ? term[..Longest] : request.Term)?.Trim() ?? "";

    private IQueryable<GrantApplication> Matching(string term)
    {
        var all = access.Applications().AsNoTracking();
        if (term.Length == 0)
        {
            return all;
        }

        if (term.Contains('@', StringComparison.Ordinal))
        {
            var email = term.ToLowerInvariant();
            return all.Where(a => a.ApplicantEmail == email);
        }

        if (ApplicationNumber.TryParse(term.ToUpperInvariant()) is { } number)
        {
            return all.Where(a => a.Number == number);
        }

        var beginning = term.ToUpperInvariant().Replace("\\", "", StringComparison.Ordinal).Replace("%", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal) + "%";
        return all.Where(a => EF.Functions.Like((string)(object)a.Number!, beginning));
    }
}

internal sealed class SearchEndpoints : IEndpoints
{
    public static void Map(RouteGroupBuilder api) => api.MapQuery<SearchApplications, IReadOnlyList<FoundApplication>>("applications/search", Policies.Staff);
}
