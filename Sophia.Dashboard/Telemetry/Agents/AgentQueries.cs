namespace Sophia.Dashboard.Telemetry.Agents;

/// <summary>Reads <c>gen_ai.*</c> spans as conversations. Singleton; does not block the caller's thread.</summary>
public sealed class AgentQueries
{
    /// <summary>Finds conversations, the latest first.</summary>
    /// <param name="resource">A process's key or a service's name; null for all.</param>
    /// <param name="limit">At most this many; 1 to 500.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>The conversations.</returns>
    public Task<IReadOnlyList<AgentConversation>> FindAsync(string? resource, int limit, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");

    /// <summary>Reads a conversation's turns, in order.</summary>
    /// <param name="id">The conversation's id.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    /// <returns>Its turns; empty where it is not kept; at most 1,000.</returns>
    public Task<IReadOnlyList<AgentTurn>> TurnsAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException("The engine behind this door is not in place yet.");
}
