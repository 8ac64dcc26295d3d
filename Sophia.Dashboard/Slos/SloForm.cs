using Sophia.Dashboard.Telemetry.Slos;

namespace Sophia.Dashboard.Slos;

/// <summary>An objective while it is being written.</summary>
public sealed class SloForm
{
    /// <summary>Its id; empty when it is new.</summary>
    public string Id { get; set; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; set; } = "";

    /// <summary>The service.</summary>
    public string Service { get; set; } = "";

    /// <summary>One endpoint; empty for all.</summary>
    public string Operation { get; set; } = "";

    /// <summary>What is promised.</summary>
    public SloKind Kind { get; set; }

    /// <summary>The promised share in percent.</summary>
    public double Percent { get; set; } = 99.9;

    /// <summary>Latency: a good request takes at most so many milliseconds.</summary>
    public double Milliseconds { get; set; } = 250;

    /// <summary>Over so many days.</summary>
    public int Days { get; set; } = 30;

    /// <summary>A new one.</summary>
    public static SloForm New() => new();

    /// <summary>One that is there already.</summary>
    public static SloForm Of(SloDefinition slo) => new()
    {
        Id = slo.Id,
        Name = slo.Name,
        Service = slo.Service,
        Operation = slo.Operation ?? "",
        Kind = slo.Kind,
        Percent = Math.Round(slo.Objective * 100, 4),
        Milliseconds = slo.Threshold?.TotalMilliseconds ?? 250,
        Days = slo.WindowDays,
    };

    /// <summary>What was written.</summary>
    public SloDefinition Read() => new(
        Id, Name.Trim(), Service, Operation.Length > 0 ? Operation : null, Kind, Math.Round(Percent / 100, 6),
        Kind is SloKind.Latency ? TimeSpan.FromMilliseconds(Milliseconds) : null, Days);
}
