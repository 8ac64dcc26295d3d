using System.Net.Http.Json;
using Sophia.Integrations.Gong.Client.Messages;
using Sophia.Integrations.Requests;

namespace Sophia.Integrations.Gong.Client;

/// <summary>The calls of Gong's API that Sophia makes. No call answers more than 100 objects.</summary>
internal sealed class GongApi(GongSender sender)
{
    /// <summary>One page of the company's users.</summary>
    public Task<Answer<UsersAnswer>> ListUsersAsync(string? cursor, CancellationToken cancellationToken) =>
        sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Get, cursor is null ? "v2/users" : $"v2/users?cursor={Uri.EscapeDataString(cursor)}"),
            GongJsonContext.Default.UsersAnswer, isSearch: false, RequestUrgency.Background, cancellationToken);

    /// <summary>One page of the calls that match a filter, with who took part, topics and talk times.</summary>
    public Task<Answer<CallsAnswer>> ListCallsAsync(
        CallsFilter filter, string? cursor, RequestUrgency urgency, CancellationToken cancellationToken) =>
        sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, "v2/calls/extensive")
            {
                Content = JsonContent.Create(new CallsRequest(filter, ContentSelector.Needed, cursor), GongJsonContext.Default.CallsRequest),
            },
            GongJsonContext.Default.CallsAnswer, isSearch: false, urgency, cancellationToken);

    /// <summary>One page of the transcripts of calls that match a filter; calls without one are not among them.</summary>
    public Task<Answer<TranscriptsAnswer>> ListTranscriptsAsync(
        CallsFilter filter, string? cursor, RequestUrgency urgency, CancellationToken cancellationToken) =>
        sender.SendAsync(
            () => new HttpRequestMessage(HttpMethod.Post, "v2/calls/transcript")
            {
                Content = JsonContent.Create(new CallsRequest(filter, ContentSelector: null, cursor), GongJsonContext.Default.CallsRequest),
            },
            GongJsonContext.Default.TranscriptsAnswer, isSearch: false, urgency, cancellationToken);
}
