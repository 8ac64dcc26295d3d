namespace Sophia.Dashboard.Telemetry.Agents;

/// <summary>All turns with one <c>gen_ai.conversation.id</c>, or of one trace where none was sent.</summary>
/// <param name="Id">The conversation's id or the trace's.</param>
/// <param name="Service">Where it ran.</param>
/// <param name="Agent">The agent's name, where sent.</param>
/// <param name="Start">When it began.</param>
/// <param name="Duration">From the first turn's begin to the last one's end.</param>
/// <param name="Turns">How many turns are kept.</param>
/// <param name="Errors">How many of them failed.</param>
/// <param name="Models">The models that took part.</param>
/// <param name="InputTokens">Tokens read by models' answers; null where none was sent.</param>
/// <param name="OutputTokens">Tokens written; null where none was sent.</param>
/// <param name="Cost">Null where no price is configured for one of the models.</param>
/// <param name="Currency">The cost's currency.</param>
/// <param name="TraceId">The trace of its first turn.</param>
public sealed record AgentConversation(
    string Id, string Service, string? Agent, DateTimeOffset Start, TimeSpan Duration, int Turns, int Errors, IReadOnlyList<string> Models,
    long? InputTokens, long? OutputTokens, decimal? Cost, string? Currency, string TraceId);
