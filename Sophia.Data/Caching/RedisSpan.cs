using System.Diagnostics;
using Sophia.Core.Telemetry;
using StackExchange.Redis;

namespace Sophia.Data.Caching;

/// <summary>
/// The spans of Redis commands, which its client does not make. They name the command and the first part of the key, which
/// is a constant of ours; the rest of it can be what somebody asked.
/// </summary>
internal static class RedisSpan
{
    private static readonly ActivitySource s_source = new(TelemetryNames.RedisSource);

    /// <summary>Begins a span below the present one; null where there is none, so that no command is a trace of its own.</summary>
    /// <param name="command">The command.</param>
    /// <param name="key">The key that it is for.</param>
    public static Activity? Start(string command, RedisKey key)
    {
        if (Activity.Current is null || s_source.StartActivity(command, ActivityKind.Client) is not { } span)
        {
            return null;
        }

        var text = (string)key!;
        span.SetTag("db.system.name", "redis");
        span.SetTag("db.operation.name", command);
        span.SetTag("sophia.key.prefix", text.IndexOf(':', StringComparison.Ordinal) is > 0 and var end ? text[..end] : "");
        return span;
    }
}
