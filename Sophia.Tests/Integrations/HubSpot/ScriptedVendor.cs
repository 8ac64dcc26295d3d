using System.Net;
using System.Text;

namespace Sophia.Tests.Integrations.HubSpot;

/// <summary>A vendor at the other end of the wire that answers what a test says, and remembers what it was asked.</summary>
internal sealed class ScriptedVendor(Func<int, HttpRequestMessage, string, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly Lock _lock = new();

    public List<HttpRequestMessage> Requests { get; } = [];

    public static HttpResponseMessage Json(string json, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    public static HttpResponseMessage LimitReached(string policy) => Json(
        $$"""{"status":"error","message":"You have reached your {{policy}} limit.","errorType":"RATE_LIMIT","correlationId":"c0ffee","policyName":"{{policy}}","requestId":"r1"}""",
        HttpStatusCode.TooManyRequests);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        int number;
        lock (_lock)
        {
            Requests.Add(request);
            number = Requests.Count;
        }

        return answer(number, request, body);
    }
}
