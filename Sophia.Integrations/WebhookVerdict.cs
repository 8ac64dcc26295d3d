using Sophia.Core.Events;

namespace Sophia.Integrations;

/// <summary>What became of a posted webhook.</summary>
public abstract record WebhookVerdict
{
    private WebhookVerdict()
    {
    }

    /// <summary>It is genuine: the events are to be stored before it is answered.</summary>
    /// <param name="Events">What it said.</param>
    public sealed record Accepted(IReadOnlyList<NewEvent> Events) : WebhookVerdict;

    /// <summary>It is not to be stored.</summary>
    /// <param name="Status">401 where it is not shown to be genuine and new, 400 where it cannot be read.</param>
    /// <param name="Reason">What is wrong, in words that may be answered to the sender.</param>
    public sealed record Rejected(int Status, string Reason) : WebhookVerdict;
}
