using System.Text;

namespace Sophia.Dashboard.Formatting;

/// <summary>Writes the addresses of pages: what is usual, and therefore empty, goes without saying.</summary>
public static class Address
{
    /// <summary>The path with those of the parameters that have a value.</summary>
    public static string Of(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var address = new StringBuilder(path);
        var separator = path.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                address.Append(separator).Append(name).Append('=').Append(Uri.EscapeDataString(value));
                separator = '&';
            }
        }

        return address.ToString();
    }
}
