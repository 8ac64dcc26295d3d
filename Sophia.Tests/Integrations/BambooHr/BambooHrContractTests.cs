using System.Text.Json;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Integrations.BambooHr;

/// <summary>What the connector sends and what the sandbox answers both keep to BambooHR's own contract.</summary>
public sealed class BambooHrContractTests : IAsyncLifetime
{
    private static readonly VendorContract? s_contract = VendorContract.Find("bamboohr.openapi.json");

    private LocalBambooHr _bambooHr = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _bambooHr = await LocalBambooHr.StartAsync();

    public async ValueTask DisposeAsync() => await _bambooHr.DisposeAsync();

    [Fact]
    public async Task Every_message_of_a_backfill_keeps_to_the_contract()
    {
        Assert.SkipWhen(s_contract is null, "The vendor's contract is not beside this checkout.");
        await _bambooHr.DeleteAsync((await _bambooHr.HireAsync("Finance")).Id);

        var (_, cursor) = await _bambooHr.PullAsync("employees");
        await _bambooHr.PullAsync("employees", cursor);
        await _bambooHr.PullAsync("survey");

        Assert.Equal(
            ["/api/v1/employees/changed", "/api/v1/employees/{id}", "/api/v2/datasets/satisfactionSurvey/data"],
            _bambooHr.Exchanges.Select(exchange => Path(exchange.Address)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.All(_bambooHr.Exchanges.Where(exchange => exchange.Answer is not null), exchange =>
        {
            Assert.Empty(s_contract.CheckResponse(exchange.Method, exchange.Address.AbsolutePath, exchange.Status, exchange.Answer!.Value));
            Assert.Subset(
                s_contract.QueryParameters(exchange.Method, exchange.Address.AbsolutePath).ToHashSet(StringComparer.Ordinal),
                exchange.Address.Query.Split('?', '&').Where(part => part.Length > 0).Select(part => part.Split('=')[0]).ToHashSet(StringComparer.Ordinal));
            if (exchange.Request is { } request)
            {
                Assert.Empty(s_contract.CheckRequest(exchange.Method, exchange.Address.AbsolutePath, request));
            }
        });
    }

    [Theory]
    [InlineData("/api/v1/employees/directory")]
    [InlineData("/api/v1/employees/101?fields=firstName,terminationDate,status,department,reportsToId,lastChanged")]
    [InlineData("/api/v1/employees/changed?since=2020-01-01T00:00:00Z")]
    [InlineData("/api/v1/meta/fields")]
    [InlineData("/api/v1/datasets")]
    public async Task The_sandbox_answers_as_the_contract_says(string path)
    {
        Assert.SkipWhen(s_contract is null, "The vendor's contract is not beside this checkout.");

        var answer = JsonDocument.Parse(await _bambooHr.Http.GetByteArrayAsync(path, Cancelled)).RootElement;

        Assert.Empty(s_contract.CheckResponse(HttpMethod.Get, path.Split('?')[0], 200, answer));
    }

    [Fact]
    public void The_check_itself_notices_what_is_wrong()
    {
        Assert.SkipWhen(s_contract is null, "The vendor's contract is not beside this checkout.");

        var changed = s_contract.CheckResponse(
            HttpMethod.Get, "/api/v1/employees/changed", 200, JsonDocument.Parse("""{"employees":{"7":{"id":7,"action":"Gone","lastChanged":"lately"}}}""").RootElement);
        var asked = s_contract.CheckRequest(
            HttpMethod.Post, "/api/v2/datasets/any/data", JsonDocument.Parse("""{"fields":"id","page":"1"}""").RootElement);

        Assert.Equal(4, changed.Count);
        Assert.Equal(2, asked.Count);
    }

    private static string Path(Uri address) =>
        address.Segments is [.., var last] && long.TryParse(last, System.Globalization.CultureInfo.InvariantCulture, out _) ? "/api/v1/employees/{id}" : address.AbsolutePath;
}
