using System.Text.Json;
using Sophia.Sandbox.Wire;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>The envelope of a batch: 200 when all was found, 207 with the missing ids otherwise.</summary>
internal static class BatchAnswer
{
    public static JsonAnswer Make(
        string kind, IReadOnlyCollection<string> missing, DateTimeOffset startedAt, DateTimeOffset completedAt, Action<Utf8JsonWriter> writeResults) =>
        new(missing.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status207MultiStatus, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "COMPLETE");
            json.WriteStartArray("results");
            writeResults(json);
            json.WriteEndArray();
            if (missing.Count > 0)
            {
                WriteErrors(json, kind, missing);
            }

            json.WriteString("startedAt", Text(startedAt));
            json.WriteString("completedAt", Text(completedAt));
            json.WriteEndObject();
        });

    private static void WriteErrors(Utf8JsonWriter json, string kind, IReadOnlyCollection<string> missing)
    {
        json.WriteNumber("numErrors", 1);
        json.WriteStartArray("errors");
        json.WriteStartObject();
        json.WriteString("status", "error");
        json.WriteString("category", "OBJECT_NOT_FOUND");
        json.WriteString("message", $"Could not get some {kind}, they may be deleted or not exist. Check that ids are valid.");
        json.WriteStartObject("context");
        json.WriteStartArray("ids");
        foreach (var id in missing)
        {
            json.WriteStringValue(id);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
