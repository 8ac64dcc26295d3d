using System.Text.Json;

namespace Sophia.Integrations.Gong.Pull;

/// <summary>A page of calls or of transcripts.</summary>
/// <param name="Objects">As Gong wrote them.</param>
/// <param name="Total">How many match in all, or null where Gong does not say.</param>
/// <param name="Next">What the next page is asked with; null on the last one.</param>
/// <param name="AnsweredAt">When, by Gong's clock.</param>
internal sealed record CallsPage(IReadOnlyList<JsonElement> Objects, long? Total, string? Next, DateTimeOffset AnsweredAt);
