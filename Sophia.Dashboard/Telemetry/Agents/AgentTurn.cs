using Sophia.Dashboard.Telemetry.Traces;

namespace Sophia.Dashboard.Telemetry.Agents;

/// <summary>One <c>gen_ai.*</c> span: a model's answer, a tool's execution, or an agent's run around them.</summary>
/// <param name="Span">The span.</param>
/// <param name="Operation"><c>gen_ai.operation.name</c>, such as <c>chat</c>, <c>execute_tool</c>, <c>invoke_agent</c>.</param>
/// <param name="Agent"><c>gen_ai.agent.name</c>.</param>
/// <param name="Provider"><c>gen_ai.provider.name</c> (or the older <c>gen_ai.system</c>).</param>
/// <param name="Model">The model that answered, else the one asked.</param>
/// <param name="Tool"><c>gen_ai.tool.name</c>.</param>
/// <param name="InputTokens">Tokens read; null where not sent.</param>
/// <param name="OutputTokens">Tokens written; null where not sent.</param>
/// <param name="Cost">What they cost, where a price is configured for the model; else null.</param>
/// <param name="Currency">The price's currency.</param>
/// <param name="Messages">The messages that the sender chose to record.</param>
public sealed record AgentTurn(
    SpanEntry Span, string Operation, string? Agent, string? Provider, string? Model, string? Tool, long? InputTokens, long? OutputTokens,
    decimal? Cost, string? Currency, IReadOnlyList<AgentMessage> Messages);
