using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Sophia.Api.Lists;

/// <summary>
/// Writes and reads cursors: the key of the last item sent, behind a digest of the key and of the question that it belongs
/// to. The digest catches damage and mistakes. It is no signature and need not be one: a key only says where a page
/// begins, and what a reader may see is decided by the query.
/// </summary>
internal static class ListCursor
{
    private const int DigestLength = 8;

    // A key of a few fields takes a hundred bytes.
    private const int LongestCursor = 1024;

    /// <summary>What a list is asked, without what only says which part of the answer is sent.</summary>
    public static string QuestionOf(HttpRequest request) =>
        $"{request.Path}?" + string.Join('&', request.Query
            .Where(static parameter => parameter.Key is not (ListParameters.CursorName or ListParameters.LimitName or ListParameters.FieldsName))
            .OrderBy(static parameter => parameter.Key, StringComparer.Ordinal)
            .Select(static parameter => $"{parameter.Key}={parameter.Value}"));

    public static string Write<TKey>(TKey key, string question, JsonTypeInfo<TKey> type)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(key, type);
        return Base64Url.EncodeToString([.. Digest(json, question), .. json]);
    }

    public static bool TryRead<TKey>(string cursor, string question, JsonTypeInfo<TKey> type, out TKey? key)
        where TKey : class
    {
        key = null;
        if (cursor.Length > LongestCursor || !Base64Url.IsValid(cursor))
        {
            return false;
        }

        var bytes = Base64Url.DecodeFromChars(cursor);
        if (bytes.Length <= DigestLength || !bytes.AsSpan(0, DigestLength).SequenceEqual(Digest(bytes.AsSpan(DigestLength), question)))
        {
            return false;
        }

        try
        {
            key = JsonSerializer.Deserialize(bytes.AsSpan(DigestLength), type);
        }
        catch (JsonException)
        {
            // An older version wrote it with another key.
        }

        return key is not null;
    }

    private static byte[] Digest(ReadOnlySpan<byte> key, string question) =>
        SHA256.HashData([.. key, .. Encoding.UTF8.GetBytes(question)])[..DigestLength];
}
