namespace FondsWorkflow.App.Messages;

/// <summary>Tells the jobs that there may be something to send now: mails, or messages between workflows. Only a hint: the sweeps find the rows anyway.</summary>
internal sealed class OutboxBell(ILogger<OutboxBell> log)
{
    private Action _mails = static () => { };
    private Action _messages = static () => { };

    public void Connect(Action mails, Action messages) => (_mails, _messages) = (mails, messages);

    public void Ring() => Ring(_mails);

    public void RingMessages() => Ring(_messages);

    /// <summary>What rings was committed already; that nobody hears it must not look like a failure to the person who did it.</summary>
    private void Ring(Action bell)
    {
        try
        {
            bell();
        }
        catch (Exception e)
        {
            log.LogWarning(e, "The jobs could not be told that there is something to send; the next sweep finds it.");
        }
    }
}
