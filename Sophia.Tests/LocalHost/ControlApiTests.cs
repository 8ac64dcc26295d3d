using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Sophia.LocalHost.Control;
using Sophia.LocalHost.Running;
using Sophia.LocalHost.Servers;

namespace Sophia.Tests.LocalHost;

public sealed class ControlApiTests : IAsyncLifetime
{
    private const string Token = "the-token";
    private readonly SupervisedRun _run = new("echo ready; exec sleep 600");
    private readonly HttpClient _client = new();
    private ControlApi? _api;

    public async ValueTask InitializeAsync()
    {
        _api = await ControlApi.StartAsync(
            new ControlOptions(FreePorts.Next(), Token, _run.Board, _run.Logs, new RunningResources(_run.Supervisor)));
        _client.BaseAddress = new Uri(_api.Address);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        await _run.WaitAsync(s => s.IsReady);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _api!.DisposeAsync();
        await _run.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another-token")]
    public async Task Without_the_token_nobody_gets_in(string? token)
    {
        _client.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);

        using var response = await _client.GetAsync("api/resources", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_page_whose_name_was_made_to_point_here_gets_nothing()
    {
        _client.DefaultRequestHeaders.Host = $"attacker.example:{_client.BaseAddress!.Port}";

        using var response = await _client.GetAsync("api/resources", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
    }

    [Fact]
    public async Task Resources_show_state_health_and_process()
    {
        var resources = await _client.GetFromJsonAsync<JsonElement>("api/resources", TestContext.Current.CancellationToken);

        var script = Assert.Single(resources.EnumerateArray());
        Assert.Equal(
            ("script", "Running", "Healthy", _run.Board.All[0].Pid),
            (script.GetProperty("name").GetString(), script.GetProperty("state").GetString(), script.GetProperty("health").GetString(), script.GetProperty("pid").GetInt32()));
    }

    [Fact]
    public async Task A_restart_gives_a_new_process_and_a_stopped_resource_stays_stopped()
    {
        var before = _run.Board.All[0].Pid;

        await PostAsync("restart", HttpStatusCode.OK);
        var restarted = await _run.WaitAsync(s => s.IsReady && s.Pid is not null);
        await PostAsync("stop", HttpStatusCode.OK);

        Assert.NotEqual(before, restarted.Pid);
        Assert.Equal("Exited", _run.Board.All[0].State);
        await PostAsync("start", HttpStatusCode.OK);
        await _run.WaitAsync(s => s.IsReady);
    }

    [Fact]
    public async Task Logs_can_be_followed_line_by_line()
    {
        await using var stream = await _client.GetStreamAsync("api/resources/script/logs?follow=true&tail=10", TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var past = await reader.ReadLineAsync(TestContext.Current.CancellationToken);

        _run.Log.Append("something new", isError: true);

        var added = await reader.ReadLineAsync(TestContext.Current.CancellationToken);
        Assert.Equal("ready", JsonElement.Parse(past!).GetProperty("text").GetString());
        Assert.Equal("something new", JsonElement.Parse(added!).GetProperty("text").GetString());
    }

    [Fact]
    public async Task An_unknown_resource_or_command_is_a_problem_document()
    {
        using var response = await _client.PostAsync("api/resources/nobody/restart", content: null, TestContext.Current.CancellationToken);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);

        Assert.Equal("Unknown resource", problem.GetProperty("title").GetString());
        await PostAsync("explode", HttpStatusCode.NotFound);
    }

    private async Task PostAsync(string command, HttpStatusCode expected)
    {
        using var response = await _client.PostAsync($"api/resources/script/{command}", content: null, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
    }
}
