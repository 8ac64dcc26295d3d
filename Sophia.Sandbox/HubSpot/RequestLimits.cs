using Microsoft.Extensions.Options;
using Sophia.Sandbox.Wire;
using static Sophia.Sandbox.HubSpot.HubSpotText;

namespace Sophia.Sandbox.HubSpot;

/// <summary>The limits of a Professional account: by ten seconds, by second for searches, and by day.</summary>
internal sealed class RequestLimits(IOptions<SandboxOptions> options, TimeProvider clock)
{
    private const int RequestsPerDay = 650_000;

    private readonly SandboxOptions _options = options.Value;
    private readonly RollingWindow _tenSeconds = new(options.Value.RequestsPerTenSeconds, TimeSpan.FromSeconds(10), clock);
    private readonly RollingWindow _searches = new(options.Value.SearchesPerSecond, TimeSpan.FromSeconds(1), clock);
    private readonly Lock _lock = new();
    private DateOnly _day;
    private int _requestsToday;

    /// <summary>Counts a request and writes the rate-limit headers; gives the policy that refuses it, or nothing.</summary>
    public string? Refuse(HttpContext context)
    {
        if (_options.RateLimits == RateLimiting.Off)
        {
            return null;
        }

        var today = CountToday();
        var granted = _tenSeconds.TryTake(out var remaining);
        var headers = context.Response.Headers;
        headers["X-HubSpot-RateLimit-Daily"] = Text(RequestsPerDay);
        headers["X-HubSpot-RateLimit-Daily-Remaining"] = Text(Math.Max(0, RequestsPerDay - today));
        headers["X-HubSpot-RateLimit-Interval-Milliseconds"] = "10000";
        headers["X-HubSpot-RateLimit-Max"] = Text(_options.RequestsPerTenSeconds);
        headers["X-HubSpot-RateLimit-Remaining"] = Text(remaining);
        if (today > RequestsPerDay)
        {
            return "DAILY";
        }

        if (!granted)
        {
            return "TEN_SECONDLY_ROLLING";
        }

        var search = context.Request.Path.Value?.EndsWith("/search", StringComparison.Ordinal) == true;
        return search && !_searches.TryTake(out _) ? "SECONDLY" : null;
    }

    private int CountToday()
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        lock (_lock)
        {
            if (day != _day)
            {
                (_day, _requestsToday) = (day, 0);
            }

            return ++_requestsToday;
        }
    }
}
