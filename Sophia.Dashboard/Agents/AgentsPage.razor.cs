using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Dashboard.Formatting;
using Sophia.Dashboard.Telemetry;
using Sophia.Dashboard.Telemetry.Agents;
using Sophia.Dashboard.Views;

namespace Sophia.Dashboard.Agents;

/// <summary>What agents and models said to each other, with tools, tokens and cost.</summary>
public sealed partial class AgentsPage(AgentQueries agents) : TelemetryComponent
{
    private const string Home = "/agents";
    private const string ResourceName = "resource";
    private const int Most = 200;
    private IReadOnlyList<AgentConversation>? _conversations;
    private IReadOnlyList<AgentTurn>? _turns;

    /// <summary>The conversation; null lists them.</summary>
    [Parameter]
    public string? Id { get; set; }

    /// <summary>A service or process.</summary>
    [SupplyParameterFromQuery(Name = ResourceName)]
    public string? Resource { get; set; }

    /// <inheritdoc />
    protected override TelemetrySignals Signals => TelemetrySignals.Spans;

    /// <inheritdoc />
    protected override async Task ReadAsync(CancellationToken cancellationToken)
    {
        if (Id is { } id)
        {
            _turns = await agents.TurnsAsync(id, cancellationToken);
        }
        else
        {
            _conversations = await agents.FindAsync(Resource.OrNull(), Most, cancellationToken);
        }
    }

    private static string Tokens(long? count) => count is { } known ? NumberText.Count(known) : NumberText.None;

    private static string Money(decimal? cost, string? currency) =>
        cost is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known:0.####} {currency}") : NumberText.None;

    private static IEnumerable<string> About(AgentTurn turn)
    {
        if (turn.Model is { } model)
        {
            yield return turn.Provider is { } provider ? $"{model} ({provider})" : model;
        }

        if (turn.InputTokens is not null || turn.OutputTokens is not null)
        {
            yield return $"{Tokens(turn.InputTokens)} tokens in, {Tokens(turn.OutputTokens)} out";
        }

        if (turn.Cost is not null)
        {
            yield return Money(turn.Cost, turn.Currency);
        }

        yield return DurationText.Write(turn.Span.Duration);
        if (turn.Span.StatusMessage is { Length: > 0 } message)
        {
            yield return message;
        }
    }
}
