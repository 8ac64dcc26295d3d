using System.Globalization;
using Microsoft.Extensions.Localization;
using Sophia.Core.Alerts;
using Sophia.Core.Analytics.Anomalies.Alerts;
using Sophia.Core.Metrics;
using Sophia.Web.Dashboard;
using Sophia.Web.Figures;
using Sophia.Web.Languages;
using Sophia.Web.Pages;
using Sophia.Web.People;
using Sophia.Web.Rows;

namespace Sophia.Web.Alerts;

/// <summary>Puts alerts into words.</summary>
internal static class AlertText
{
    /// <summary>The address of an alert's page.</summary>
    public static string AddressOf(Alert alert) => $"/alerts/{alert.Id}";

    /// <summary>How a severity is to be taken.</summary>
    public static StatusLevel LevelOf(AlertSeverity severity) => severity switch
    {
        AlertSeverity.Critical => StatusLevel.Bad,
        AlertSeverity.Warning => StatusLevel.Warning,
        AlertSeverity.Information => StatusLevel.Neutral,
    };

    /// <summary>A severity in a word.</summary>
    public static string Word(IStringLocalizer text, AlertSeverity severity) => text["severity." + severity];

    /// <summary>What people call it: The pipeline of a region is thin · EMEA.</summary>
    public static string Title(IStringLocalizer text, Alert alert) => alert.Name + (alert.Member is { } member ? " · " + Part(text, member) : string.Empty);

    /// <summary>What its contributors tell: how parts moved or, for an anomaly, how far they lie from what they usually are.</summary>
    public static string Explanation(IStringLocalizer text, Alert alert) => text[
        alert.Condition == RuleCondition.Anomaly ? "alerts.awayBy" : "alerts.movedBy", text["dimension." + alert.Contributors[0].Dimension]];

    /// <summary>What it is about: Revenue, or Revenue · EMEA.</summary>
    public static string Subject(IStringLocalizer text, Alert alert) => Subject(text, alert.Metric, alert.Member);

    /// <summary>A metric or one part of it.</summary>
    public static string Subject(IStringLocalizer text, string metric, string? member) =>
        text.Name(metric, MetricCatalog.Find(metric)?.Name ?? metric) + (member is null ? string.Empty : " · " + Part(text, member));

    /// <summary>A part by its name; the source says none where it is empty.</summary>
    public static string Part(IStringLocalizer text, string? member) =>
        member is null ? text["alerts.rest"] : member.Length == 0 ? text["alerts.unnamed"] : member;

    /// <summary>What was read.</summary>
    public static string Value(IStringLocalizer text, Alert alert) => FigureText.Write(text, alert.Reading.Value, alert.Unit, alert.Currency);

    /// <summary>What is watched, where that is not the value itself: −31.2% (was $4,100,000). Null where it is.</summary>
    public static string? Change(IStringLocalizer text, Alert alert) => alert is { Condition: RuleCondition.ChangesBy, Reading: { Change: { } change } reading }
        ? text["alerts.changed", Moved(text, change, alert.Unit), FigureText.Write(text, reading.Previous, alert.Unit, alert.Currency)].Value
        : null;

    /// <summary>Where it would be right: at most 25.0%, or 1,200 to 1,900 expected.</summary>
    public static string Limit(IStringLocalizer text, Alert alert)
    {
        string Write(decimal? value) => alert.Condition == RuleCondition.ChangesBy
            ? Moved(text, value ?? 0, alert.Unit) : FigureText.Write(text, value, alert.Unit, alert.Currency);
        return alert.Expected switch
        {
            { Lower: { } lower, Upper: { } upper } => text["alerts.expectedRange", Write(lower), Write(upper)],
            { Lower: { } lower } => text["alerts.atLeast", Write(lower)],
            { Upper: { } upper } => text["alerts.atMost", Write(upper)],
            _ => text["alerts.noLimit"],
        };
    }

    /// <summary>A change with its sign: −31.2%, +4.0 points, −0.20.</summary>
    public static string Moved(IStringLocalizer text, decimal change, MetricUnit unit)
    {
        var size = Math.Abs(change);
        return (change < 0 ? "−" : "+") + unit switch
        {
            MetricUnit.Ratio => text["alerts.points", (size * 100).ToString("N1", CultureInfo.CurrentCulture)],
            MetricUnit.Number => size.ToString("N2", CultureInfo.CurrentCulture),
            MetricUnit.Money or MetricUnit.Count or MetricUnit.Days or MetricUnit.Minutes or MetricUnit.Hours => FigureText.Percent(size),
        };
    }

    /// <summary>An amount with its sign, in the metric's unit.</summary>
    public static string Amount(IStringLocalizer text, decimal amount, MetricUnit unit, string? currency) =>
        (amount > 0 ? "+" : string.Empty) + FigureText.Write(text, amount, unit, currency);

    /// <summary>The days that were read.</summary>
    public static DateRange Days(Alert alert) => new(alert.Reading.From, alert.Reading.To);

    /// <summary>The filter that keeps the part, or none.</summary>
    public static IReadOnlyList<MetricFilter> Filters(Alert alert) =>
        alert is { Dimension: { } dimension, Member: { } member } ? [new(dimension, [member])] : [];

    /// <summary>The rows behind what was read.</summary>
    public static string RowsOf(Alert alert) => RowsQuery.AddressOf(alert.Metric, Days(alert), Filters(alert));

    /// <summary>The board that shows the metric over the same days, or null where none has it as a tile or could keep to the part.</summary>
    public static string? BoardOf(Alert alert)
    {
        var board = OverviewBoard.Board.Tiles.Contains(alert.Metric, StringComparer.Ordinal) ? OverviewBoard.Board
            : PeopleBoard.Tiles.Contains(alert.Metric, StringComparer.Ordinal) ? PeopleBoard.Board
            : null;
        var part = alert switch
        {
            { Member: null } => string.Empty,
            { Dimension: Dimension.Region or Dimension.Department, Member: { Length: > 0 } member } =>
                $"&{(alert.Dimension == Dimension.Region ? "region" : "department")}={Uri.EscapeDataString(member)}",
            _ => null,
        };
        return board is null || part is null ? null
            : string.Create(CultureInfo.InvariantCulture, $"{board.Path}?from={alert.Reading.From:yyyy-MM-dd}&to={alert.Reading.To:yyyy-MM-dd}{part}");
    }

    /// <summary>Where it is in its life, in a word or two: goes on, recovering, over.</summary>
    public static string State(IStringLocalizer text, Alert alert) => text[(alert.State, alert.Paused) switch
    {
        (AlertPhase.Resolved, _) => "alerts.over",
        (_, true) => "alerts.paused",
        (AlertPhase.Recovering, false) => "alerts.recovering",
        (AlertPhase.Firing, false) => "alerts.firing",
    }];

    /// <summary>How long it goes on or went on: for 3 hours.</summary>
    public static string Duration(IStringLocalizer text, Alert alert, DateTimeOffset now) => alert.ResolvedAt is { } over
        ? text["alerts.lasted", AgeText.Age(text, over - alert.Since)]
        : text["alerts.for", AgeText.Age(text, now - alert.Since)];
}
