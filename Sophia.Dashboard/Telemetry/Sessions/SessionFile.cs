namespace Sophia.Dashboard.Telemetry.Sessions;

/// <summary>Writes what is kept into a file, and reads such a file: a zip of OTLP JSON (<c>traces/*.json</c>, <c>logs/*.json</c>, <c>metrics/*.json</c>). Singleton.</summary>
public sealed class SessionFile
{
    /// <summary>Writes what is kept of a window.</summary>
    /// <param name="destination">Where to; need not be seekable.</param>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="from">Not before; null for all.</param>
    /// <param name="to">Before; null for all.</param>
    /// <param name="cancellationToken">Ends the writing.</param>
    /// <returns>When it is written.</returns>
    public Task ExportAsync(Stream destination, string? resource, DateTimeOffset? from, DateTimeOffset? to, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Reads a file and adds what it holds.</summary>
    /// <param name="source">The file; at most 256 MB unpacked.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What was read.</returns>
    /// <exception cref="InvalidDataException">It is no such file, or too large.</exception>
    public Task<SessionImport> ImportAsync(Stream source, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
