using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Errors;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Errors;

/// <summary>What goes wrong, the same things together.</summary>
public sealed partial class ErrorsPage(ErrorQueries errors) : TelemetryComponent
{
    private IReadOnlyList<ErrorGroup>? _groups;
    private ErrorGroup? _open;

    /// <summary>A service.</summary>
    [SupplyParameterFromQuery]
    public string? Service { get; set; }

    /// <summary>A range's key.</summary>
    [SupplyParameterFromQuery]
    public string? Since { get; set; }

    /// <summary>Text in type, message or operation.</summary>
    [SupplyParameterFromQuery(Name = "q")]
    public string? Text { get; set; }

    /// <summary>The group whose details are open.</summary>
    [SupplyParameterFromQuery(Name = "error")]
    public string? Fingerprint { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Errors;

    /// <inheritdoc />
    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset? since = TimeWindow.Presets.Any(preset => preset.Key == Since) ? TimeWindow.Read(Since, null, null).Resolve(Now).From : null;
        _groups = errors.Find(Service.OrNull(), Text.OrNull(), since);
        _open = Fingerprint.OrNull() is { } fingerprint ? errors.Find(fingerprint) : null;
        return Task.CompletedTask;
    }

    /// <summary>The type's own name, since its namespace is in the details; of a span that failed without an exception its name.</summary>
    private static string Title(ErrorGroup group) => group.Type == "error" ? $"{group.Operation} failed" : group.Type[(group.Type.LastIndexOf('.') + 1)..];

    private string To(string? service = null, string? since = null, string? text = null, string? fingerprint = null) => Address.Of(
        "/errors", ("service", service ?? Service), ("since", since ?? Since), ("q", text ?? Text), ("error", fingerprint ?? Fingerprint));
}
