using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Sophia.Data.DataProtection;
using Sophia.Data.Migrations;
using Sophia.Tests.Infrastructure;

namespace Sophia.Tests.Data.DataProtection;

public sealed class SharedKeyTests
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Replicas_that_start_together_on_an_empty_database_read_what_each_other_protected_and_so_does_the_next_run()
    {
        await using var database = await TestDatabase.CreateAsync();
        await new DatabaseMigrator(database.DataSource, NullLogger<DatabaseMigrator>.Instance).MigrateAsync(Cancelled);
        string cookie;
        using (var first = NewReplica(database))
        using (var second = NewReplica(database))
        {
            await Task.WhenAll(first.StartAsync(Cancelled), second.StartAsync(Cancelled));
            cookie = ProtectorOf(first).Protect("Ada");

            Assert.Equal("Ada", ProtectorOf(second).Unprotect(cookie));
            Assert.Single(first.Services.GetRequiredService<IKeyManager>().GetAllKeys());
        }

        using var later = NewReplica(database);
        await later.StartAsync(Cancelled);
        Assert.Equal("Ada", ProtectorOf(later).Unprotect(cookie));
    }

    private static IDataProtector ProtectorOf(IHost replica) => replica.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("cookies");

    private static IHost NewReplica(TestDatabase database)
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(NpgsqlDataSource.Create(database.ConnectionString));
        builder.Services.AddSharedDataProtection("Sophia.Api");
        return builder.Build();
    }
}
