using Microsoft.Extensions.Options;

namespace Sophia.Dashboard.Telemetry.Ingest;

/// <summary>What senders show: the configured key, or one that is made once and kept in the data folder, readable by its owner only.</summary>
internal sealed class OtlpKey
{
    public OtlpKey(IOptions<TelemetryOptions> options, TelemetryStore store) => Value = string.IsNullOrEmpty(options.Value.OtlpApiKey)
        ? KeptSecret.Get(Path.Combine(store.Folder, "otlp-key"))
        : options.Value.OtlpApiKey;

    /// <summary>The key.</summary>
    public string Value { get; }
}
