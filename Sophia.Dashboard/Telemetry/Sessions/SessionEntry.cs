using System.IO.Compression;
using System.Text.Json;
using Sophia.Dashboard.Telemetry.Otlp;

namespace Sophia.Dashboard.Telemetry.Sessions;

/// <summary>One file of a session.</summary>
internal static class SessionEntry
{
    /// <summary>Writes a request.</summary>
    /// <param name="archive">Where to.</param>
    /// <param name="name">The file's name in it.</param>
    /// <param name="request">The request in protobuf.</param>
    /// <param name="schema">What kind of request it is.</param>
    public static void Write(ZipArchive archive, string name, ReadOnlySpan<byte> request, OtlpMessage schema)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        using var writer = new Utf8JsonWriter(stream);
        OtlpJsonWriter.Write(writer, request, schema);
    }
}
