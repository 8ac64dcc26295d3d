using Npgsql;

namespace Sophia.Data.Coordination;

/// <summary>
/// The right to do something that only one process may do at a time. It is a session lock on a connection of its own, so
/// it ends with the process, however that ends.
/// </summary>
public sealed class Lease : IAsyncDisposable
{
    private static readonly TimeSpan s_retry = TimeSpan.FromSeconds(1);

    // A connection that died without a word is found by the ping after this long.
    private static readonly TimeSpan s_ping = TimeSpan.FromSeconds(5);

    private readonly NpgsqlConnection _connection;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _watch;

    private Lease(NpgsqlConnection connection)
    {
        _connection = connection;
        Lost = _lost.Token;
        _watch = WatchAsync();
    }

    /// <summary>Cancelled when the connection breaks: another process may hold the lease from then on.</summary>
    public CancellationToken Lost { get; }

    /// <summary>The lease, or null while another session holds it.</summary>
    public static async Task<Lease?> TryAcquireAsync(NpgsqlDataSource database, string name, CancellationToken cancellationToken)
    {
        var connection = await database.OpenConnectionAsync(cancellationToken);
        try
        {
            if (await TryLockAsync(connection, name, cancellationToken))
            {
                return new(connection);
            }
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        await connection.DisposeAsync();
        return null;
    }

    /// <summary>
    /// The lease, as soon as it is free. Asks once a second and holds no connection meanwhile; waiting inside Postgres
    /// would keep a snapshot open and stop its cleaning.
    /// </summary>
    public static async Task<Lease> AcquireAsync(NpgsqlDataSource database, string name, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await TryAcquireAsync(database, name, cancellationToken) is { } lease)
            {
                return lease;
            }

            await Task.Delay(s_retry, clock, cancellationToken);
        }
    }

    /// <summary>Gives the lease up.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _watch;
        if (!Lost.IsCancellationRequested)
        {
            await UnlockAsync();
        }

        await _connection.DisposeAsync();
        _ending.Dispose();
        _lost.Dispose();
    }

    private static async Task<bool> TryLockAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_try_advisory_lock(hashtextextended($1, 0))", connection)
        {
            Parameters = { new() { Value = name } },
        };
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    // Back in the pool the connection would keep its session, and so the lock.
    private async Task UnlockAsync()
    {
        try
        {
            await using var command = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", _connection);
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (NpgsqlException)
        {
            // The connection broke, and with it went the lock.
        }
    }

    private async Task WatchAsync()
    {
        try
        {
            while (true)
            {
                if (!await _connection.WaitAsync(s_ping, _ending.Token))
                {
                    await using var command = new NpgsqlCommand("SELECT 1", _connection);
                    await command.ExecuteNonQueryAsync(_ending.Token);
                }
            }
        }
        catch (OperationCanceledException) when (_ending.IsCancellationRequested)
        {
            // Given up by its holder.
        }
        catch (Exception)
        {
            // Whatever broke the connection ended the session and its lock.
            await _lost.CancelAsync();
        }
    }
}
