using FondsWorkflow.App.Commands;
using FondsWorkflow.Fund;
using MediatR;

namespace FondsWorkflow.App.Features.Muster;

/// <summary>Shows what a refusal looks like: a text with the word "inzwischen" is refused at its field.</summary>
internal sealed record SaveComment(string Text) : IRequest<int>;

internal sealed class SaveCommentHandler : IRequestHandler<SaveComment, int>
{
    public Task<int> Handle(SaveComment request, CancellationToken cancellationToken)
        => request.Text.Contains("inzwischen", StringComparison.OrdinalIgnoreCase)
            ? throw new RuleViolation([new RuleProblem(CommandRules.SomebodyElseWasFaster, nameof(request.Text), [])])
            : Task.FromResult(request.Text.Length);
}
