using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Sophia.Api.Lists;

/// <summary>Sends JSON, or 304 to a caller who has it already.</summary>
internal static class ConditionalBody
{
    /// <summary>Equal for equal bytes, as the header writes it. Weak, because compression changes the bytes and not the meaning.</summary>
    public static string TagOf(ReadOnlySpan<byte> body) => $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";

    public static async Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body, string tag)
    {
        var response = context.Response;
        response.Headers.ETag = tag;
        response.Headers.CacheControl = "private, no-cache";
        if (IsKnown(context.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = "application/json; charset=utf-8";
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch is { Count: > 0 } known
        && EntityTagHeaderValue.TryParseList(known, out var tags)
        && EntityTagHeaderValue.Parse(tag) is var own
        && tags.Any(candidate => candidate.Equals(EntityTagHeaderValue.Any) || candidate.Compare(own, useStrongComparison: false));
}
