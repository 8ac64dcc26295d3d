namespace Sophia.ServiceDefaults;

/// <summary>Connection strings that must be there.</summary>
internal static class ConnectionStrings
{
    /// <exception cref="InvalidOperationException">There is none; the message names the keys to set.</exception>
    public static string Required(string? value, string name, string section) =>
        !string.IsNullOrWhiteSpace(value)
            ? value
            : throw new InvalidOperationException(
                $"There is no connection string '{name}': set ConnectionStrings:{name} (environment ConnectionStrings__{name}) or {section}:ConnectionString.");
}
