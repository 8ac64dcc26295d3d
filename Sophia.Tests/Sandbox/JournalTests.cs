using Microsoft.Extensions.Time.Testing;

namespace Sophia.Tests.Sandbox;

public sealed class JournalTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("sophia-sandbox-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_restarted_company_is_the_one_that_stopped_even_on_a_later_day()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        List<string> before;
        await using (var sandbox = await SandboxHost.StartAsync(clock, ("DataFolder", _folder)))
        {
            await sandbox.PostControlAsync("/sandbox/burst?count=200");
            before = await DescribeAsync(sandbox);
        }

        clock.Advance(TimeSpan.FromDays(2));
        await using var restarted = await SandboxHost.StartAsync(clock, ("DataFolder", _folder));

        Assert.Equal(before, await DescribeAsync(restarted));
    }

    [Fact]
    public async Task Changes_after_a_restart_follow_those_before_it_although_a_burst_ran_ahead_of_the_clock()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));
        await using (var sandbox = await SandboxHost.StartAsync(clock, ("DataFolder", _folder)))
        {
            await sandbox.PostControlAsync("/sandbox/burst?count=300");
        }

        await using var restarted = await SandboxHost.StartAsync(clock, ("DataFolder", _folder));
        var known = await restarted.ListAllAsync("/crm/v3/objects/deals?limit=100");

        var deal = await restarted.CreateDealAsync(new { });

        Assert.True(deal.ModifiedAt > known.Max(item => item.GetProperty("updatedAt").GetDateTimeOffset()));
        Assert.DoesNotContain(known, item => item.GetProperty("id").GetString() == $"{deal.Id}");
    }

    [Fact]
    public async Task A_last_line_that_a_kill_cut_short_costs_only_that_change()
    {
        long id;
        await using (var sandbox = await SandboxHost.StartAsync(null, ("DataFolder", _folder)))
        {
            id = (await sandbox.CreateDealAsync(new { amount = 4_200 })).Id;
        }

        await File.AppendAllTextAsync(
            Path.Combine(_folder, "changes.jsonl"), """{"Deal":{"Id":17""", TestContext.Current.CancellationToken);
        await using var restarted = await SandboxHost.StartAsync(null, ("DataFolder", _folder));

        var won = await restarted.ControlAsync($"/sandbox/deals/{id}/win", new { });

        Assert.Equal(4_200, won.Amount);
    }

    [Fact]
    public async Task A_folder_of_another_company_is_refused_with_the_settings_it_was_made_with()
    {
        await using (await SandboxHost.StartAsync(null, ("DataFolder", _folder)))
        {
        }

        var error = Assert.Throws<InvalidOperationException>(() => SandboxHost.Build(null, ("DataFolder", _folder), ("Deals", "500")));

        Assert.Contains("Deals=400", error.Message, StringComparison.Ordinal);
    }

    private static async Task<List<string>> DescribeAsync(SandboxHost sandbox) =>
    [
        .. (await sandbox.ListAllAsync("/crm/v3/objects/deals?limit=50&properties=amount,dealstage,closedate&propertiesWithHistory=dealstage"))
            .Concat(await sandbox.ListAllAsync("/crm/v3/objects/companies?limit=100&properties=numberofemployees"))
            .Select(item => item.GetRawText()),
    ];
}
