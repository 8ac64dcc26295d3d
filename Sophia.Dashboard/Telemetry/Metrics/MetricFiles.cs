using System.Globalization;

namespace Sophia.Dashboard.Telemetry.Metrics;

/// <summary>The numbered files of a metric store: <c>name-N.extension</c>.</summary>
/// <param name="folder">The folder of the files.</param>
/// <param name="logger">Where damaged files are named.</param>
internal sealed partial class MetricFiles(string folder, ILogger logger)
{
    /// <summary>The path of a file.</summary>
    /// <param name="name">What it holds.</param>
    /// <param name="sequence">Its number.</param>
    /// <param name="extension">How its name ends, with the dot.</param>
    /// <returns>The path.</returns>
    public string Path(string name, long sequence, string extension) =>
        System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{sequence:D10}{extension}"));

    /// <summary>The files of a kind that are there, in the order of their numbers.</summary>
    /// <param name="name">What they hold.</param>
    /// <param name="extension">How their names end, with the dot.</param>
    /// <returns>Number and path of each.</returns>
    public IEnumerable<(long Sequence, string Path)> Of(string name, string extension) =>
        from path in Directory.EnumerateFiles(folder, $"{name}-*{extension}")
        where System.IO.Path.GetExtension(path) == extension
        let number = System.IO.Path.GetFileNameWithoutExtension(path)[(name.Length + 1)..]
        where long.TryParse(number, CultureInfo.InvariantCulture, out _)
        let sequence = long.Parse(number, CultureInfo.InvariantCulture)
        orderby sequence
        select (sequence, path);

    /// <summary>Opens the blocks of a kind, in the order of their numbers; a damaged one is deleted.</summary>
    /// <param name="name">What they hold.</param>
    /// <returns>The blocks.</returns>
    public MetricBlock[] OpenBlocks(string name)
    {
        var blocks = new List<MetricBlock>();
        foreach (var (sequence, path) in Of(name, ".block"))
        {
            if (MetricBlock.Open(sequence, path) is { } block)
            {
                blocks.Add(block);
            }
            else
            {
                LogUnreadable(path);
                File.Delete(path);
            }
        }

        return [.. blocks];
    }

    [LoggerMessage(LogLevel.Error, "{Path} is damaged and is left out")]
    private partial void LogUnreadable(string path);
}
