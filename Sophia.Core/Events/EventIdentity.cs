using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Sophia.Core.Events;

/// <summary>
/// The identity of an entry: connection, stream, source version and content, folded into 16 bytes of SHA-256. An entry
/// whose identity equals the latest of its stream is a redelivery and is dropped.
/// </summary>
public static class EventIdentity
{
    /// <summary>The identity of <paramref name="entry"/>.</summary>
    public static Guid Of(NewEvent entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, entry.Stream);

        Span<byte> version = stackalloc byte[9];
        version[0] = entry.SourceVersion is null ? (byte)0 : (byte)1;
        BinaryPrimitives.WriteInt64BigEndian(version[1..], entry.SourceVersion ?? 0);
        hash.AppendData(version);
        hash.AppendData(entry.Payload.Span);
        return Fold(hash);
    }

    /// <summary>The key of a stream, equal for equal names.</summary>
    public static Guid Of(StreamName stream)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, stream);
        return Fold(hash);
    }

    private static void Append(IncrementalHash hash, StreamName stream)
    {
        Append(hash, stream.Connection);
        Append(hash, stream.Kind);
        Append(hash, stream.ExternalId);
    }

    // The length goes first, so that ("ab", "c") and ("a", "bc") differ.
    private static void Append(IncrementalHash hash, string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }

    private static Guid Fold(IncrementalHash hash)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return new Guid(digest[..16], bigEndian: true);
    }
}
