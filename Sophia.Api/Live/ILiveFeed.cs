namespace Sophia.Api.Live;

/// <summary>What one reader of a live channel is told. Requests come from the channel's reading loop, news are asked for by its sending loop.</summary>
internal interface ILiveFeed
{
    /// <summary>The channel's name on measurements.</summary>
    KeyValuePair<string, object?> Tag { get; }

    /// <summary>Carries out a request.</summary>
    /// <returns>The message that refuses it, or null.</returns>
    RentedBuffer? Handle(ReadOnlySpan<byte> request);

    /// <summary>What the reader has not seen yet, as of now; the caller returns each buffer. What was not taken comes again.</summary>
    IAsyncEnumerable<RentedBuffer> NewsAsync(CancellationToken cancellationToken);
}
