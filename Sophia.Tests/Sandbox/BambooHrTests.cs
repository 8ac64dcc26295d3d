using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Sophia.Sandbox.Control;

namespace Sophia.Tests.Sandbox;

/// <summary>The people behind BambooHR's wire format.</summary>
public sealed class BambooHrTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sophia-sandbox-").FullName;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Somebody_hired_is_in_the_directory_and_gone_from_it_after_leaving()
    {
        await using var sandbox = await SandboxHost.StartAsync();
        using var http = Caller(sandbox);
        var before = await TotalsAsync(sandbox);

        var hired = await HireAsync(sandbox, "Finance");

        Assert.Equal(before.ByDepartment["Finance"].Headcount + 1, (await TotalsAsync(sandbox)).ByDepartment["Finance"].Headcount);
        var entry = Assert.Single(await DirectoryAsync(http), employee => employee.GetProperty("id").GetString() == $"{hired.Id}");
        Assert.Equal((hired.Email, "Finance", $"{hired.ManagerId}"), (Text(entry, "workEmail"), Text(entry, "department"), Text(entry, "reportsToId")));

        await sandbox.PostControlAsync($"/sandbox/staff/{hired.Id}/leave");

        Assert.Equal(before.Total.Headcount, (await TotalsAsync(sandbox)).Total.Headcount);
        Assert.DoesNotContain(await DirectoryAsync(http), employee => employee.GetProperty("id").GetString() == $"{hired.Id}");
        Assert.Equal("Inactive", Text(await http.GetFromJsonAsync<JsonElement>($"/api/v1/employees/{hired.Id}?fields=status", Cancelled), "status"));
    }

    [Fact]
    public async Task What_happens_is_announced_with_BambooHRs_signature()
    {
        await using var receiver = await WebhookReceiver.StartAsync(_ => 200, "X-BambooHR-Signature", "X-BambooHR-Timestamp");
        await using var sandbox = await SandboxHost.StartAsync(null, ("BambooHr:WebhookUrl", receiver.Url), ("BambooHr:WebhookKey", "a key"));

        var hired = await HireAsync(sandbox, "Product");
        using var moved = await sandbox.Anonymous.PostAsJsonAsync($"/sandbox/staff/{hired.Id}/move", new { department = "Marketing" }, Cancelled);
        using var deleted = await sandbox.Anonymous.DeleteAsync($"/sandbox/staff/{hired.Id}", Cancelled);

        var news = new List<JsonElement>();
        while (news.Count < 3)
        {
            var request = await receiver.NextAsync();
            byte[] signed = [.. request.Body, .. Encoding.UTF8.GetBytes(request.Timestamp)];
            Assert.Equal(Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes("a key"), signed)), request.Signature);
            news.Add(JsonDocument.Parse(request.Body).RootElement);
        }

        Assert.Equal(["employee.created", "employee.updated", "employee.deleted"], news.Select(one => Text(one, "type")), StringComparer.Ordinal);
        Assert.All(news, one => Assert.Equal($"{hired.Id}", Text(one.GetProperty("data"), "employeeId")));
        Assert.Contains(news[1].GetProperty("data").GetProperty("changedFields").EnumerateArray(), field => field.ValueEquals("department"));
    }

    [Fact]
    public async Task Only_the_key_opens_the_paths_and_too_many_requests_are_told_when_to_come_back()
    {
        // The second does not pass, however long the requests take.
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxHost.StartAsync(clock, ("RateLimits", "on"), ("BambooHr:RequestsPerSecond", "2"));
        using var http = Caller(sandbox);

        using var anonymous = await sandbox.Anonymous.GetAsync("/api/v1/meta/fields", Cancelled);
        using var bearer = await sandbox.HubSpot.GetAsync("/api/v1/meta/fields", Cancelled);
        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (anonymous.StatusCode, bearer.StatusCode));

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => http.GetAsync("/api/v1/meta/fields", Cancelled)));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Headers.RetryAfter!.Delta);
        Assert.Equal("Limit exceeded.", Assert.Single(refused.Headers.GetValues("X-BambooHR-Error-Message")));
    }

    [Fact]
    public async Task A_hidden_field_is_absent_and_an_empty_one_is_null()
    {
        await using var sandbox = await SandboxHost.StartAsync(null, ("BambooHr:HiddenFields", "workEmail"));
        using var http = Caller(sandbox);

        var employee = await http.GetFromJsonAsync<JsonElement>("/api/v1/employees/101?fields=workEmail,preferredName,terminationDate", Cancelled);

        Assert.False(employee.TryGetProperty("workEmail", out _));
        Assert.Equal(JsonValueKind.Null, employee.GetProperty("preferredName").ValueKind);
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", Text(employee, "terminationDate")!);
    }

    [Fact]
    public async Task People_living_on_keep_the_size_of_the_company_and_the_CRMs_representatives()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        await using var sandbox = await SandboxHost.StartAsync(clock, ("DataFolder", _folder));
        var before = await TotalsAsync(sandbox);

        await sandbox.PostControlAsync("/sandbox/staff/burst?count=300");

        var after = await TotalsAsync(sandbox);
        Assert.InRange(after.Total.Headcount, before.Total.Headcount - 3, before.Total.Headcount + 3);
        Assert.True(after.Records > before.Records && after.Total.Leavers > before.Total.Leavers && after.Total.Answers > before.Total.Answers);
        using var http = Caller(sandbox);
        var directory = (await DirectoryAsync(http)).Select(employee => Text(employee, "workEmail")).ToHashSet(StringComparer.Ordinal);
        var owners = (await sandbox.GetAsync("/crm/v3/owners?limit=100")).GetProperty("results").EnumerateArray().Select(owner => Text(owner, "email")).ToList();
        Assert.Equal(40, owners.Count);
        Assert.All(owners, owner => Assert.Contains(owner, directory));
    }

    [Fact]
    public async Task Restarted_people_are_those_who_were_there_even_on_a_later_day()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        List<string> before;
        StaffTotals totals;
        await using (var sandbox = await SandboxHost.StartAsync(clock, ("DataFolder", _folder)))
        {
            await sandbox.PostControlAsync("/sandbox/staff/burst?count=200");
            (before, totals) = (await DescribeAsync(sandbox), await TotalsAsync(sandbox));
        }

        clock.Advance(TimeSpan.FromDays(2));
        await using var restarted = await SandboxHost.StartAsync(clock, ("DataFolder", _folder));

        Assert.Equal(before, await DescribeAsync(restarted), StringComparer.Ordinal);
        var later = await TotalsAsync(restarted);
        Assert.Equal((totals.Records, totals.Total), (later.Records, later.Total));
        Assert.True((await HireAsync(restarted, "Sales")).Id > before.Count);
    }

    private static HttpClient Caller(SandboxHost sandbox)
    {
        var http = new HttpClient { BaseAddress = sandbox.Anonymous.BaseAddress };
        http.DefaultRequestHeaders.Authorization =
            new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{SandboxHost.Token}:x")));
        return http;
    }

    private static string? Text(JsonElement source, string name) => source.GetProperty(name).GetString();

    private static async Task<StaffTotals> TotalsAsync(SandboxHost sandbox) =>
        (await sandbox.Anonymous.GetFromJsonAsync<StaffTotals>("/sandbox/staff/totals?from=2000-01-01&to=2099-12-31", Cancelled))!;

    private static async Task<EmployeeSummary> HireAsync(SandboxHost sandbox, string department)
    {
        using var response = await sandbox.Anonymous.PostAsJsonAsync("/sandbox/staff/hire", new { department }, Cancelled);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<EmployeeSummary>(Cancelled))!;
    }

    private static async Task<List<JsonElement>> DirectoryAsync(HttpClient http) =>
        [.. (await http.GetFromJsonAsync<JsonElement>("/api/v1/employees/directory", Cancelled)).GetProperty("employees").EnumerateArray()];

    private static async Task<List<string>> DescribeAsync(SandboxHost sandbox)
    {
        using var http = Caller(sandbox);
        return [.. (await DirectoryAsync(http)).Select(employee => employee.GetRawText())];
    }
}
