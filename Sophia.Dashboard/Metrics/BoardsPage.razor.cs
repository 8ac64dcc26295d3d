using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Metrics;

/// <summary>Several charts over the same stretch of time.</summary>
public sealed partial class BoardsPage(BoardStore boards) : TelemetryComponent
{
    private Board? _board;
    private int _version;
    private DateTimeOffset _from;
    private DateTimeOffset _to;

    /// <summary>The board; null lists them.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>A named range.</summary>
    [SupplyParameterFromQuery]
    public string? Range { get; set; }

    /// <summary>The begin.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The end.</summary>
    [SupplyParameterFromQuery(Name = "to")]
    public string? Until { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Metrics;

    private TimeWindow Window => TimeWindow.Read(Range, From, Until);

    /// <inheritdoc />
    protected override Task ReadAsync(CancellationToken cancellationToken)
    {
        _board = Id is { } id ? boards.Find(id) : null;
        (_from, _to) = Window.Resolve(Now);
        _version++;
        return Task.CompletedTask;
    }

    private void MoveForward(int at)
    {
        List<ChartDefinition> charts = [.. _board!.Charts];
        (charts[at - 1], charts[at]) = (charts[at], charts[at - 1]);
        _board = boards.Save(_board with { Charts = charts });
    }

    private void TakeOff(int at) => _board = boards.Save(_board! with { Charts = [.. _board.Charts.Where((_, index) => index != at)] });

    private void RemoveBoard()
    {
        boards.Remove(_board!.Id);
        Go("/boards");
    }

    private string To(TimeWindow window) =>
        Address.Of($"/boards/{Id}", ("range", window.Range == "15m" ? null : window.Range), ("from", window.FromText), ("to", window.ToText));
}
