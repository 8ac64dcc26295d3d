using Sophia.Core.Analytics.Sales.History;

namespace Sophia.Core.Analytics.Sales.Winning;

/// <summary>The numbers by which a deal at a moment is compared with others.</summary>
/// <remarks>Names that were rare in training, and later unknown ones, share the column of none.</remarks>
internal sealed class DealFeatures
{
    private const int LeastDeals = 20;

    // Bounds the columns: 200 sellers and products are more than any one model can tell apart.
    private const int MostNames = 200;

    private static readonly (string Kind, Func<DealCourse, string?> Name)[] s_named =
    [
        ("stage", static course => course.Current.Stage.Key.ExternalId),
        ("product", static course => course.Deal.ProductLine),
        ("region", static course => course.Account?.Region),
        ("segment", static course => course.Account?.Segment),
        ("seller", static course => course.Deal.OwnerId),
    ];

    private static readonly string[] s_numbers = ["age", "time in stage", "amount", "no amount", "share of its life in this stage", "stages seen"];

    private readonly Dictionary<(string Kind, string Name), int> _columns;

    /// <param name="named">The columns of names, in order: what <see cref="Choose"/> chose when the model was trained.</param>
    public DealFeatures(IReadOnlyList<NamedColumn> named)
    {
        _columns = named.Index().ToDictionary(static column => (column.Item.Kind, column.Item.Name), static column => s_numbers.Length + column.Index);
        Names = [.. s_numbers, .. named.Select(static column => $"{column.Kind} {column.Name}")];
    }

    /// <summary>What each column is called.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The names that are common enough to have a column of their own.</summary>
    public static IReadOnlyList<NamedColumn> Choose(IReadOnlyCollection<DealCourse> courses)
    {
        List<NamedColumn> chosen = [];
        foreach (var (kind, name) in s_named)
        {
            var counted = courses.SelectMany(course => kind is "stage"
                ? course.Visits.Where(static visit => !visit.Stage.IsClosed).Select(static visit => visit.Stage.Key.ExternalId)
                : name(course) is { } single ? [single] : []);
            chosen.AddRange(counted.CountBy(static value => value, StringComparer.Ordinal)
                .Where(static value => value.Value >= LeastDeals)
                .OrderByDescending(static value => value.Value)
                .ThenBy(static value => value.Key, StringComparer.Ordinal)
                .Take(MostNames)
                .Select(common => new NamedColumn(kind, common.Key)));
        }

        return chosen;
    }

    /// <summary>The columns of a deal that is open at a moment.</summary>
    public double[] Of(DealCourse course, DateTimeOffset asOf)
    {
        var columns = new double[s_numbers.Length + _columns.Count];
        var age = course.AgeDays(asOf);
        var inStage = Math.Max(0, (asOf - course.Current.EnteredAt).TotalDays);
        columns[0] = Math.Log(1 + age);
        columns[1] = Math.Log(1 + inStage);
        columns[2] = course.Deal.Amount is { } amount and > 0 ? Math.Log((double)amount) : 0;
        columns[3] = course.Deal.Amount is > 0 ? 0 : 1;
        columns[4] = age > 0 ? inStage / age : 1;
        columns[5] = course.Visits.Count;
        foreach (var (kind, name) in s_named)
        {
            if (name(course) is { } value && _columns.TryGetValue((kind, value), out var column))
            {
                columns[column] = 1;
            }
        }

        return columns;
    }
}
