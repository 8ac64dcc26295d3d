using System.Collections.Concurrent;
using System.Globalization;

namespace Sophia.Dashboard.Views;

/// <summary>Gives each service a colour that it keeps on every page, in the order in which they are first shown.</summary>
public sealed class ServiceColours
{
    // As many as there are colours in dashboard.css; later services begin again.
    private const int Colours = 8;
    // Services are few; a sender that makes up names gets the last colour for all of them.
    private const int Most = 1000;
    private readonly ConcurrentDictionary<string, int> _indices = new(StringComparer.Ordinal);

    /// <summary>The number of the service's colour, from 1.</summary>
    public int IndexOf(string service) =>
        _indices.TryGetValue(service, out var index) ? index
        : _indices.Count >= Most ? Colours
        : _indices.GetOrAdd(service, static (_, indices) => (indices.Count % Colours) + 1, _indices);

    /// <summary>A style attribute that sets <c>--swatch</c> to the service's colour.</summary>
    public string StyleOf(string service) => string.Create(CultureInfo.InvariantCulture, $"--swatch: var(--series-{IndexOf(service)})");
}
