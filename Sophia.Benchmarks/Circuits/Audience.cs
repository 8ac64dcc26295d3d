namespace Sophia.Benchmarks.Circuits;

/// <summary>Where readers report what they get.</summary>
internal sealed class Audience
{
    private volatile AwaitedFigure? _awaited;

    /// <summary>What is waited for now, or null.</summary>
    public AwaitedFigure? Awaited { get => _awaited; set => _awaited = value; }

    /// <summary>A reader got a message.</summary>
    public void Look(int reader, ReadOnlySpan<byte> message) => _awaited?.Look(reader, message);
}
