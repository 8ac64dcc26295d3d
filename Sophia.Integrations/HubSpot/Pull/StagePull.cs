using System.Buffers;
using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Integrations.HubSpot.Client;

namespace Sophia.Integrations.HubSpot.Pull;

/// <summary>
/// Reads the stages of the deal pipelines. They have no version: only this reads them, one look after the other, so the
/// later entry in the log is the newer one.
/// </summary>
internal sealed class StagePull(HubSpotApi api)
{
    /// <summary>All stages, each time; the log drops what has not changed.</summary>
    public async Task<SourcePage> ReadAsync(CancellationToken cancellationToken)
    {
        var pipelines = await api.ReadPipelinesAsync(cancellationToken);
        NewEvent[] events =
        [
            .. from pipeline in pipelines.Results
               let pipelineId = ObjectEvents.IdOf(pipeline)
               where pipelineId is not null && pipeline.TryGetProperty("stages", out _)
               from stage in pipeline.GetProperty("stages").EnumerateArray()
               let stageId = ObjectEvents.IdOf(stage)
               where stageId is not null
               select new NewEvent
               {
                   Stream = new StreamName(HubSpotKinds.Connection, HubSpotKinds.Stage, $"{pipelineId}/{stageId}"),
                   SourceVersion = null,
                   Payload = Write(pipelineId, stage),
               },
        ];
        return new SourcePage(events, "{}", HistoryLoaded: true, events.Length, events.Length);
    }

    private static ReadOnlyMemory<byte> Write(string pipelineId, JsonElement stage)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("pipelineId", pipelineId);
            json.WritePropertyName("stage");
            json.WriteRawValue(CanonicalJson.Write(stage).Span, skipInputValidation: true);
            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }
}
