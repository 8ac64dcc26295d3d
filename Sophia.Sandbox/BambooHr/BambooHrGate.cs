using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.Control;
using Sophia.Sandbox.Wire;

namespace Sophia.Sandbox.BambooHr;

/// <summary>What every request to BambooHR's paths passes: the key, the injected faults, the limit.</summary>
internal sealed class BambooHrGate(
    RequestDelegate next, IOptions<SandboxOptions> options, [FromKeyedServices(BambooHrGate.Faults)] FaultInjection faults, TimeProvider clock)
{
    public const string Faults = "BambooHR";

    private const string ErrorHeader = "X-BambooHR-Error-Message";

    private readonly SandboxOptions _options = options.Value;
    private readonly RollingWindow _second = new(options.Value.BambooHr.RequestsPerSecond, TimeSpan.FromSeconds(1), clock);

    public Task InvokeAsync(HttpContext context)
    {
        if (!IsKnown(context.Request.Headers.Authorization.ToString()))
        {
            return Refuse(context, StatusCodes.Status401Unauthorized, "Invalid API key.");
        }

        if (faults.Take() is { } status)
        {
            context.Response.Headers.RetryAfter = status is 429 or 503 ? "1" : default;
            return Refuse(context, status, "Something went wrong.");
        }

        if (_options.RateLimits == RateLimiting.On && !_second.TryTake(out _))
        {
            context.Response.Headers.RetryAfter = "1";
            return Refuse(context, StatusCodes.Status429TooManyRequests, "Limit exceeded.");
        }

        return next(context);
    }

    /// <summary>Refuses in BambooHR's way: an empty answer with the words in a header.</summary>
    public static Task Refuse(HttpContext context, int status, string message)
    {
        context.Response.StatusCode = status;
        context.Response.Headers[ErrorHeader] = message;
        return Task.CompletedTask;
    }

    private bool IsKnown(string authorization)
    {
        if (_options.BambooHr.ApiKey.Length == 0 || !authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        var given = new byte[authorization.Length];
        if (!Convert.TryFromBase64String(authorization["Basic ".Length..], given, out var length))
        {
            return false;
        }

        // The password is of no account.
        var user = Encoding.UTF8.GetString(given.AsSpan(0, length)).Split(':')[0];
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(user), Encoding.UTF8.GetBytes(_options.BambooHr.ApiKey));
    }
}
