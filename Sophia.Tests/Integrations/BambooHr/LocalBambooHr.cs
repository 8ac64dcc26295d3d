using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Sophia.Core.Events;
using Sophia.Core.Facts;
using Sophia.Integrations.BambooHr;
using Sophia.Integrations.BambooHr.Client;
using Sophia.Integrations.BambooHr.Facts;
using Sophia.Integrations.BambooHr.Pull;
using Sophia.Sandbox.Control;
using Sophia.Tests.Sandbox;

namespace Sophia.Tests.Integrations.BambooHr;

/// <summary>The people of the made-up company behind BambooHR's wire format, and the connector that reads them.</summary>
internal sealed class LocalBambooHr : IAsyncDisposable
{
    private readonly SandboxHost _sandbox;
    private readonly RecordingHandler _wire = new();

    private LocalBambooHr(SandboxHost sandbox)
    {
        _sandbox = sandbox;
        Options = new BambooHrOptions
        {
            BaseUrl = sandbox.Anonymous.BaseAddress!,
            ApiKey = SandboxHost.Token,
            RequestsPerSecond = 100_000,
            SurveyDataset = "satisfactionSurvey",
        };
        Http = new HttpClient { BaseAddress = Options.BaseUrl };
        Http.DefaultRequestHeaders.Authorization = BambooHrSetup.Credentials(Options);
    }

    /// <summary>Calls with the key.</summary>
    public HttpClient Http { get; }

    public BambooHrOptions Options { get; }

    /// <summary>What the connector asked and was answered.</summary>
    public IReadOnlyList<Exchange> Exchanges => _wire.Exchanges;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public static async Task<LocalBambooHr> StartAsync(params (string Key, string Value)[] settings) =>
        new(await SandboxHost.StartAsync(clock: null, settings));

    /// <summary>A connector as the workers have one.</summary>
    public BambooHrConnector Connect(BambooHrOptions? options = null)
    {
        var settings = Microsoft.Extensions.Options.Options.Create(options ?? Options);
        var http = new HttpClient(_wire, disposeHandler: false) { BaseAddress = settings.Value.BaseUrl };
        http.DefaultRequestHeaders.Authorization = BambooHrSetup.Credentials(settings.Value);
        http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        var budget = new BambooHrBudget(settings, TimeProvider.System);
        var api = new BambooHrApi(new BambooHrSender(http, budget, TimeProvider.System, NullLogger<BambooHrSender>.Instance));
        return new BambooHrConnector(api, new EmployeeReader(api, settings), budget, settings);
    }

    public async Task<(List<NewEvent> Events, string Cursor)> PullAsync(string resource, string? cursor = null, BambooHrOptions? options = null)
    {
        List<NewEvent> events = [];
        await foreach (var page in Connect(options).PullAsync(resource, cursor, Cancelled))
        {
            events.AddRange(page.Events);
            cursor = page.Cursor;
        }

        return (events, cursor!);
    }

    public List<T> Facts<T>(IEnumerable<NewEvent> events)
        where T : Fact
    {
        var mapping = new BambooHrFacts(Microsoft.Extensions.Options.Options.Create(Options));
        return
        [
            .. events.SelectMany((read, index) => mapping.Map(new LoggedEvent
            {
                Position = new LogPosition(1, index),
                Stream = read.Stream,
                SourceVersion = read.SourceVersion,
                RecordedAt = DateTimeOffset.UnixEpoch,
                Payload = read.Payload,
            })).Cast<T>(),
        ];
    }

    public async Task<StaffTotals> TotalsAsync() =>
        (await _sandbox.Anonymous.GetFromJsonAsync<StaffTotals>("/sandbox/staff/totals?from=2000-01-01", Cancelled))!;

    public async Task<EmployeeSummary> HireAsync(string department) => await ActAsync("/sandbox/staff/hire", new { department });

    public async Task<EmployeeSummary> ActAsync(string path, object? body = null)
    {
        using var response = await _sandbox.Anonymous.PostAsJsonAsync(path, body ?? new { }, Cancelled);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<EmployeeSummary>(Cancelled))!;
    }

    public async Task PostAsync(string path, object? body = null)
    {
        using var response = await _sandbox.Anonymous.PostAsJsonAsync(path, body ?? new { }, Cancelled);
        response.EnsureSuccessStatusCode();
    }

    public async Task DeleteAsync(long id)
    {
        using var response = await _sandbox.Anonymous.DeleteAsync($"/sandbox/staff/{id}", Cancelled);
        response.EnsureSuccessStatusCode();
    }

    public static LoggedEvent Notification(string type, long employeeId, DateTimeOffset? at = null) => new()
    {
        Position = LogPosition.Start,
        Stream = new StreamName("bamboohr", "bamboohr.notification", $"{employeeId}"),
        SourceVersion = null,
        RecordedAt = DateTimeOffset.UnixEpoch,
        Payload = JsonSerializer.SerializeToUtf8Bytes(new
        {
            type,
            timestamp = (at ?? TimeProvider.System.GetUtcNow()).ToString("yyyy-MM-dd'T'HH:mm:ss'+0000'", CultureInfo.InvariantCulture),
            data = new { companyId = "1", employeeId = employeeId.ToString(CultureInfo.InvariantCulture) },
        }),
    };

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _wire.Dispose();
        await _sandbox.DisposeAsync();
    }

    /// <summary>A request and its answer.</summary>
    internal sealed record Exchange(HttpMethod Method, Uri Address, JsonElement? Request, int Status, JsonElement? Answer);

    private sealed class RecordingHandler() : DelegatingHandler(new SocketsHttpHandler())
    {
        private readonly System.Collections.Concurrent.ConcurrentQueue<Exchange> _exchanges = new();

        public IReadOnlyList<Exchange> Exchanges => [.. _exchanges];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var asked = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            await response.Content.LoadIntoBufferAsync(cancellationToken);
            var answered = await response.Content.ReadAsStringAsync(cancellationToken);
            _exchanges.Enqueue(new Exchange(request.Method, request.RequestUri!, Parse(asked), (int)response.StatusCode, Parse(answered)));
            return response;
        }

        private static JsonElement? Parse(string? json) => string.IsNullOrEmpty(json) ? null : JsonDocument.Parse(json).RootElement;
    }
}
