using System.Globalization;
using Microsoft.AspNetCore.Components.Forms;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Resources;
using Sophia.Dashboard.Telemetry.Sessions;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Data;

/// <summary>What is kept, who sent it, and how to take it elsewhere.</summary>
public sealed partial class DataPage(ResourceQueries resources, SessionFile session) : TelemetryComponent
{
    private IReadOnlyList<TelemetryLimit>? _limits;
    private IReadOnlyList<TelemetryResource> _senders = [];
    private TimeWindow _window = TimeWindow.Read("24h", null, null);
    private string? _exported;
    private bool _importing;
    private SessionImport? _imported;
    private string? _refused;

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Resources;

    private string Summary => _limits is { } limits && limits.Count(static limit => limit.Dropped > 0) is var reached and > 0
        ? $"{reached} bounds were reached since this process started"
        : "";

    private string ExportAddress => Address.Of("/data/export", ("resource", _exported), ("range", _window.Range), ("from", _window.FromText), ("to", _window.ToText));

    /// <inheritdoc />
    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        _limits = resources.Limits();
        _senders = resources.All();
        return Task.CompletedTask;
    }

    private async Task ImportAsync(InputFileChangeEventArgs chosen)
    {
        (_importing, _imported, _refused) = (true, null, null);
        try
        {
            await using var upload = chosen.File.OpenReadStream(SessionFiles.LargestUpload, Leaving);
            _imported = await SessionFiles.ImportAsync(session, upload, Leaving);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            _refused = exception.Message;
        }

        _importing = false;
        await ReadAgainAsync();
    }

    private static string Amount(long amount, string unit) => unit == "bytes" ? NumberText.Bytes(amount) : $"{NumberText.Count(amount)} {unit}";

    private static string Width(TelemetryLimit limit) =>
        (Math.Clamp((double)limit.Used / Math.Max(1, limit.Bound), 0, 1) * 100).ToString("0.#", CultureInfo.InvariantCulture);
}
