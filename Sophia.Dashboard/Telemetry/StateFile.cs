using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sophia.Dashboard.Telemetry;

/// <summary>A small file that is replaced as a whole, so that a crash leaves the old one or the new one.</summary>
internal static class StateFile
{
    /// <summary>Reads a file.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="path">Its path.</param>
    /// <param name="type">How that is written.</param>
    /// <returns>What it holds; null where there is none that can be read.</returns>
    public static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), type) : null;
        }
        catch (JsonException)
        {
            // Kept aside for whoever wants to look; a damaged file must not keep the dashboard from starting.
            File.Move(path, path + ".damaged", overwrite: true);
            return null;
        }
    }

    /// <summary>Replaces a file.</summary>
    /// <typeparam name="T">What it holds.</typeparam>
    /// <param name="path">Its path.</param>
    /// <param name="state">What it is to hold.</param>
    /// <param name="type">How that is written.</param>
    public static void Write<T>(string path, T state, JsonTypeInfo<T> type)
    {
        var temporary = path + ".new";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(state, type));
        File.Move(temporary, path, overwrite: true);
    }
}
