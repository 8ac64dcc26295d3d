using System.Text.Json;

namespace Sophia.Dashboard.Telemetry.Agents;

/// <summary>
/// Reads the messages that a sender recorded, in the form of the semantic conventions:
/// <c>[{"role":"user","parts":[{"type":"text","content":"…"}]}]</c>; a simple <c>content</c> in place of parts is understood too.
/// </summary>
internal static class AgentMessages
{
    // A page shows no more.
    private const int Most = 500;

    /// <summary>Reads messages.</summary>
    /// <param name="json">The attribute's value.</param>
    /// <param name="role">The role of what has none.</param>
    /// <param name="messages">Where they go.</param>
    public static void Read(string? json, string role, List<AgentMessage> messages)
    {
        if (string.IsNullOrWhiteSpace(json))
        {
            return;
        }

        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.ValueKind == JsonValueKind.Array)
            {
                foreach (var message in document.RootElement.EnumerateArray())
                {
                    Message(message, role, messages);
                }
            }
            else
            {
                Message(document.RootElement, role, messages);
            }
        }
        catch (JsonException)
        {
            // Not in the conventions' form: shown as it is.
            messages.Add(new AgentMessage(role, "text", json, Tool: null, CallId: null));
        }
    }

    private static void Message(JsonElement message, string role, List<AgentMessage> messages)
    {
        if (messages.Count >= Most)
        {
            return;
        }

        if (message.ValueKind != JsonValueKind.Object)
        {
            messages.Add(new AgentMessage(role, "text", message.ToString(), Tool: null, CallId: null));
            return;
        }

        role = Text(message, "role") ?? role;
        if (message.TryGetProperty("parts", out var parts) && parts.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in parts.EnumerateArray().Where(static part => part.ValueKind == JsonValueKind.Object))
            {
                Part(part, role, messages);
            }
        }
        else
        {
            Part(message, role, messages);
        }
    }

    private static void Part(JsonElement part, string role, List<AgentMessage> messages)
    {
        var kind = Text(part, "type") ?? "text";
        var text = kind switch
        {
            "tool_call" => Text(part, "arguments"),
            "tool_call_response" => Text(part, "response") ?? Text(part, "result"),
            _ => Text(part, "content"),
        };
        if (messages.Count < Most)
        {
            messages.Add(new AgentMessage(role, kind, text ?? part.GetRawText(), Text(part, "name"), Text(part, "id")));
        }
    }

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.ToString() : null;
}
