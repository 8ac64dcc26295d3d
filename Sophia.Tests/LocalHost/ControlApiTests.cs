using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Sophia.LocalHost.Control;
using Sophia.LocalHost.Running;
using Sophia.LocalHost.Servers;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.LocalHost;

public sealed class ControlApiTests : IAsyncLifetime
{
    private const string Token = "the-token";
    private readonly SupervisedRun _run = new("echo ready; exec sleep 600");
    private readonly HttpClient _client = new();
    private readonly TemporaryFolder _folder = new();
    private CommandLog? _commands;
    private ControlApi? _api;

    public async ValueTask InitializeAsync()
    {
        _commands = new CommandLog(Path.Combine(_folder.Path, "commands.ndjson"), TimeProvider.System);
        _api = await ControlApi.StartAsync(new ControlOptions
        {
            Port = FreePorts.Next(),
            Token = Token,
            Run = new RunDescription("main", TimeProvider.System.GetUtcNow(), "here", Cores: 2, Memory: 1_000_000),
            Board = _run.Board,
            Logs = _run.Logs,
            Resources = new RunningResources(_run.Board, _run.Supervisor),
            Commands = _commands,
            Mask = new SecretMask(["s3cr3t-value"]),
        });
        _client.BaseAddress = new Uri(_api.Address);
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        await _run.WaitAsync(s => s.IsReady);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _api!.DisposeAsync();
        await _run.DisposeAsync();
        _commands!.Dispose();
        _folder.Dispose();
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

    [Fact]
    public async Task Lines_that_came_while_a_reader_was_away_are_read_after_its_last_one()
    {
        await Eventually.SeeAsync(() => Task.FromResult(_run.Log.Tail(1)), static lines => lines.Count == 1, TimeSpan.FromSeconds(30));
        for (var i = 0; i < 3; i++)
        {
            _run.Log.Append($"line {i}", isError: false);
        }

        var seen = _run.Log.Tail(2)[0];
        var missed = await _client.GetStringAsync($"api/logs?resource=script&after={seen.Sequence}", TestContext.Current.CancellationToken);

        var line = JsonElement.Parse(Assert.Single(missed.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
        Assert.Equal(
            ("line 2", "script", seen.Sequence + 1, seen.Number + 1),
            (line.GetProperty("text").GetString(), line.GetProperty("resource").GetString(), line.GetProperty("sequence").GetInt64(), line.GetProperty("number").GetInt64()));
    }

    [Fact]
    public async Task A_secret_of_the_environment_is_never_shown_not_even_in_part()
    {
        var variables = await _client.GetFromJsonAsync<JsonElement>("api/resources/script/environment", TestContext.Current.CancellationToken);

        Assert.Equal(
            [("ADDRESS", "http://127.0.0.1:1"), ("CONNECTION", null), ("HubSpot__Token", null)],
            variables.EnumerateArray().Select(v => (v.GetProperty("name").GetString(), v.GetProperty("value").GetString())));
        Assert.DoesNotContain("s3cr3t", variables.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_did_what_is_written_down_and_outlives_the_host()
    {
        _client.DefaultRequestHeaders.Add("X-Sophia-Actor", "Ada");

        await PostAsync("restart", HttpStatusCode.OK);
        await PostAsync("start", HttpStatusCode.Conflict);

        var commands = await _client.GetFromJsonAsync<JsonElement>("api/commands?limit=5", TestContext.Current.CancellationToken);
        Assert.Equal(
            [(2L, "Ada", "script", "start", "Failed: 'script' is in state"), (1L, "Ada", "script", "restart", "Done")],
            commands.EnumerateArray().Select(c => (
                c.GetProperty("sequence").GetInt64(), c.GetProperty("actor").GetString()!, c.GetProperty("resource").GetString()!,
                c.GetProperty("command").GetString()!, string.Join(' ', c.GetProperty("outcome").GetString()!.Split(' ').Take(5)))));
        _commands!.Dispose();
        using var next = new CommandLog(Path.Combine(_folder.Path, "commands.ndjson"), TimeProvider.System);
        next.Add("Grace", "script", "stop", detail: null, "Done");
        Assert.Equal([3L, 2L, 1L], next.Newest(10).Select(command => command.Sequence));
    }

    [Fact]
    public async Task What_a_resource_uses_is_measured()
    {
        // The kernel counts in hundredths of a second: in the instant between two looks one of them would be many processors.
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var sampler = new UsageSampler(_run.Board, clock);
        sampler.Sample();
        Assert.Null(_run.Board.All[0].Cpu);
        clock.Advance(TimeSpan.FromSeconds(2));
        sampler.Sample();

        var script = await _client.GetFromJsonAsync<JsonElement>("api/resources/script", TestContext.Current.CancellationToken);

        Assert.InRange(script.GetProperty("cpu").GetDouble(), 0, Environment.ProcessorCount);
        Assert.InRange(script.GetProperty("memory").GetInt64(), 10_000, 100_000_000);
        Assert.Equal(JsonValueKind.String, script.GetProperty("healthReports")[0].GetProperty("lastRun").ValueKind);
    }

    private async Task PostAsync(string command, HttpStatusCode expected)
    {
        using var response = await _client.PostAsync($"api/resources/script/{command}", content: null, TestContext.Current.CancellationToken);
        Assert.Equal(expected, response.StatusCode);
    }
}
