using Sophia.Data.Sources;

namespace Sophia.Tests.Data.Sources;

public sealed class SourceStatusStoreTests
{
    [Fact]
    public async Task The_last_report_of_each_connection_is_what_is_known()
    {
        await using var host = await DataHost.StartAsync();
        var store = host.Get<SourceStatusStore>();
        var cancelled = TestContext.Current.CancellationToken;
        var failed = new SourceStatus { Connection = "crm", LastAttemptAt = host.Clock.Now, Error = "refused", Loaded = 3, Total = 10 };

        await store.ReportAsync(new() { Connection = "crm" }, cancelled);
        await store.ReportAsync(failed, cancelled);

        Assert.Equal([failed], await store.ReadAsync(cancelled));
    }
}
