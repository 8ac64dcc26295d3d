namespace Sophia.Web.Dashboard;

/// <summary>The ids of a tile's elements.</summary>
internal static class TileIds
{
    /// <summary>The id of the metric's name.</summary>
    public static string Title(string metric) => "title-" + metric.Replace('.', '-');

    /// <summary>The id of the metric's definition.</summary>
    public static string About(string metric) => "about-" + metric.Replace('.', '-');
}
