using System.Text.Json;
using Sophia.Core.Events;
using Sophia.Integrations.Gong.Client;
using Sophia.Integrations.Gong.Client.Messages;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.Gong.Pull;

/// <summary>What differs between reading calls and reading transcripts.</summary>
/// <param name="Resource">The resource's name.</param>
/// <param name="Kind">The kind of the events.</param>
/// <param name="ListAsync">Reads one page.</param>
/// <param name="IdOf">The call's id in an object.</param>
internal sealed record CallObjects(
    string Resource,
    string Kind,
    Func<CallsFilter, string?, RequestUrgency, CancellationToken, Task<CallsPage>> ListAsync,
    Func<JsonElement, string?> IdOf)
{
    public static CallObjects Calls(GongApi api) => new(
        "calls",
        GongKinds.Call,
        async (filter, cursor, urgency, cancellationToken) =>
        {
            var answer = await api.ListCallsAsync(filter, cursor, urgency, cancellationToken);
            return new CallsPage(answer.Body.Calls, answer.Body.Records?.TotalRecords, answer.Body.Records?.Cursor, answer.AnsweredAt);
        },
        static call => call.TryGetProperty("metaData", out var data) ? SourceValue.Id(data, "id") : null);

    public static CallObjects Transcripts(GongApi api) => new(
        "transcripts",
        GongKinds.Transcript,
        async (filter, cursor, urgency, cancellationToken) =>
        {
            var answer = await api.ListTranscriptsAsync(filter, cursor, urgency, cancellationToken);
            return new CallsPage(answer.Body.CallTranscripts, answer.Body.Records?.TotalRecords, answer.Body.Records?.Cursor, answer.AnsweredAt);
        },
        static transcript => SourceValue.Id(transcript, "callId"));

    /// <summary>The events of a page. Gong has no version of a call: of two entries the later in the log holds.</summary>
    public IReadOnlyList<NewEvent> EventsOf(IEnumerable<JsonElement> objects) =>
    [
        .. from source in objects
           let id = IdOf(source)
           where id is not null
           select new NewEvent
           {
               Stream = new StreamName(GongKinds.Connection, Kind, id),
               SourceVersion = null,
               Payload = CanonicalJson.Write(source),
           },
    ];
}
