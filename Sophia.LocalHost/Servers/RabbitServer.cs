using System.Net.Sockets;
using System.Security.Cryptography;
using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Servers;

/// <summary>RabbitMQ without management and without epmd: the node is told its distribution port.</summary>
/// <param name="dataDirectory">Its files.</param>
/// <param name="connection">Where it listens and the password of its only user.</param>
/// <param name="distributionPort">The loopback port that only Erlang's own tools would use.</param>
internal sealed class RabbitServer(string dataDirectory, ServerConnection connection, int distributionPort)
    : Server(dataDirectory, connection)
{
    private const string NodeName = "sophia@localhost";
    private static readonly byte[] s_protocolHeader = [.. "AMQP"u8, 0, 0, 9, 1];

    protected override string UserName => "rabbitmq";

    public override async Task<ProcessCommand> PrepareAsync(Action<string> onLine, CancellationToken cancellationToken)
    {
        TakeDataDirectory();
        await WriteFileAsync(FileIn("advanced.config"), Configuration(), cancellationToken);
        await WriteFileAsync(FileIn("enabled_plugins"), "[].", cancellationToken);
        if (!File.Exists(FileIn(".erlang.cookie")))
        {
            await WriteFileAsync(FileIn(".erlang.cookie"), RandomNumberGenerator.GetHexString(40), cancellationToken);
        }

        var command = Command(ServerBinaries.RabbitMQ());
        return command with { Environment = new Dictionary<string, string>(command.Environment.Concat(Variables()), StringComparer.Ordinal) };
    }

    public override async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Connection.Host, Connection.Port, cancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(s_protocolHeader, cancellationToken);
        // A broker that is up answers with a method frame on channel 0: Connection.Start (class 10, method 10).
        var frame = new byte[11];
        await stream.ReadExactlyAsync(frame, cancellationToken);
        if (frame is not [1, 0, 0, _, _, _, _, 0, 10, 0, 10])
        {
            throw new IOException("RabbitMQ refused AMQP 0-9-1");
        }
    }

    private string FileIn(string name) => Path.Combine(DataDirectory, name);

    // Erlang terms: the newer key-value format costs four seconds of every start for its conversion.
    private string Configuration() =>
        $$$"""
        [{rabbit, [
          {tcp_listeners, [{"127.0.0.1", {{{Connection.Port}}} }]},
          {num_tcp_acceptors, 2},
          {default_user, <<"{{{Connection.UserName}}}">>},
          {default_pass, <<"{{{Connection.Password}}}">>},
          {vm_memory_high_watermark, {absolute, 268435456}},
          {disk_free_limit, 52428800},
          % Health checks open and close a connection every few seconds.
          {log, [{categories, [{connection, [{level, error}]}]}]}
        ]}].

        """;

    private Dictionary<string, string> Variables() => new(StringComparer.Ordinal)
    {
        ["RABBITMQ_NODENAME"] = NodeName,
        ["RABBITMQ_CONF_ENV_FILE"] = FileIn("rabbitmq-env.conf"),
        ["RABBITMQ_CONFIG_FILE"] = FileIn("rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = FileIn("advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = FileIn("enabled_plugins"),
        ["RABBITMQ_MNESIA_BASE"] = FileIn("mnesia"),
        ["RABBITMQ_LOG_BASE"] = FileIn("log"),
        ["RABBITMQ_LOGS"] = "-",
        // The script then becomes the server, which ends in good order on SIGTERM, instead of calling rabbitmqctl for it.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        // A node that is named before RabbitMQ starts needs no epmd; one scheduler and no busy waiting keep it small and quiet.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] =
            $"-sname {NodeName} -start_epmd false -erl_epmd_port {distributionPort} -kernel inet_dist_use_interface {{127,0,0,1}}"
            + " +S 1:1 +SDio 2 +sbwt none +sbwtdcpu none +sbwtdio none",
    };
}
