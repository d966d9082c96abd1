namespace FondsWorkflow.App.Messages;

/// <summary>Tells the jobs that there may be something to send now: mails, or messages between workflows. Only a hint: the sweeps find the rows anyway.</summary>
internal sealed class OutboxBell
{
    private Action _mails = static () => { };
    private Action _messages = static () => { };

    public void Connect(Action mails, Action messages) => (_mails, _messages) = (mails, messages);

    public void Ring() => _mails();

    public void RingMessages() => _messages();
}
