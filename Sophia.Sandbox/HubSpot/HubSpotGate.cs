using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Sophia.Sandbox.Control;
using Sophia.Sandbox.Wire;

namespace Sophia.Sandbox.HubSpot;

/// <summary>What every request to HubSpot's paths passes: the token, the injected faults, the limits.</summary>
internal sealed class HubSpotGate(RequestDelegate next, IOptions<SandboxOptions> options, RequestLimits limits, FaultInjection faults)
{
    private const string CorrelationHeader = "X-HubSpot-Correlation-Id";

    private readonly byte[] _expected = Encoding.UTF8.GetBytes($"Bearer {options.Value.HubSpot.Token}");

    public static string CorrelationId(HttpContext context) => context.Response.Headers[CorrelationHeader].ToString();

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.Headers[CorrelationHeader] = Guid.NewGuid().ToString();
        var presented = Encoding.UTF8.GetBytes(context.Request.Headers.Authorization.ToString());
        if (!CryptographicOperations.FixedTimeEquals(presented, _expected))
        {
            return HubSpotError.Unauthenticated.AsResult(context).ExecuteAsync(context);
        }

        return faults.Take() switch
        {
            null => limits.Refuse(context) is { } policy ? RefuseAsync(context, policy) : next(context),
            StatusCodes.Status429TooManyRequests => RefuseAsync(context, "TEN_SECONDLY_ROLLING"),
            { } status => new HubSpotError(status, "INTERNAL_ERROR", "internal error").AsResult(context).ExecuteAsync(context),
        };
    }

    private static Task RefuseAsync(HttpContext context, string policy)
    {
        var message = policy switch
        {
            "DAILY" => "You have reached your daily limit.",
            "SECONDLY" => "You have reached your secondly limit.",
            _ => "You have reached your ten_secondly_rolling limit.",
        };
        return new JsonAnswer(StatusCodes.Status429TooManyRequests, json =>
        {
            json.WriteStartObject();
            json.WriteString("status", "error");
            json.WriteString("message", message);
            json.WriteString("errorType", "RATE_LIMIT");
            json.WriteString("correlationId", CorrelationId(context));
            json.WriteString("policyName", policy);
            json.WriteString("requestId", context.TraceIdentifier);
            json.WriteEndObject();
        }).ExecuteAsync(context);
    }
}
