using System.Collections.Frozen;

namespace Sophia.Sandbox.HubSpot;

/// <summary>The properties of an object type, each as the string that HubSpot gives for it.</summary>
/// <param name="readers">By property name.</param>
/// <param name="defaults">Given when the caller asks for none.</param>
internal sealed class PropertySet<T>(IReadOnlyDictionary<string, Func<T, string?>> readers, string[] defaults)
{
    // Given whatever the caller asks for.
    private static readonly string[] s_always = ["createdate", "hs_lastmodifieddate", "hs_object_id"];

    private readonly FrozenDictionary<string, Func<T, string?>> _readers = readers.ToFrozenDictionary(StringComparer.Ordinal);

    public string? Read(string name, T source) => _readers[name](source);

    /// <summary>What to write for a caller who asks for these; names that do not exist are left out, as HubSpot does.</summary>
    public string[] Select(IEnumerable<string> asked)
    {
        string[] known = [.. asked.Where(_readers.ContainsKey)];
        return [.. (known.Length == 0 ? defaults : known).Concat(s_always).Distinct(StringComparer.Ordinal)];
    }
}
