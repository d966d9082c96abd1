using FondsWorkflow.App.Data;

namespace FondsWorkflow.App.Hosting;

/// <summary>
/// Named places where the crash tests let the process die at once (as <c>kill -9</c> would), by the configuration <c>Fonds:CrashAt</c> = "name" or "name:n" (the n-th pass).
/// The name <c>Command#</c> stands for everything this command asks of the database. Without the setting, as always outside those tests, nothing happens.
/// </summary>
internal sealed class CrashPoints(string? setting) : DatabaseWatch
{
    private readonly string? _name = setting?.Split(':')[0];
    private readonly AsyncLocal<string?> _running = new();
    private int _passesLeft = setting is not null && setting.Contains(':', StringComparison.Ordinal)
        ? int.Parse(setting.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)
        : 1;

    /// <summary>Whether the database has to be watched.</summary>
    public bool CountsStatements => _name is [.., '#'];

    /// <summary>From here on, and in what this calls, the command runs.</summary>
    public void Enter(string command) => _running.Value = CountsStatements ? command + "#" : null;

    public void Maybe(string? name)
    {
        if (_name is not null && _name == name && Interlocked.Decrement(ref _passesLeft) == 0)
        {
            using var self = System.Diagnostics.Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }

    protected override void Before(string what) => Maybe(_running.Value);
}
