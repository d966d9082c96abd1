using FondsWorkflow.App.Commands;
using FondsWorkflow.App.Resources;
using FondsWorkflow.App.Workflow;
using FondsWorkflow.Fund;
using MediatR;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Primitives;

namespace FondsWorkflow.App.Features.Shared;

/// <summary>What every page stands on: a post with unreadable fields, or one that a rule refuses, shows the same page again with sentences, status 422.</summary>
internal abstract class FondsPage : PageModel
{
    /// <summary>Hidden field of every form with its idempotency key.</summary>
    public const string KeyField = "__key";

    /// <summary>Hidden field of every form about one case: what of it was seen.</summary>
    public const string SeenField = "__seen";

    private const string Message = "Meldung";
    private const int MaxKeyLength = 64;

    /// <summary>The texts, as <c>T</c> in views.</summary>
    protected Texts T => HttpContext.RequestServices.GetRequiredService<Texts>();

    /// <summary>Asks the mediator: for queries. Commands go through <see cref="Send"/>.</summary>
    protected IMediator Mediator => HttpContext.RequestServices.GetRequiredService<IMediator>();

    /// <summary>Which form of the page was posted: <c>?handler=…</c>.</summary>
    public static string HandlerOf(HttpContext http) => http.Request.RouteValues["handler"] as string ?? http.Request.Query["handler"].ToString();

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (Request.Query.Any(q => !TextGuard.IsClean(q.Key) || !q.Value.OfType<string>().All(TextGuard.IsClean)))
        {
            context.Result = BadRequest();
            return;
        }

        if (HttpMethods.IsPost(Request.Method))
        {
            RefuseUncleanFields();
            if (!ModelState.IsValid)
            {
                context.Result = await Again();
                return;
            }
        }

        await SeeAsync();
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Reads what the page shows beside its form. Called before it is shown again; call it in <c>OnGet</c> too.</summary>
    protected virtual Task Load() => Task.CompletedTask;

    /// <summary>Where on the page a rule's field path is; pages whose form has another shape than their command say so.</summary>
    protected virtual string FieldOf(string path) => path;

    /// <summary>Sends a command; when a rule says no, shows the page again with each sentence at its field.</summary>
    /// <param name="command">The command. Its idempotency key is the form's.</param>
    /// <param name="done">Where to go with the answer, usually <see cref="GoTo"/>.</param>
    /// <param name="form">Property that holds the form; the rule's field paths count from it.</param>
    protected async Task<IActionResult> Send<T>(IRequest<T> command, Func<T, IActionResult> done, string form = "Form")
    {
        var key = Request.Form[KeyField].ToString();
        var about = HttpContext.RequestServices.GetRequiredService<CommandContext>();
        about.IdempotencyKey = key.Length is > 0 and <= MaxKeyLength ? key : null;
        about.Seen = CommandContext.ReadSeen(Request.Form[SeenField].ToString()) ?? (HttpContext.Items[SeenField] is int ? CommandContext.SawNothing : null);
        try
        {
            return done(await Mediator.Send(command, HttpContext.RequestAborted));
        }
        catch (RuleViolation refusal)
        {
            Explain(refusal, form);
            return await Again();
        }
    }

    /// <summary>Goes to a page of this application, where the message is shown once.</summary>
    protected IActionResult GoTo(string url, string message)
    {
        TempData[Message] = message;
        return LocalRedirect(url);
    }

    /// <summary>Adds a sentence of the page itself; null for the whole form.</summary>
    protected void Refuse(string? field, string sentence) => ModelState.AddModelError(field ?? "", sentence);

    /// <summary>The page once more, with what is wrong; what was typed is kept.</summary>
    protected async Task<IActionResult> Again()
    {
        await SeeAsync();
        await Load();
        var page = Page();
        page.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return page;
    }

    /// <summary>Notes what of the page's case is seen, before anything of it is read.</summary>
    private async Task SeeAsync()
    {
        if (Guid.TryParse(RouteData.Values["id"] as string, out var id))
        {
            HttpContext.Items[SeenField] = await HttpContext.RequestServices.GetRequiredService<SeenCase>().BurstsOfAsync(id, HttpContext.RequestAborted);
        }
    }

    /// <summary>Control characters are refused at their field before anything else reads it: databases and mails can't hold them.</summary>
    private void RefuseUncleanFields()
    {
        var form = Request.HasFormContentType ? Request.Form : FormCollection.Empty;
        var texts = form.Select(f => (Name: f.Key, Values: f.Value.OfType<string>())).Concat(form.Files.Select(f => (f.Name, Values: Enumerable.Repeat(f.FileName, 1))));
        foreach (var (name, _) in texts.Where(t => !TextGuard.IsClean(t.Name) || !t.Values.All(TextGuard.IsClean)))
        {
            var sentence = HttpContext.RequestServices.GetRequiredService<RuleSentences>().For(new RuleProblem(CommandRules.TextHasControlCharacters, Field: null, []));
            ModelState.AddModelError(TextGuard.IsClean(name) && name != KeyField ? name : "", sentence);
        }
    }

    private void Explain(RuleViolation refusal, string form)
    {
        var sentences = HttpContext.RequestServices.GetRequiredService<RuleSentences>();
        foreach (var problem in refusal.Problems)
        {
            ModelState.AddModelError(problem.Field is { Length: > 0 } field ? $"{form}.{FieldOf(field)}" : "", sentences.For(problem));
        }
    }
}
