using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Api;

namespace Sophia.Tests.Web.Api;

[InLanguage("en")]
public sealed class ApiClientTests
{
    [Fact]
    public async Task A_deletion_that_is_answered_without_words_is_done() =>
        Assert.IsType<ApiAnswer<Done>.Success>(await AskAsync(TypedResults.NoContent()));

    [Fact]
    public async Task A_refusal_gives_the_APIs_reason()
    {
        Assert.Equal("It is no preview any more; undo it instead.", await ReasonAsync(TypedResults.Problem("It is no preview any more; undo it instead.", statusCode: 409)));
        Assert.Equal("The alert is over", await ReasonAsync(TypedResults.Problem(title: "The alert is over", statusCode: 409)));
    }

    [Fact]
    public async Task An_error_of_the_API_tells_nothing_from_inside() =>
        Assert.Equal("Sophia's API answered with an error (500).", await ReasonAsync(TypedResults.Problem("A column is missing.", statusCode: 500)));

    private static async Task<string> ReasonAsync(IResult answer) => Assert.IsType<ApiAnswer<Done>.Failure>(await AskAsync(answer)).Cause;

    private static async Task<ApiAnswer<Done>> AskAsync(IResult answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var api = builder.Build();
        api.MapDelete("/thing", () => answer);
        await api.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(api.Urls.Single()) };
        return await new ApiClient(http, PageTexts.All, NullLogger<ApiClient>.Instance)
            .SendAsync(HttpMethod.Delete, "/thing", TestContext.Current.CancellationToken);
    }
}
