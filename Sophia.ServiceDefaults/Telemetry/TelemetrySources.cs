namespace Sophia.ServiceDefaults.Telemetry;

/// <summary>Whose activities and instruments are recorded: ours begin with <c>Sophia.</c>, the rest are named here and nowhere else.</summary>
internal static class TelemetrySources
{
    /// <summary>Statements sent to Postgres, with placeholders and without values.</summary>
    public const string Postgres = "Npgsql";

    /// <summary>Activity sources. The bus client carries the trace's context in each message's headers.</summary>
    public static readonly string[] Activities =
        ["Sophia.*", "Microsoft.AspNetCore", "System.Net.Http", Postgres, "RabbitMQ.Client.Publisher", "RabbitMQ.Client.Subscriber"];

    /// <summary>Meters.</summary>
    public static readonly string[] Meters =
        ["Sophia.*", "Microsoft.AspNetCore.*", "System.Net.Http", "System.Net.NameResolution", "System.Runtime", Postgres];
}
