using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Analytics.Churn.Models;
using Sophia.Core.Metrics;
using Sophia.Core.Predictions;
using Sophia.Web.Charts;
using Sophia.Web.Figures;

namespace Sophia.Web.Predictions;

/// <summary>How good a model's probabilities are: measured on cases held out of its training, and on what has since been decided.</summary>
public sealed partial class ModelQualityPanel
{
    private ModelQuality? _contentOf;
    private ChartContent? _content;

    /// <summary>The stem of its ids.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    /// <summary>What is predicted.</summary>
    [Parameter, EditorRequired]
    public required string Title { get; set; }

    /// <summary>What a probability promises, in a sentence.</summary>
    [Parameter, EditorRequired]
    public required string Promise { get; set; }

    /// <summary>How good it is, or null where there is no model.</summary>
    [Parameter, EditorRequired]
    public required ModelQuality? Quality { get; set; }

    /// <summary>Why there is no model; null where there is one, and before the first attempt.</summary>
    [Parameter]
    public string? Declined { get; set; }

    /// <summary>The key of the sentence that says how many cases it learnt from.</summary>
    [Parameter, EditorRequired]
    public required string Cases { get; set; }

    /// <summary>What is to be said while nothing has been decided.</summary>
    [Parameter, EditorRequired]
    public required string Undecided { get; set; }

    /// <summary>What else is to be said of the model; nothing where there is none.</summary>
    [Parameter]
    public RenderFragment? ChildContent { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_contentOf, Quality))
        {
            _contentOf = Quality;
            _content = Quality is { HeldOutCalibration.Count: > 0 } quality ? Draw(quality) : null;
        }
    }

    private ChartContent Draw(ModelQuality quality) => new()
    {
        Kind = ChartKind.Calibration,
        Categories = [Text["quality.promised"], Text["quality.seen"]],
        Unit = MetricUnit.Ratio,
        Current = Series(Text["quality.heldOut"], quality.HeldOutCalibration),
        Previous = quality.TrackRecordCalibration.Count > 0 ? Series(Text["quality.trackRecord"], quality.TrackRecordCalibration) : null,
    };

    private ChartSeries Series(string name, IReadOnlyList<CalibrationBin> bins) => new(
        name,
        [.. bins.Select(static bin => (decimal?)bin.Seen)],
        [.. bins.Select(bin => Text["quality.bin", FigureText.Percent((decimal)bin.Promised), FigureText.Percent((decimal)bin.Seen)].Value)],
        [.. bins.Select(bin => Text["quality.binCases", name, Count(bin.Count)].Value)],
        [.. bins.Select(static bin => (decimal)bin.Promised)]);

    private IEnumerable<(string Name, CalibrationBin Bin)> Rows(ModelQuality quality) =>
    [
        .. quality.HeldOutCalibration.Select(bin => (Text["quality.heldOut"].Value, bin)),
        .. quality.TrackRecordCalibration.Select(bin => (Text["quality.trackRecord"].Value, bin)),
    ];

    private string Summary(ModelQuality quality) =>
        Text["quality.summary", Title, quality.HeldOutCalibration.Count, FigureText.Percent((decimal)quality.HeldOut.CalibrationError)];

    private (string Name, string Value, string Meaning)[] Measures(Measures measures) =>
    [
        ("quality.auc", Number(measures.Auc), Text["quality.aucMeaning", FigureText.Percent((decimal)measures.Auc)]),
        ("quality.calibrationError", FigureText.Percent((decimal)measures.CalibrationError), Text["quality.calibrationErrorMeaning"]),
        ("quality.logLoss", Number(measures.LogLoss), Text["quality.logLossMeaning", Number(Math.Log(2))]),
        ("quality.brier", Number(measures.Brier), Text["quality.brierMeaning"]),
        ("quality.lift", measures.Lift.ToString("N1", CultureInfo.CurrentCulture) + "×", Text["quality.liftMeaning"]),
    ];

    private string Record(ModelQuality quality) => quality switch
    {
        { TrackRecord: { } record } => Text["quality.record", Count(quality.Decided), Number(record.Auc), FigureText.Percent((decimal)record.CalibrationError)],
        { Decided: > 0 } => Text["quality.oneSided", Count(quality.Decided)],
        _ => Undecided,
    };

    private static string Number(double value) => value.ToString("N3", CultureInfo.CurrentCulture);

    private static string Count(int value) => value.ToString("N0", CultureInfo.CurrentCulture);
}
