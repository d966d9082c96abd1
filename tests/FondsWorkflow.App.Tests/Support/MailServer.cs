using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace FondsWorkflow.App.Tests.Support;

/// <summary>A mail server on this machine that speaks enough SMTP (RFC 5321) to accept mails or to refuse recipients as told.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Task _accepting;

    public MailServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it answers to RCPT TO, for example <c>550 5.1.1 Unknown user</c>; null: accepted.</summary>
    public string? Refusal { get; set; }

    /// <summary>What happens while the sender still waits for the answer to a mail.</summary>
    public Func<Task> BeforeAnswer { get; set; } = () => Task.CompletedTask;

    /// <summary>The accepted mails as they came over the wire.</summary>
    public ConcurrentQueue<string> Accepted { get; } = new();

    public string[] Settings => ["--Fonds:Mail:SmtpHost=127.0.0.1", $"--Fonds:Mail:SmtpPort={Port}", "--Fonds:Mail:SmtpSecurity=None"];

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        List<Task> conversations = [];
        try
        {
            while (!_end.IsCancellationRequested)
            {
                conversations.Add(TalkAsync(await _listener.AcceptTcpClientAsync(_end.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(conversations);
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var socket = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
        await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 post.test");
        while (await reader.ReadLineAsync() is { } line && !line.StartsWith("QUIT", StringComparison.Ordinal))
        {
            await writer.WriteLineAsync(await AnswerAsync(line, reader, writer));
        }

        await writer.WriteLineAsync("221 Bye");
    }

    private async Task<string> AnswerAsync(string line, StreamReader reader, StreamWriter writer)
    {
        if (line.StartsWith("RCPT", StringComparison.Ordinal) && Refusal is { } refusal)
        {
            return refusal;
        }

        if (!line.StartsWith("DATA", StringComparison.Ordinal))
        {
            return "250 OK";
        }

        await writer.WriteLineAsync("354 Go ahead");
        var mail = new StringBuilder();
        while (await reader.ReadLineAsync() is { } text && text != ".")
        {
            mail.AppendLine(text);
        }

        Accepted.Enqueue(mail.ToString());
        await BeforeAnswer();
        return "250 Queued";
    }
}
