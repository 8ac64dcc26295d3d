namespace Sophia.Web.Live;

/// <summary>What happens on the way to what is live.</summary>
/// <typeparam name="TMessage">What the API says.</typeparam>
internal abstract record FeedEvent<TMessage>
{
    private FeedEvent()
    {
    }

    /// <summary>The socket is open and what is to be sent first is sent.</summary>
    public sealed record Connected : FeedEvent<TMessage>;

    /// <summary>The API says something.</summary>
    public sealed record Received(TMessage Message) : FeedEvent<TMessage>;

    /// <summary>The socket could not be opened or was lost; it is tried again.</summary>
    public sealed record Lost : FeedEvent<TMessage>;
}
