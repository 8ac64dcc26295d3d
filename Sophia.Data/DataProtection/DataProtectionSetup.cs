using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;

namespace Sophia.Data.DataProtection;

/// <summary>Registers data protection whose keys all replicas share.</summary>
public static class DataProtectionSetup
{
    /// <summary>Keeps the keys in Postgres; the database must be migrated before the host starts.</summary>
    /// <param name="services">The services.</param>
    /// <param name="application">Sets what this application protects apart from what others do; the same for all replicas.</param>
    public static IServiceCollection AddSharedDataProtection(this IServiceCollection services, string application)
    {
        // Before the framework's own start, which would make a key when it finds none.
        services.AddHostedService<FirstKey>();
        services.AddDataProtection().SetApplicationName(application);
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(static provider => new ConfigureOptions<KeyManagementOptions>(
            options => options.XmlRepository = new PostgresKeyRepository(provider.GetRequiredService<NpgsqlDataSource>())));
        return services;
    }
}
