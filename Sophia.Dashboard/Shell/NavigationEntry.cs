namespace Sophia.Dashboard.Shell;

/// <summary>One page in the navigation.</summary>
/// <param name="Path">Its address.</param>
/// <param name="Title">Its name.</param>
/// <param name="Key">The key after <c>g</c> that leads there.</param>
/// <param name="Icon">The outline of a 16 by 16 icon.</param>
public sealed record NavigationEntry(string Path, string Title, char Key, string Icon)
{
    /// <summary>Every page, in the order of the navigation.</summary>
    public static IReadOnlyList<NavigationEntry> All { get; } =
    [
        new("/", "Resources", 'r', "M2 2.5h5v5H2zM9 2.5h5v5H9zM2 9.5h5v4H2zM9 9.5h5v4H9z"),
        new("/console", "Console", 'c', "M2 3h12v10H2zM4.5 6l2 2l-2 2M8.5 10h3"),
        new("/overview", "Services", 'o', "M2 13.5h12M4 11V8M8 11V4M12 11V6.5"),
        new("/logs", "Logs", 'l', "M3 3.5h10M3 6.5h10M3 9.5h7M3 12.5h5"),
        new("/traces", "Traces", 't', "M2 3.5h9M4.5 6.5h8M7 9.5h6M9 12.5h5"),
        new("/metrics", "Metrics", 'm', "M2 12l3.5-4.5l3 2.5L14 4M2 14h12"),
        new("/errors", "Errors", 'e', "M8 2L14.5 13.5H1.5zM8 6.5v3M8 11.5v.2"),
        new("/slos", "SLOs and alerts", 's', "M8 1.5l5.5 2v4c0 3.5-2.4 5.7-5.5 7c-3.1-1.3-5.5-3.5-5.5-7v-4zM5.5 8l2 2l3-3.5"),
        new("/agents", "Agents", 'a', "M3 5.5h10v7H3zM8 5.5V2.5M6 8.5v.8M10 8.5v.8M1.2 8v2.5M14.8 8v2.5"),
        new("/timeline", "Timeline", 'i', "M2 8h12M4.5 6v4M8 4.5v7M11.5 6v4"),
        new("/data", "Data", 'd', "M2.5 4c0-1.1 2.5-2 5.5-2s5.5.9 5.5 2s-2.5 2-5.5 2s-5.5-.9-5.5-2v8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2V4M2.5 8c0 1.1 2.5 2 5.5 2s5.5-.9 5.5-2"),
    ];
}
