using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Sophia.Data.Coordination;

namespace Sophia.Data.DataProtection;

/// <summary>
/// Makes the first key while no other replica does. Left to themselves, replicas that start together on an empty database
/// make one each, and for a day none could read what the others protect.
/// </summary>
internal sealed class FirstKey(NpgsqlDataSource database, IKeyManager keys, TimeProvider clock) : IHostedService
{
    // The framework's own standard; it makes the next key two days before that, and every replica reads it within one.
    private static readonly TimeSpan s_lifetime = TimeSpan.FromDays(90);

    /// <inheritdoc />
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (HasKey())
        {
            return;
        }

        await using var lease = await Lease.AcquireAsync(database, "data-protection", clock, cancellationToken);
        if (!HasKey())
        {
            var now = clock.GetUtcNow();
            keys.CreateNewKey(now, now + s_lifetime);
        }
    }

    /// <inheritdoc />
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private bool HasKey()
    {
        var now = clock.GetUtcNow();
        return keys.GetAllKeys().Any(key => !key.IsRevoked && key.ActivationDate <= now && key.ExpirationDate > now);
    }
}
