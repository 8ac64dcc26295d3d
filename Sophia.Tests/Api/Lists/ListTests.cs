using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Sophia.Api.Lists;
using Sophia.Core.Lists;

namespace Sophia.Tests.Api.Lists;

/// <summary>A list of 250 songs that is served as every list of the API is.</summary>
public sealed class ListTests : IAsyncLifetime
{
    private const int Songs = 250;

    private readonly List<Song> _songs =
        [.. Enumerable.Range(1, Songs).Select(static id => new Song(id, $"Song {id}", new Singer("Ann", id % 2 == 0 ? 1970 : null), [new($"La {id}", 4), new("Na", 2)]))];

    private WebApplication _app = null!;
    private HttpClient _client = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.MapGet("/songs", (string? singer, [AsParameters] ListParameters list) => Answer(singer, list));
        await _app.StartAsync(Token);
        _client = new HttpClient { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Pages_go_through_the_whole_list_even_while_it_changes()
    {
        var first = await AskAsync("/songs?limit=100");
        _songs.RemoveAll(static song => song.Id is 40 or 100);
        var second = await AskAsync($"/songs?limit=100&cursor={first.Next}");
        var third = await AskAsync($"/songs?limit=200&cursor={second.Next}&fields=id,title,singer,verses");

        Assert.Equal(Enumerable.Range(1, Songs), first.Items.Concat(second.Items).Concat(third.Items).Select(static song => song.Id));
        Assert.Null(third.Next);
    }

    [Fact]
    public async Task Without_a_limit_fifty_items_come()
    {
        Assert.Equal(50, (await AskAsync("/songs")).Items.Count);
    }

    [Theory]
    [InlineData("id", """{"id":1}""")]
    [InlineData("title,singer.name", """{"title":"Song 1","singer":{"name":"Ann"}}""")]
    [InlineData("verses.lines", """{"verses":[{"lines":4},{"lines":2}]}""")]
    [InlineData("singer.name,singer", """{"singer":{"name":"Ann","born":null}}""")]
    public async Task Only_the_fields_asked_for_are_sent(string fields, string item)
    {
        var page = await _client.GetFromJsonAsync<JsonElement>($"/songs?limit=1&fields={fields}", Token);

        Assert.Equal(item, page.GetProperty("items")[0].GetRawText());
        Assert.NotEmpty(page.GetProperty("next").GetString()!);
    }

    [Theory]
    [InlineData("fields=tune", "fields", "There is no field 'tune'. There are: id, title, singer, verses.")]
    [InlineData("fields=singer.age", "fields", "There is no field 'singer.age'. There are: name, born.")]
    [InlineData("fields=title.length", "fields", "There is no field 'title.length'.")]
    [InlineData("limit=0", "limit", "'0' is not a number from 1 to 200.")]
    [InlineData("limit=201", "limit", "'201' is not a number from 1 to 200.")]
    [InlineData("limit=many", "limit", "'many' is not a number from 1 to 200.")]
    [InlineData("cursor=abc", "cursor", "This is no cursor of this list, or one of other filters; leave it out to begin again.")]
    public async Task What_cannot_be_answered_is_said_in_words(string query, string parameter, string error)
    {
        using var response = await _client.GetAsync($"/songs?{query}", Token);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(error, problem.GetProperty("errors").GetProperty(parameter)[0].GetString());
    }

    [Fact]
    public async Task A_cursor_belongs_to_the_filters_that_it_was_given_for()
    {
        var page = await AskAsync("/songs?singer=Ann");

        using var other = await _client.GetAsync($"/songs?singer=Bob&cursor={page.Next}", Token);
        using var same = await _client.GetAsync($"/songs?cursor={page.Next}&limit=3&singer=Ann", Token);
        using var damaged = await _client.GetAsync($"/songs?singer=Ann&cursor={(page.Next![0] == 'A' ? 'B' : 'A')}{page.Next[1..]}", Token);

        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        Assert.Equal(HttpStatusCode.OK, same.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, damaged.StatusCode);
    }

    [Fact]
    public async Task A_page_that_the_caller_has_is_not_sent_again()
    {
        using var first = await _client.GetAsync("/songs?limit=1", Token);
        using var same = await AskIfNoneMatchAsync(first.Headers.ETag!.ToString());
        _songs.RemoveAt(0);
        using var changed = await AskIfNoneMatchAsync(first.Headers.ETag!.ToString());

        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Empty(await same.Content.ReadAsByteArrayAsync(Token));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
    }

    private async Task<HttpResponseMessage> AskIfNoneMatchAsync(string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/songs?limit=1");
        request.Headers.Add("If-None-Match", tag);
        return await _client.SendAsync(request, Token);
    }

    private async Task<Page<Song>> AskAsync(string address) => (await _client.GetFromJsonAsync(address, SongJson.Default.PageSong, Token))!;

    private Results<ConditionalResult<Page<Song>>, ValidationProblem> Answer(string? singer, ListParameters list)
    {
        var errors = list.Parse(SongJson.Default.Song, SongJson.Default.SongKey, out var request);
        if (request is null)
        {
            return TypedResults.ValidationProblem(errors);
        }

        Song[] rows =
        [
            .. _songs
                .Where(song => (singer is null || song.Singer.Name == singer) && song.Id > (request.After?.Id ?? 0))
                .OrderBy(static song => song.Id)
                .Take(request.Read),
        ];
        return new ConditionalResult<Page<Song>>(request.ToPage(rows, static song => new SongKey(song.Id)), SongJson.Default.PageSong, request.Fields);
    }
}
