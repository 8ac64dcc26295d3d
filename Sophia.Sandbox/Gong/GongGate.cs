using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.Control;
using Sophia.Sandbox.Wire;

namespace Sophia.Sandbox.Gong;

/// <summary>What every request to Gong's paths passes: the key, the injected faults, the limits of a second and of a day.</summary>
internal sealed class GongGate(RequestDelegate next, IOptions<SandboxOptions> options, [FromKeyedServices(GongGate.Faults)] FaultInjection faults, TimeProvider clock)
{
    /// <summary>The key of the faults of Gong's paths.</summary>
    public const string Faults = "gong";

    private readonly SandboxOptions _options = options.Value;
    private readonly RollingWindow _second = new(options.Value.Gong.RequestsPerSecond, TimeSpan.FromSeconds(1), clock);
    private readonly Lock _lock = new();
    private readonly byte[] _expected = Encoding.UTF8.GetBytes(
        "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.Value.Gong.AccessKey}:{options.Value.Gong.AccessKeySecret}")));

    private DateOnly _day;
    private int _requestsToday;

    public static string RequestId(HttpContext context) => context.TraceIdentifier;

    public Task InvokeAsync(HttpContext context)
    {
        context.TraceIdentifier = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        var presented = Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
        if (_options.Gong.AccessKey.Length == 0 || !CryptographicOperations.FixedTimeEquals(presented, _expected))
        {
            return GongError.Unauthenticated.AsResult(context).ExecuteAsync(context);
        }

        return faults.Take() switch
        {
            null => PauseAsked() is { } pause ? RefuseAsync(context, pause) : next(context),
            StatusCodes.Status429TooManyRequests => RefuseAsync(context, TimeSpan.FromSeconds(1)),
            { } status => new GongError(status, "An internal error occurred").AsResult(context).ExecuteAsync(context),
        };
    }

    private static Task RefuseAsync(HttpContext context, TimeSpan pause)
    {
        context.Response.Headers.RetryAfter = ((int)Math.Ceiling(pause.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new GongError(StatusCodes.Status429TooManyRequests, "The API rate limit has been exceeded").AsResult(context).ExecuteAsync(context);
    }

    /// <summary>Counts a request; how long to stay away, or nothing when it is granted.</summary>
    private TimeSpan? PauseAsked()
    {
        if (_options.RateLimits == RateLimiting.Off)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        lock (_lock)
        {
            var day = DateOnly.FromDateTime(now.UtcDateTime);
            (_day, _requestsToday) = day == _day ? (_day, _requestsToday + 1) : (day, 1);
            if (_requestsToday > _options.Gong.RequestsPerDay)
            {
                return new DateTimeOffset(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero) - now;
            }
        }

        return _second.TryTake(out _) ? null : TimeSpan.FromSeconds(1);
    }
}
