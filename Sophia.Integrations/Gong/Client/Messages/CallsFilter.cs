namespace Sophia.Integrations.Gong.Client.Messages;

/// <summary>Which calls; null does not restrict.</summary>
/// <param name="FromDateTime">Calls that began then or later, in ISO 8601.</param>
/// <param name="CallIds">The ids of the calls.</param>
internal sealed record CallsFilter(string? FromDateTime = null, IReadOnlyList<string>? CallIds = null);
