using System.Globalization;
using Microsoft.AspNetCore.Components;
using Sophia.Core.Conversations;
using Sophia.Web.Api;

namespace Sophia.Web.Conversations;

/// <summary>The calls of a period: what they add up to, what was found in them, and each of them.</summary>
public sealed partial class ConversationsPage
{
    /// <summary>The first day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery]
    public string? From { get; set; }

    /// <summary>The last day, yyyy-MM-dd.</summary>
    [SupplyParameterFromQuery]
    public string? To { get; set; }

    /// <summary>Somebody who took part.</summary>
    [SupplyParameterFromQuery]
    public string? Participant { get; set; }

    /// <summary>With whom.</summary>
    [SupplyParameterFromQuery]
    public string? Type { get; set; }

    /// <summary>Where the page before ended.</summary>
    [SupplyParameterFromQuery]
    public string? Cursor { get; set; }

    [Inject]
    private ApiClient Api { get; set; } = null!;

    /// <inheritdoc />
    protected override string Address => Query.At("/conversations");

    /// <inheritdoc />
    protected override TimeSpan Interval => TimeSpan.FromSeconds(15);

    private CallsQuery Query => new(From, To, Participant, Type, Cursor);

    /// <inheritdoc />
    private protected override Task<ApiAnswer<CallInsightPage>> ReadAsync(CancellationToken cancellationToken) =>
        Api.GetAsync(Query.At("/api/v1/gong/insights?limit=25"), ConversationsJson.Default.CallInsightPage, cancellationToken);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
