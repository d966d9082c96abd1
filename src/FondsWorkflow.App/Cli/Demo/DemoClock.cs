namespace FondsWorkflow.App.Cli.Demo;

/// <summary>The clock of the demo: it stands still until the story moves it, and never runs backwards.</summary>
internal sealed class DemoClock(DateTimeOffset now) : TimeProvider
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(40);

    private DateTimeOffset _now = now;

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Somebody needed a moment for what was done.</summary>
    public void Pass() => _now += Moment;

    public void MoveTo(DateTimeOffset moment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(moment, _now);
        _now = moment;
    }
}
