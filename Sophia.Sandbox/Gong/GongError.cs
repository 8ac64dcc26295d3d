using Sophia.Sandbox.Wire;

namespace Sophia.Sandbox.Gong;

/// <summary>A refusal in Gong's words.</summary>
internal sealed record GongError(int Status, string Message)
{
    public static GongError Unauthenticated { get; } = new(StatusCodes.Status401Unauthorized, "Invalid API credentials");

    public static GongError NoCalls { get; } = new(StatusCodes.Status404NotFound, "No calls found corresponding to the provided filters");

    public static GongError Invalid(string message) => new(StatusCodes.Status400BadRequest, message);

    public JsonAnswer AsResult(HttpContext context)
    {
        var requestId = GongGate.RequestId(context);
        return new JsonAnswer(Status, json =>
        {
            json.WriteStartObject();
            json.WriteString("requestId", requestId);
            json.WriteStartArray("errors");
            json.WriteStringValue(Message);
            json.WriteEndArray();
            json.WriteEndObject();
        });
    }
}
