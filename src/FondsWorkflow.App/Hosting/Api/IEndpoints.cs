namespace FondsWorkflow.App.Hosting.Api;

/// <summary>The JSON routes of one feature; stands beside its command and is found by its type.</summary>
internal interface IEndpoints
{
    static abstract void Map(RouteGroupBuilder api);
}
