using FondsWorkflow.App.Hosting;
using MimeKit;

namespace FondsWorkflow.App.Messages;

/// <summary>Writes mails as .eml files, named by message id: writing one again after a crash replaces it.</summary>
internal sealed class FileTransport(FondsPaths paths) : IMailTransport
{
    public async Task SendAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        var file = Path.Combine(paths.Outbox, $"{message.MessageId!.Split('@')[0]}.eml");
        var unfinished = file + ".tmp";
        await using (var stream = File.Create(unfinished))
        {
            await message.WriteToAsync(stream, cancellationToken);
        }

        File.Move(unfinished, file, overwrite: true);
    }
}
