using System.Reflection;
using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Data;
using MediatR;
using Microsoft.Extensions.Options;

namespace FondsWorkflow.App.Hosting.Api;

/// <summary>The JSON API under <c>/api/v1</c>: the same commands and queries as the pages, never a second way in.</summary>
internal static class ApiSetup
{
    /// <summary>Header every command needs: a second call with the same key gets the first answer. Browsers can't send it across sites without being asked, so it also stops forged calls.</summary>
    public const string IdempotencyHeader = "Idempotency-Key";

    private const int MaxKeyLength = 100;
    private const string Json = "application/json";

    public static IServiceCollection AddFondsApi(this IServiceCollection services)
    {
        services.AddOpenApi();
        services.ConfigureHttpJsonOptions(o =>
        {
            o.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(namingPolicy: null, allowIntegerValues: false));
            o.SerializerOptions.RespectNullableAnnotations = true;
            o.SerializerOptions.RespectRequiredConstructorParameters = true;
            o.SerializerOptions.AllowDuplicateProperties = false;
        });
        return services;
    }

    public static void MapFondsApi(this WebApplication app)
    {
        app.MapOpenApi("/api/v1/openapi.json").AllowAnonymous();
        var api = app.MapGroup("/api/v1");
        foreach (var endpoints in Assembly.GetExecutingAssembly().GetTypes().Where(t => t.IsClass && t.IsAssignableTo(typeof(IEndpoints))).OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            endpoints.GetMethod(nameof(IEndpoints.Map), BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [api]);
        }
    }

    /// <summary>Maps a command: POST with the command as JSON body, answer as JSON.</summary>
    /// <param name="api">The group.</param>
    /// <param name="path">noun/verb, for example <c>reviews/forward</c>.</param>
    /// <param name="policy">Who may call it; null: everybody, also without sign-in.</param>
    public static void MapCommand<TCommand, TAnswer>(this RouteGroupBuilder api, string path, string? policy)
        where TCommand : class, ICommand<TAnswer>
        => MapPost<TCommand, TAnswer>(api, path, policy);

    /// <summary>Maps what sends several commands, each a transaction of its own: POST like a command; their keys are made of the call's.</summary>
    public static void MapCommands<TRequest, TAnswer>(this RouteGroupBuilder api, string path, string? policy)
        where TRequest : class, IRequest<TAnswer>
        => MapPost<TRequest, TAnswer>(api, path, policy);

    private static void MapPost<TRequest, TAnswer>(RouteGroupBuilder api, string path, string? policy)
        where TRequest : class, IRequest<TAnswer>
    {
        var route = Map(api, HttpMethods.Post, path, async (TRequest command, HttpContext http, CommandContext context, IMediator sender, CancellationToken cancellationToken) =>
        {
            var key = http.Request.Headers[IdempotencyHeader].ToString();
            if (key.Length is 0 or > MaxKeyLength || !TextGuard.IsClean(key))
            {
                return Results.Problem(ApiTexts.KeyMissing, statusCode: StatusCodes.Status400BadRequest);
            }

            context.IdempotencyKey = key;
            context.Seen = CommandContext.ReadSeen(http.Request.Headers.IfMatch.ToString().Trim('"'));
            return Results.Ok(await sender.Send(command, cancellationToken));
        });
        Guard(policy, route).WithMetadata(Gives(typeof(TAnswer)), new Answers(typeof(TRequest))).ProducesProblem(400).ProducesValidationProblem(422);
    }

    /// <summary>Maps a query: GET with the query's properties as query string, answer as JSON.</summary>
    public static void MapQuery<TQuery, TAnswer>(this RouteGroupBuilder api, string path, string? policy)
        where TQuery : class, IRequest<TAnswer>
        => Guard(policy, Map(api, HttpMethods.Get, path, async ([AsParameters] TQuery query, IMediator sender, CancellationToken cancellationToken) =>
            Results.Ok(await sender.Send(query, cancellationToken))))
        .WithMetadata(Gives(typeof(TAnswer)), new Answers(typeof(TQuery)));

    /// <summary>Maps a query whose answer is a file: GET with the query's properties as query string, answer as a download that no cache keeps.</summary>
    /// <param name="api">The group.</param>
    /// <param name="path">noun/file, for example <c>notices/letter</c>.</param>
    /// <param name="policy">Who may call it; null: everybody signed in, the handler looks closer.</param>
    /// <param name="file">The answer as a file.</param>
    public static void MapFile<TQuery, TAnswer>(this RouteGroupBuilder api, string path, string? policy, Func<TAnswer, IResult> file)
        where TQuery : class, IRequest<TAnswer>
    {
        var route = Map(api, HttpMethods.Get, path, async ([AsParameters] TQuery query, HttpContext http, IMediator sender, CancellationToken cancellationToken) =>
        {
            http.Response.Headers.CacheControl = "private, no-store";
            return file(await sender.Send(query, cancellationToken));
        });
        (policy is null ? route.RequireAuthorization() : route.RequireAuthorization(policy))
            .WithMetadata(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(void)), new Answers(typeof(TQuery)));
    }

    /// <summary>A stored file as an answer, with the name it was stored under.</summary>
    public static IResult AsFile(this StoredFile file) => Results.File(file.Content, file.ContentType, file.FileName);

    private static IEndpointConventionBuilder Guard(string? policy, IEndpointConventionBuilder route)
        => policy is null ? route.AllowAnonymous() : route.RequireAuthorization(policy);

    /// <summary>Adds a route whose handler is compiled when it is called first: a program that starts compiles none of its hundred and more.</summary>
    private static IEndpointConventionBuilder Map(RouteGroupBuilder api, string method, string path, Delegate handler)
    {
        var compiled = new Lazy<RequestDelegate>(() => RequestDelegateFactory.Create(handler, Options()).RequestDelegate);
        var route = api.MapMethods(path, [method], http => compiled.Value(http));
        route.Add(endpoint =>
        {
            endpoint.Metadata.Add(handler.Method);
            RequestDelegateFactory.InferMetadata(handler.Method, Options(endpoint));
        });
        return route.ProducesProblem(404).WithTags(path.Split('/')[0]);

        RequestDelegateFactoryOptions Options(EndpointBuilder? endpoint = null)
        {
            var services = ((IEndpointRouteBuilder)api).ServiceProvider;
            return new()
            {
                ServiceProvider = services,
                EndpointBuilder = endpoint,
                ThrowOnBadRequest = services.GetRequiredService<IOptions<RouteHandlerOptions>>().Value.ThrowOnBadRequest,
                DisableInferBodyFromParameters = method == HttpMethods.Get,
            };
        }
    }

    private static ProducesResponseTypeMetadata Gives(Type answer) => new(StatusCodes.Status200OK, answer, [Json]);
}

/// <summary>Says of a route which command or query it stands for, for the test that no page can do more than the API.</summary>
/// <param name="Request">The command or query.</param>
internal sealed record Answers(Type Request);
