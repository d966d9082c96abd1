namespace FondsWorkflow.App.Hosting;

/// <summary>
/// Named places where the crash tests let the process die at once (as <c>kill -9</c> would), by the configuration <c>Fonds:CrashAt</c> = "name" or "name:n" (the n-th pass).
/// Without the setting, as always outside those tests, nothing happens.
/// </summary>
internal sealed class CrashPoints(string? setting)
{
    private readonly string? _name = setting?.Split(':')[0];
    private int _passesLeft = setting is not null && setting.Contains(':', StringComparison.Ordinal)
        ? int.Parse(setting.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture)
        : 1;

    public void Maybe(string name)
    {
        if (_name is not null && _name == name && Interlocked.Decrement(ref _passesLeft) == 0)
        {
            using var self = System.Diagnostics.Process.GetCurrentProcess();
            self.Kill();
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
