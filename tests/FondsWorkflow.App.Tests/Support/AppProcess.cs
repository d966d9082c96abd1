using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>The program as its own process on its own data folder, to be killed.</summary>
internal sealed class AppProcess : IAsyncDisposable
{
    private readonly Process _process;

    private AppProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>Starts it and waits until it says that it is ready.</summary>
    public static Task<AppProcess> StartAsync(string folder, string postgres = "", params string[] settings) => StartCopyAsync(AppContext.BaseDirectory, folder, postgres, settings);

    /// <summary>Starts the program that lies in a folder of its own.</summary>
    public static async Task<AppProcess> StartCopyAsync(string program, string folder, string postgres = "", params string[] settings)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = program };
        string[] arguments =
        [
            Path.Combine(program, "FondsWorkflow.App.dll"), $"--urls={address}", "--environment=Development",
            $"--Fonds:Data={folder}", $"--Fonds:Postgres={postgres}", $"--Fonds:PublicUrl={address}", "--Logging:LogLevel:Default=Warning",
            "--Fonds:Chromium=/none", // A browser that outlives the killed process would keep its output open.
            .. settings,
        ];
        Array.ForEach(arguments, start.ArgumentList.Add);
        var process = Process.Start(start)!;
        var said = new ConcurrentQueue<string?>();
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data);
        process.BeginErrorReadLine();
        var ready = new TaskCompletionSource();
        process.OutputDataReceived += (_, line) =>
        {
            said.Enqueue(line.Data);
            if (line.Data is null)
            {
                ready.TrySetException(new InvalidOperationException($"The program ended before it was ready:\n{string.Join('\n', said)}"));
            }
            else if (line.Data.Contains(address.ToString().TrimEnd('/'), StringComparison.Ordinal))
            {
                ready.TrySetResult();
            }
        };
        process.BeginOutputReadLine();
        await ready.Task;
        return new AppProcess(process, address);
    }

    public HttpClient Client(string? cookie = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        if (cookie is not null)
        {
            client.DefaultRequestHeaders.Add("Cookie", cookie);
        }

        return client;
    }

    public Task WaitForExitAsync() => _process.WaitForExitAsync();

    /// <summary>As <c>kill -9</c>.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
