namespace Sophia.Dashboard.Telemetry.Agents;

/// <summary>One message of a conversation with a model.</summary>
/// <param name="Role"><c>system</c>, <c>user</c>, <c>assistant</c> or <c>tool</c>.</param>
/// <param name="Kind"><c>text</c>, <c>tool_call</c> or <c>tool_call_response</c>, or as sent.</param>
/// <param name="Text">Its text; a tool call's arguments or response as JSON.</param>
/// <param name="Tool">The tool's name, of a call.</param>
/// <param name="CallId">What ties a tool's response to its call.</param>
public sealed record AgentMessage(string Role, string Kind, string Text, string? Tool, string? CallId);
