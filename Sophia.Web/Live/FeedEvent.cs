using Sophia.Core.Dashboard;

namespace Sophia.Web.Live;

/// <summary>What happens on the way to live figures.</summary>
internal abstract record FeedEvent
{
    private FeedEvent()
    {
    }

    /// <summary>The socket is open and the subscriptions are sent.</summary>
    public sealed record Connected : FeedEvent;

    /// <summary>The API says something.</summary>
    public sealed record Received(DashboardMessage Message) : FeedEvent;

    /// <summary>The socket could not be opened or was lost; it is tried again.</summary>
    public sealed record Lost : FeedEvent;
}
