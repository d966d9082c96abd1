namespace FondsWorkflow.App.Commands;

/// <summary>
/// The command's stored answer is repeated only for a short time, enough for a double click; a later repetition runs again and hears the handler's own refusal.
/// For commands whose answer lets somebody in. All others are repeated as long as the receipt is kept.
/// </summary>
/// <param name="seconds">How long, in seconds; 0: never, and no receipt is kept, because even the hash of a command with a password is worth guessing.</param>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class ReplayedForAttribute(int seconds) : Attribute
{
    public TimeSpan Time { get; } = TimeSpan.FromSeconds(seconds);
}
