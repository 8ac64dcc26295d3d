using System.Text.Json;
using Sophia.Api.Live;
using Sophia.Core.Dashboard;

namespace Sophia.Api.Dashboard.Live;

/// <summary>Writes messages as they travel.</summary>
internal static class DashboardFrames
{
    public static RentedBuffer Write(DashboardMessage message)
    {
        var frame = new RentedBuffer();
        using var writer = new Utf8JsonWriter(frame);
        JsonSerializer.Serialize(writer, message, DashboardJson.Default.DashboardMessage);
        return frame;
    }

    /// <summary>The bytes of <see cref="DashboardMessage.Snapshot"/> around figures that are bytes already.</summary>
    public static RentedBuffer WriteSnapshot(string id, byte[] data) => Wrap("snapshot"u8, id, data, traceParent: null);

    /// <summary>The bytes of <see cref="DashboardMessage.Change"/> around figures that are bytes already.</summary>
    public static RentedBuffer WriteChange(string id, byte[] data, string? traceParent) => Wrap("change"u8, id, data, traceParent);

    private static RentedBuffer Wrap(ReadOnlySpan<byte> type, string id, byte[] data, string? traceParent)
    {
        var frame = new RentedBuffer();
        using var writer = new Utf8JsonWriter(frame);
        writer.WriteStartObject();
        writer.WriteString("type"u8, type);
        writer.WriteString("id"u8, id);
        if (traceParent is not null)
        {
            writer.WriteString("traceparent"u8, traceParent);
        }

        writer.WritePropertyName("data"u8);
        writer.WriteRawValue(data, skipInputValidation: true);
        writer.WriteEndObject();
        return frame;
    }
}
