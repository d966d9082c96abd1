namespace FondsWorkflow.App.Messages;

/// <summary>Tells the outbox sender that there may be something to do now. Only a hint: the sweep finds the row anyway.</summary>
internal sealed class OutboxBell
{
    private Action _ring = static () => { };

    public void Connect(Action ring) => _ring = ring;

    public void Ring() => _ring();
}
