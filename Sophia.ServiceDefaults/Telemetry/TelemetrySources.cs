namespace Sophia.ServiceDefaults.Telemetry;

/// <summary>Whose activities and instruments are recorded: ours begin with <c>Sophia.</c>, the rest are named here and nowhere else.</summary>
internal static class TelemetrySources
{
    /// <summary>Statements sent to Postgres, with placeholders and without values.</summary>
    public const string Postgres = "Npgsql";

    /// <summary>
    /// Activity sources. The bus client's publisher sends the trace's context along in each message's headers; its subscriber
    /// begins a new trace for each message, so that ours goes on with the sender's.
    /// </summary>
    public static readonly string[] Activities =
        ["Sophia.*", "Microsoft.AspNetCore", "System.Net.Http", Postgres, "RabbitMQ.Client.Publisher"];

    /// <summary>
    /// Meters. Of ASP.NET Core's those of memory pools, routing, authentication and authorization are left out: they measure
    /// several times in each request what the request's own duration, route and status tell.
    /// OpenTelemetry's own tells what a full queue has dropped.
    /// </summary>
    public static readonly string[] Meters =
    [
        "Sophia.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting",
        "Microsoft.AspNetCore.Diagnostics", "Microsoft.AspNetCore.Components*", "Microsoft.AspNetCore.Http.Connections",
        "System.Net.Http", "System.Net.NameResolution", "System.Runtime", Postgres, "otel.sdk.experimental",
    ];
}
