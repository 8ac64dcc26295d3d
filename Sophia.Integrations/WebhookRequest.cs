using Microsoft.AspNetCore.Http;

namespace Sophia.Integrations;

/// <summary>What a source system posted. The address it posted to is not here: behind a proxy only the configuration knows it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Headers">The request's headers.</param>
/// <param name="Body">The bytes of the body as they came.</param>
public sealed record WebhookRequest(string Method, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body)
{
    /// <summary>A header's value; null where it is missing, empty or repeated.</summary>
    public string? SingleHeader(string name) => Headers.TryGetValue(name, out var values) && values is [{ Length: > 0 } value] ? value : null;
}
