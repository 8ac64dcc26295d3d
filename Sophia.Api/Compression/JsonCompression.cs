using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Sophia.Api.Compression;

/// <summary>Smaller answers.</summary>
internal static class JsonCompression
{
    /// <summary>Compresses JSON for clients that ask for it. Nothing secret is mixed with what a client sent, so length tells nothing.</summary>
    public static IServiceCollection AddJsonCompression(this IServiceCollection services) =>
        services
            .AddResponseCompression(static options =>
            {
                options.Providers.Add<BrotliCompressionProvider>();
                options.Providers.Add<GzipCompressionProvider>();
                options.MimeTypes = ["application/json", "application/problem+json"];
            })
            // Live answers are compressed as they go out, so speed counts more than the last byte.
            .Configure<BrotliCompressionProviderOptions>(static options => options.Level = CompressionLevel.Fastest)
            .Configure<GzipCompressionProviderOptions>(static options => options.Level = CompressionLevel.Fastest);
}
