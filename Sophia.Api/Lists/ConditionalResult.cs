using System.Buffers;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Metadata;

namespace Sophia.Api.Lists;

/// <summary>An answer with an <c>ETag</c>: sent once, then 304 for as long as it stays the same.</summary>
/// <typeparam name="TAnswer">The answer; a list's is a <see cref="Core.Lists.Page{TItem}"/> or a record with the same two members and more.</typeparam>
/// <param name="answer">The answer.</param>
/// <param name="type">Its JSON form.</param>
/// <param name="fields">Which fields of each of its items are sent.</param>
internal sealed class ConditionalResult<TAnswer>(TAnswer answer, JsonTypeInfo<TAnswer> type, FieldSelection? fields = null)
    : IResult, IEndpointMetadataProvider
{
    private const string Items = "items";

    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(TAnswer), ["application/json"]));
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)));
    }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var body = Body();
        return ConditionalBody.SendAsync(httpContext, body, ConditionalBody.TagOf(body.Span));
    }

    private ReadOnlyMemory<byte> Body()
    {
        var whole = JsonSerializer.SerializeToUtf8Bytes(answer, type);
        if (fields is null or { IsEverything: true })
        {
            return whole;
        }

        var selected = new ArrayBufferWriter<byte>(whole.Length);
        using (var writer = new Utf8JsonWriter(selected))
        {
            fields.Write(Items, whole, writer);
        }

        return selected.WrittenMemory;
    }
}
