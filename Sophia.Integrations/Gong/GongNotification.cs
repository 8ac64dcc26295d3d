using System.Buffers;
using System.Security.Cryptography;
using System.Text.Json;
using Sophia.Core.Events;

namespace Sophia.Integrations.Gong;

/// <summary>
/// What a webhook leaves in the log: that something happened to a call. The call is read from Gong, so that its content is
/// the same whichever way it comes. The print of what was posted tells a repeated delivery from further news of the call.
/// </summary>
internal static class GongNotification
{
    public static NewEvent Of(string callId, ReadOnlySpan<byte> body)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("bodySha256", Convert.ToHexStringLower(SHA256.HashData(body)));
            json.WriteString("callId", callId);
            json.WriteEndObject();
        }

        return new NewEvent
        {
            Stream = new StreamName(GongKinds.Connection, GongKinds.Notification, callId),
            SourceVersion = null,
            Payload = buffer.WrittenMemory,
        };
    }

    public static string? CallIdOf(LoggedEvent logged)
    {
        using var content = JsonDocument.Parse(logged.Payload);
        return SourceValue.Text(content.RootElement, "callId");
    }
}
