using System.ComponentModel.DataAnnotations;

namespace Sophia.Dashboard.Telemetry;

/// <summary>What is received and how much of it is kept; configuration section <c>Telemetry</c> unless said otherwise.</summary>
public sealed class TelemetryOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Telemetry";

    /// <summary>Where telemetry is kept; relative to the working folder; key <c>Dashboard:DataFolder</c>.</summary>
    [Required]
    public string DataFolder { get; set; } = ".sophia/dashboard";

    /// <summary>Where OTLP/HTTP is received: scheme, address and port. Loopback unless configured; key <c>Otlp:Address</c>.</summary>
    [Required]
    public string OtlpAddress { get; set; } = "http://127.0.0.1:18890";

    /// <summary>What senders put into the header <c>x-otlp-api-key</c>; empty makes one, kept in the data folder in <c>otlp-key</c>; key <c>Otlp:ApiKey</c>.</summary>
    public string? OtlpApiKey { get; set; }

    /// <summary>Spans kept. Each takes 80 bytes of memory, and its own size on disk.</summary>
    [Range(1_000, 10_000_000)]
    public int MaximumSpans { get; set; } = 500_000;

    /// <summary>Log records kept. Each takes 64 bytes of memory, and its own size on disk.</summary>
    [Range(1_000, 10_000_000)]
    public int MaximumLogs { get; set; } = 500_000;

    /// <summary>Disk for spans, in bytes.</summary>
    [Range(1L << 20, 1L << 40)]
    public long MaximumSpanBytes { get; set; } = 192L << 20;

    /// <summary>Disk for log records, in bytes.</summary>
    [Range(1L << 20, 1L << 40)]
    public long MaximumLogBytes { get; set; } = 192L << 20;

    /// <summary>Disk for metric points, in bytes: three quarters single points, a quarter minute rollups.</summary>
    [Range(8L << 20, 1L << 40)]
    public long MaximumMetricBytes { get; set; } = 128L << 20;

    /// <summary>Metric series told apart. Each takes about a kilobyte of memory.</summary>
    [Range(100, 1_000_000)]
    public int MaximumSeries { get; set; } = 50_000;

    /// <summary>Processes told apart.</summary>
    [Range(10, 100_000)]
    public int MaximumResources { get; set; } = 1_000;

    /// <summary>The largest body of a request as sent, in bytes; protects memory.</summary>
    [Range(1 << 10, 1 << 28)]
    public int MaximumRequestBytes { get; set; } = 8 << 20;

    /// <summary>The largest body of a request unpacked, in bytes; protects against bodies that unpack to much more.</summary>
    [Range(1 << 10, 1 << 28)]
    public int MaximumUnpackedBytes { get; set; } = 16 << 20;

    /// <summary>Memory for requests that are being received, in bytes; more is answered with 429 and Retry-After.</summary>
    [Range(1 << 20, 1 << 30)]
    public int MaximumBytesInFlight { get; set; } = 64 << 20;

    /// <summary>How long one search may take before it answers with what it has; protects receiving.</summary>
    public TimeSpan SearchTime { get; set; } = TimeSpan.FromMilliseconds(200);

    /// <summary>What models cost, by the model's name. Without a price no cost is shown.</summary>
    public Dictionary<string, Agents.ModelPrice> ModelPrices { get; } = new(StringComparer.OrdinalIgnoreCase);
}
