using Sophia.Sandbox.Wire;

namespace Sophia.Sandbox.HubSpot;

/// <summary>A refusal in HubSpot's words.</summary>
internal sealed record HubSpotError(int Status, string Category, string Message)
{
    public static HubSpotError Unauthenticated { get; } = new(
        StatusCodes.Status401Unauthorized,
        "INVALID_AUTHENTICATION",
        "Authentication credentials not found. This API supports OAuth 2.0 authentication.");

    public static HubSpotError Invalid(string message) => new(StatusCodes.Status400BadRequest, "VALIDATION_ERROR", message);

    public JsonAnswer AsResult(HttpContext context)
    {
        var correlationId = HubSpotGate.CorrelationId(context);
        return new JsonAnswer(Status, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "error");
            json.WriteString("message", Message);
            json.WriteString("correlationId", correlationId);
            json.WriteString("category", Category);
            json.WriteEndObject();
        });
    }
}
