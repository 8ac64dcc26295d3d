using Microsoft.AspNetCore.Http;

namespace Sophia.Integrations;

/// <summary>What a source system posted. The address it posted to is not here: behind a proxy only the configuration knows it.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Headers">The request's headers.</param>
/// <param name="Body">The bytes of the body as they came.</param>
public sealed record WebhookRequest(string Method, IHeaderDictionary Headers, ReadOnlyMemory<byte> Body);
