namespace Sophia.Dashboard.Telemetry.Ingest;

/// <summary>What a request holds.</summary>
internal enum OtlpSignal
{
    Traces,
    Metrics,
    Logs,
}
