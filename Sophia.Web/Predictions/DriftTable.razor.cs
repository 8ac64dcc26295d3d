using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Analytics.Churn;
using Sophia.Core.Predictions;
using Sophia.Web.Figures;
using Sophia.Web.Pages;

namespace Sophia.Web.Predictions;

/// <summary>Whether the customers of today still are like those who taught the model: the columns that moved most.</summary>
public sealed partial class DriftTable
{
    private const int MostColumns = 5;

    // A bar of full length is an index of at least this, so that small ones look small.
    private const double LeastScale = 0.25;

    /// <summary>How far they have moved; null before they were first compared.</summary>
    [Parameter, EditorRequired]
    public required CustomerDrift? Drift { get; set; }

    /// <summary>The present moment.</summary>
    [Parameter, EditorRequired]
    public required DateTimeOffset Now { get; set; }

    private string Lead => Drift switch
    {
        null => Text["drift.unknown"],
        { Columns.Count: 0 } => Text["drift.nobody"],
        var drift => Text["drift." + Key(Worst(drift)) + "Lead", drift.Customers.ToString("N0", CultureInfo.CurrentCulture), AgeText.Moment(Text, drift.MeasuredAt, Now)],
    };

    private string Rest(CustomerDrift drift) =>
        drift.Columns.Count > MostColumns ? Text["drift.rest", drift.Columns.Count - MostColumns, Number(drift.Columns[MostColumns].StabilityIndex)] : "";

    private string Word(DriftVerdict verdict) => Text["drift." + Key(verdict)];

    private static string Key(DriftVerdict verdict) => verdict switch
    {
        DriftVerdict.Stable => "stable",
        DriftVerdict.Watch => "watch",
        DriftVerdict.Moved => "moved",
    };

    private static StatusLevel LevelOf(DriftVerdict verdict) => verdict switch
    {
        DriftVerdict.Stable => StatusLevel.Good,
        DriftVerdict.Watch => StatusLevel.Warning,
        DriftVerdict.Moved => StatusLevel.Bad,
    };

    private static DriftVerdict Worst(CustomerDrift drift) => drift.Columns.Max(static column => column.Verdict);

    private static string Width(FeatureDrift column, CustomerDrift drift) =>
        (100 * column.StabilityIndex / Math.Max(LeastScale, drift.Columns[0].StabilityIndex)).ToString("F1", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("N2", CultureInfo.CurrentCulture);
}
