using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sophia.Sandbox.HubSpot;

/// <summary>Reads a body, so that a broken one is refused in HubSpot's shape.</summary>
internal static class RequestBody
{
    public static async Task<(T? Body, HubSpotError? Error)> ReadAsync<T>(HttpRequest request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(request.Body, type, cancellationToken) is { } body
                ? (body, null)
                : (null, HubSpotError.Invalid("The request body is empty."));
        }
        catch (JsonException exception)
        {
            return (null, HubSpotError.Invalid($"Invalid input JSON on line {exception.LineNumber}, column {exception.BytePositionInLine}: {exception.Path}"));
        }
    }
}
