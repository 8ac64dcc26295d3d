using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Metrics;

/// <summary>Several charts over the same stretch of time.</summary>
public sealed partial class BoardsPage(BoardStore boards) : WindowedComponent
{
    private Board? _board;
    private int _version;
    private DateTimeOffset _from;
    private DateTimeOffset _to;

    /// <summary>The board; null lists them.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Metrics;

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

    private string To(TimeWindow window) => Address.Of($"/boards/{Id}", [.. Say(window)]);
}
