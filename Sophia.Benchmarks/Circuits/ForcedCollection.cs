using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Sophia.Benchmarks.Circuits;

/// <summary>
/// Makes a .NET process collect its garbage, so that its memory is what it holds and not what it has used: an event session
/// over the runtime's diagnostics port with the keyword that induces a full collection
/// (github.com/dotnet/diagnostics, documentation/design-docs/ipc-protocol.md).
/// </summary>
internal static class ForcedCollection
{
    private const byte EventPipe = 0x02;
    private const byte CollectTracing = 0x03;
    private const byte StopTracing = 0x01;
    private const ulong HeapCollect = 0x0080_0000;
    private const int Header = 20;

    /// <summary>Returns when the collection is over; does nothing where the process has no diagnostics port.</summary>
    public static async Task RunAsync(int process, CancellationToken cancellationToken)
    {
        if (FindPort(process) is not { } path)
        {
            return;
        }

        using var session = await ConnectAsync(path, cancellationToken);
        await session.SendAsync(Start(), cancellationToken);
        var number = await ReadAnswerAsync(session, cancellationToken);
        // The session's stream has to be read or it would stand still; it ends when it is told to.
        var draining = DrainAsync(session, cancellationToken);
        using (var other = await ConnectAsync(path, cancellationToken))
        {
            await other.SendAsync(Command(StopTracing, number), cancellationToken);
            await ReadAnswerAsync(other, cancellationToken);
        }

        await draining;
    }

    // Its sockets are known by their inodes, since its number differs inside and outside of its process namespace.
    private static string? FindPort(int process)
    {
        try
        {
            var own = Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Select(static link => File.ResolveLinkTarget(link, returnFinalTarget: false)?.Name)
                .OfType<string>().Where(static name => name.StartsWith("socket:[", StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
            return File.ReadLines("/proc/net/unix").Select(static line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .FirstOrDefault(fields => fields.Length > 7 && fields[7].Contains("dotnet-diagnostic-", StringComparison.Ordinal) && own.Contains($"socket:[{fields[6]}]"))?[7];
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static async Task<Socket> ConnectAsync(string path, CancellationToken cancellationToken)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        return socket;
    }

    private static byte[] Start()
    {
        using var payload = new MemoryStream();
        using var writer = new BinaryWriter(payload);
        // Megabytes of buffer, format NetTrace, no rundown, one provider: keywords, level, name, no arguments.
        writer.Write(16u);
        writer.Write(1u);
        writer.Write((byte)0);
        writer.Write(1u);
        writer.Write(HeapCollect);
        writer.Write(4u);
        WriteText(writer, "Microsoft-Windows-DotNETRuntime");
        writer.Write(0u);
        return Command(CollectTracing, payload.ToArray());
    }

    private static void WriteText(BinaryWriter writer, string text)
    {
        writer.Write((uint)text.Length + 1);
        writer.Write(Encoding.Unicode.GetBytes(text + '\0'));
    }

    private static byte[] Command(byte command, byte[] payload)
    {
        var message = new byte[Header + payload.Length];
        "DOTNET_IPC_V1\0"u8.CopyTo(message);
        BinaryPrimitives.WriteUInt16LittleEndian(message.AsSpan(14), (ushort)message.Length);
        message[16] = EventPipe;
        message[17] = command;
        payload.CopyTo(message, Header);
        return message;
    }

    /// <summary>The answer's payload: the session's number.</summary>
    private static async Task<byte[]> ReadAnswerAsync(Socket socket, CancellationToken cancellationToken)
    {
        var header = await ReadAsync(socket, Header, cancellationToken);
        var payload = await ReadAsync(socket, BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(14)) - Header, cancellationToken);
        // Command 0xFF is an error with its code.
        return header[17] == 0xFF
            ? throw new IOException($"The diagnostics port refused a command: {Convert.ToHexString(payload)}.")
            : payload;
    }

    private static async Task<byte[]> ReadAsync(Socket socket, int length, CancellationToken cancellationToken)
    {
        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            var received = await socket.ReceiveAsync(bytes.AsMemory(read), cancellationToken);
            read += received > 0 ? received : throw new IOException("The diagnostics port closed.");
        }

        return bytes;
    }

    private static async Task DrainAsync(Socket session, CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        while (await session.ReceiveAsync(buffer.AsMemory(), cancellationToken) > 0)
        {
        }
    }
}
