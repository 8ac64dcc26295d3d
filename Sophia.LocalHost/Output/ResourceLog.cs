namespace Sophia.LocalHost.Output;

/// <summary>What one resource writes.</summary>
internal sealed class ResourceLog(RunLogs logs, string resource, string file) : IDisposable
{
    // About 1 MB per resource; the file holds more.
    public const int Capacity = 10_000;
    private readonly RotatingFile _file = new(file);
    private long _number;

    public string Resource { get; } = resource;

    /// <summary>The newest lines, read and written under the lock of <see cref="RunLogs"/>.</summary>
    internal LogRing Lines { get; } = new(Capacity);

    public void Append(string text, bool isError) => logs.Append(this, text, isError);

    /// <summary>The newest lines, oldest first.</summary>
    public IReadOnlyList<LogLine> Tail(int count) => logs.Tail(resource => resource == Resource, count);

    public void Dispose() => _file.Dispose();

    internal void Write(long sequence, DateTimeOffset time, string text, bool isError)
    {
        Lines.Add(new LogLine(sequence, ++_number, Resource, time, isError, text));
        _file.Write($"{time:yyyy-MM-ddTHH:mm:ss.fffZ} {text}");
    }
}
