using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Sophia.Dashboard.Telemetry.Sessions;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Data;

/// <summary>Gives sessions out as files and takes them in.</summary>
internal static class SessionFiles
{
    /// <summary>The largest file that is taken in, in bytes.</summary>
    public const long LargestUpload = 64 * 1024 * 1024;

    /// <summary>Maps <c>GET /data/export</c>.</summary>
    public static void MapSessionExport(this IEndpointRouteBuilder routes) => routes.MapGet("/data/export", Export);

    /// <summary>Reads a file that arrives in pieces; a zip can only be read from its end, so it is put on disk meanwhile.</summary>
    /// <exception cref="InvalidDataException">It is no such file, or too large.</exception>
    public static async Task<SessionImport> ImportAsync(SessionFile session, Stream upload, CancellationToken cancellationToken)
    {
        await using var file = new FileStream(Path.GetTempFileName(), new FileStreamOptions
        {
            Mode = FileMode.Open,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        });
        await upload.CopyToAsync(file, cancellationToken);
        file.Position = 0;
        return await session.ImportAsync(file, cancellationToken);
    }

    private static PushStreamHttpResult Export(
        string? resource, string? range, string? from, string? to, SessionFile session, TimeProvider clock, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var window = TimeWindow.Read(range, from, to, "24h").Resolve(now);
        return TypedResults.Stream(
            stream => session.ExportAsync(stream, resource.OrNull(), window.From, window.To, cancellationToken),
            "application/zip", string.Create(CultureInfo.InvariantCulture, $"telemetry-{now:yyyyMMdd-HHmmss}.zip"));
    }
}
