using System.Globalization;

namespace Sophia.Core.Analytics.Churn.Features;

/// <summary>A column as a model reads it, learnt from the training rows.</summary>
public sealed record Feature
{
    /// <summary>The bin of a missing cell, or of a category that was not there in training.</summary>
    public const byte MissingBin = 0;

    /// <summary>The column.</summary>
    public required string Name { get; init; }

    /// <summary>How the column is read.</summary>
    public required FeatureKind Kind { get; init; }

    /// <summary>For numbers and dates: the upper ends of the bins but the last, ascending; at most 62.</summary>
    public IReadOnlyList<double> Edges { get; init; } = [];

    /// <summary>For categories: the known ones, those with the lowest share of leavers first; at most 62.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>For numbers and dates: the mean of the cells present.</summary>
    public double Mean { get; init; }

    /// <summary>For numbers and dates: the standard deviation of the cells present, more than 0.</summary>
    public double Deviation { get; init; } = 1;

    /// <summary>The share of training rows in each bin, the missing one first.</summary>
    public IReadOnlyList<double> BinShares { get; init; } = [];

    /// <summary>How many bins there are, the missing one included.</summary>
    internal int Bins => Kind == FeatureKind.Category ? Categories.Count + 1 : Edges.Count + 2;

    /// <summary>How many columns a linear model makes of it: one a category; value and missing for the others.</summary>
    internal int LinearColumns => Kind == FeatureKind.Category ? Categories.Count : 2;

    internal byte Bin(string? cell, DateOnly asOf)
    {
        if (Kind == FeatureKind.Category)
        {
            return (byte)(IndexOf(cell) + 1);
        }

        if (Number(cell, Kind, asOf) is not { } number)
        {
            return MissingBin;
        }

        var bin = 1;
        foreach (var edge in Edges)
        {
            if (number <= edge)
            {
                break;
            }

            bin++;
        }

        return (byte)bin;
    }

    /// <summary>The linear model's columns of a cell, standardised where they are numbers.</summary>
    internal void Spread(string? cell, DateOnly asOf, Span<double> columns)
    {
        columns.Clear();
        if (Kind == FeatureKind.Category)
        {
            if (IndexOf(cell) is >= 0 and var index)
            {
                columns[index] = 1;
            }
        }
        else if (Number(cell, Kind, asOf) is { } number)
        {
            // Four deviations: one absurd figure must not decide alone.
            columns[0] = Math.Clamp((number - Mean) / Deviation, -4, 4);
        }
        else
        {
            columns[1] = 1;
        }
    }

    internal static double? Number(string? cell, FeatureKind kind, DateOnly asOf) => kind switch
    {
        FeatureKind.Number => double.TryParse(cell, NumberStyles.Float | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number)
            && Math.Abs(number) < 1e100 ? number : null,
        FeatureKind.Date => DateTimeOffset.TryParse(cell, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
            ? asOf.DayNumber - DateOnly.FromDateTime(date.UtcDateTime).DayNumber : null,
        FeatureKind.Category => null,
    };

    private int IndexOf(string? cell)
    {
        for (var index = 0; cell is not null && index < Categories.Count; index++)
        {
            if (Categories[index] == cell)
            {
                return index;
            }
        }

        return -1;
    }
}
