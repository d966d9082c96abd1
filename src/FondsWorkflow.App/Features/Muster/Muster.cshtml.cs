using System.ComponentModel.DataAnnotations;
using FondsWorkflow.App.Features.Shared;
using FondsWorkflow.App.Features.Shared.Parts;
using FondsWorkflow.Banking;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace FondsWorkflow.App.Features.Muster;

/// <summary>Every form part in every state, for those who build pages and for the accessibility test. Not in production.</summary>
[AllowAnonymous]
internal sealed class MusterPage(IHostEnvironment environment) : FondsPage
{
    public static readonly IReadOnlyList<FormStep> Steps =
        [new("Wer", "/muster", Done: true), new("Projekt", "/muster"), new("Wo und wann"), new("Kosten"), new("Geld"), new("Erklärungen")];

    [BindOn("")]
    public MusterForm Form { get; set; } = new();

    [BindOn("Comment")]
    public CommentForm Comment { get; set; } = new();

    public IActionResult OnGet() => environment.IsProduction() ? NotFound() : Page();

    public IActionResult OnPost() => environment.IsProduction() ? NotFound() : GoTo("/muster", T["Muster.Saved", Form.Amount, Form.Day]);

    public async Task<IActionResult> OnPostCommentAsync() => environment.IsProduction()
        ? NotFound()
        : await Send(new SaveComment(Comment.Text), length => GoTo("/muster", T["Muster.Commented", length]), nameof(Comment));
}

internal enum MusterChoice
{
    Forward,
    Clarify,
    NotEligible,
}

internal sealed class MusterForm
{
    [StringLength(60)]
    public string Title { get; set; } = "";

    [StringLength(2000)]
    public string? Description { get; set; }

    [EmailAddress]
    public string? Email { get; set; }

    [Required]
    [Range(1, 500)]
    public int? People { get; set; }

    [Required]
    public Money? Amount { get; set; }

    public DateOnly Day { get; set; }

    public DateTimeOffset? Meeting { get; set; }

    public MusterChoice? Choice { get; set; }

    public string? Quarter { get; set; }

    public List<string> Goals { get; set; } = [];

    public bool Agreed { get; set; }

    public IFormFile? File { get; set; }
}

internal sealed class CommentForm
{
    [StringLength(100)]
    public string Text { get; set; } = "";
}
