using System.Net;
using System.Net.Http.Json;
using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Predictions;

namespace Sophia.Tests.Api.Predictions;

public sealed class DealWarningsTests(QuietApi quiet) : IClassFixture<QuietApi>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Warnings_are_on_until_somebody_switches_one_off_and_it_is_said_who()
    {
        using var answer = await PutAsync("movedBack", new(false, " Ada "));
        var warnings = await quiet.Server.Client.GetFromJsonAsync("/api/v1/deals/warnings", PredictionJson.Default.DealWarningsAnswer, Token);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(Enum.GetValues<DealWarningKind>(), warnings!.Warnings.Select(static one => one.Kind));
        Assert.All(warnings.Warnings, static one => Assert.Equal(one.Kind is not DealWarningKind.MovedBack, one.On));
        Assert.Equal("Ada", warnings.Warnings.Single(static one => !one.On).ChangedBy);
    }

    [Fact]
    public async Task What_cannot_be_switched_is_said_in_words()
    {
        using var unknown = await PutAsync("bad", new(true, null));
        using var empty = await PutAsync("noAmount", new(null, null));
        using var tooLong = await PutAsync("noAmount", new(true, new string('x', 101)));

        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, empty.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, tooLong.StatusCode);
        Assert.Contains("There are: noAmount, ", await unknown.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> PutAsync(string key, DealWarningSwitch wish) =>
        quiet.Server.Client.PutAsJsonAsync($"/api/v1/deals/warnings/{key}", wish, PredictionJson.Default.DealWarningSwitch, Token);
}
