using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;
using Sophia.Core.Telemetry;

namespace Sophia.Data.Messaging;

/// <summary>
/// Sends what waits in the outbox to the bus. At least once: a relay that dies between the bus's confirmation and the
/// deletion leaves rows that are sent again, and the sequence in each notice makes that harmless.
/// </summary>
public sealed class OutboxRelay : IAsyncDisposable
{
    /// <summary>The notification channel on which a new row is announced.</summary>
    public const string Channel = "outbox";

    private const int BatchSize = 100;

    // Longer than a relay may take; a dead relay's rows come back after it.
    private static readonly TimeSpan s_claim = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_sendLimit = TimeSpan.FromSeconds(10);

    // The claim is a transaction of its own: while one is open the readers of the event log wait, and the bus can be slow.
    private const string Claim = """
        UPDATE outbox SET claimed_until = $1
        WHERE id IN (
            SELECT id FROM outbox WHERE coalesce(claimed_until, '-infinity') < $2 ORDER BY id LIMIT $3 FOR UPDATE SKIP LOCKED)
        RETURNING id, message, traceparent
        """;

    private const string Release = "UPDATE outbox SET claimed_until = NULL WHERE id = ANY ($1)";
    private const string Delete = "DELETE FROM outbox WHERE id = ANY ($1)";

    private readonly NpgsqlDataSource _database;
    private readonly IServiceProvider _services;
    private readonly TimeProvider _clock;
    private readonly DataTelemetry _telemetry;
    private IChannel? _channel;

    /// <summary>Creates a relay.</summary>
    /// <param name="database">The database.</param>
    /// <param name="services">Gives the bus connection when it is first needed, since the bus may start later than we do.</param>
    /// <param name="clock">Times the claims.</param>
    /// <param name="telemetry">Counts what is sent.</param>
    public OutboxRelay(NpgsqlDataSource database, IServiceProvider services, TimeProvider clock, DataTelemetry telemetry)
    {
        _database = database;
        _services = services;
        _clock = clock;
        _telemetry = telemetry;
    }

    /// <summary>
    /// Sends the next rows, at most 100, and returns how many the bus has confirmed; 0 means that nothing waits. One call at a
    /// time; other relays may run beside it.
    /// </summary>
    /// <exception cref="Exception">The bus or the database cannot be reached; the rows stay for the next call.</exception>
    public async Task<int> RelayNextAsync(CancellationToken cancellationToken)
    {
        var rows = await ClaimAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return 0;
        }

        var ids = rows.ConvertAll(static row => row.Id);
        try
        {
            await SendAsync(rows, cancellationToken);
        }
        catch
        {
            await ExecuteAsync(Release, ids, CancellationToken.None);
            throw;
        }

        await ExecuteAsync(Delete, ids, CancellationToken.None);
        _telemetry.Relayed.Add(ids.Count);
        return ids.Count;
    }

    /// <summary>Closes the channel.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_channel is not null)
        {
            await _channel.DisposeAsync();
        }
    }

    private async Task<List<Row>> ClaimAsync(CancellationToken cancellationToken)
    {
        var now = _clock.GetUtcNow();
        await using var command = _database.CreateCommand(Claim);
        command.Parameters.Add(new() { Value = now + s_claim });
        command.Parameters.Add(new() { Value = now });
        command.Parameters.Add(new() { Value = BatchSize });

        var claimed = new List<Row>();
        await using var rows = await command.ExecuteReaderAsync(cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            claimed.Add(new(rows.GetInt64(0), rows.GetFieldValue<byte[]>(1), rows.GetText(2)));
        }

        claimed.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        return claimed;
    }

    // All are on their way before the first confirmation is awaited.
    private async Task SendAsync(List<Row> rows, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(s_sendLimit, _clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var channel = await OpenChannelAsync(either.Token);
        var properties = new BasicProperties { Persistent = true, ContentType = "application/json" };
        await Task.WhenAll(rows.ConvertAll(async row =>
        {
            // The bus client sends the present span along in the message's headers.
            using var span = ChangeTrace.Continue("relay", ActivityKind.Internal, row.TraceParent);
            await channel.BasicPublishAsync(BusTopology.Exchange, routingKey: "", mandatory: false, properties, row.Message, either.Token);
        }));
    }

    private async Task<IChannel> OpenChannelAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        if (_channel is not null)
        {
            await _channel.DisposeAsync();
            _channel = null;
        }

        var connection = _services.GetRequiredService<IConnection>();
        var confirmed = new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true);
        var channel = await connection.CreateChannelAsync(confirmed, cancellationToken);
        await BusTopology.DeclareAsync(channel, cancellationToken);
        return _channel = channel;
    }

    private async Task ExecuteAsync(string sql, List<long> ids, CancellationToken cancellationToken)
    {
        await using var command = _database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = ids });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private readonly record struct Row(long Id, byte[] Message, string? TraceParent);
}
