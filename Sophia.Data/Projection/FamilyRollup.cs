using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>How a family's rollups are kept: one table, one column per component, one row per day, month and member of each dimension.</summary>
internal sealed class FamilyRollup
{
    private FamilyRollup(FactFamily family, params IReadOnlyList<Dimension> dimensions)
    {
        Family = family;
        Dimensions = dimensions;
        Components = [.. MetricComponents.All.Where(component => component.Fact.Family == family)];
        Table = $"{NameOf(family)}_rollup";
    }

    /// <summary>Those of all families.</summary>
    public static IReadOnlyList<FamilyRollup> All { get; } =
    [
        new(FactFamily.Sales, Dimension.ProductLine, Dimension.Region, Dimension.Segment, Dimension.Stage),
        new(FactFamily.Calls, Dimension.Department, Dimension.CallDirection, Dimension.Topic),
        new(FactFamily.People, Dimension.Department),
        new(FactFamily.Surveys, Dimension.Department),
    ];

    /// <summary>The family.</summary>
    public FactFamily Family { get; }

    /// <summary>The table.</summary>
    public string Table { get; }

    /// <summary>Its components, in the order of <see cref="MetricComponents.All"/>.</summary>
    public IReadOnlyList<MetricComponent> Components { get; }

    /// <summary>What its rows are split by, each dimension alone.</summary>
    public IReadOnlyList<Dimension> Dimensions { get; }

    /// <summary>The rollup of a family.</summary>
    public static FamilyRollup Of(FactFamily family) => All.First(rollup => rollup.Family == family);

    /// <summary>A family's name in the database.</summary>
    public static string NameOf(FactFamily family) => family switch
    {
        FactFamily.Sales => "sales",
        FactFamily.Calls => "calls",
        FactFamily.People => "people",
        FactFamily.Surveys => "surveys",
    };

    /// <summary>The family of a name in the database.</summary>
    public static FactFamily FamilyOf(string name) => Enum.GetValues<FactFamily>().First(family => NameOf(family) == name);
}
