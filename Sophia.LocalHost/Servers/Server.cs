using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Servers;

/// <summary>A server that this host runs from the machine's own binaries.</summary>
/// <param name="dataDirectory">Its files; made and given to <paramref name="user"/> when missing.</param>
/// <param name="user">Whom it runs as; null for the host's own user.</param>
/// <param name="connection">Where it listens and its password.</param>
internal abstract class Server(string dataDirectory, SystemUser? user, ServerConnection connection)
{
    public string DataDirectory { get; } = dataDirectory;

    public SystemUser? User { get; } = user;

    public ServerConnection Connection { get; } = connection;

    /// <summary>The signal that ends it in good order.</summary>
    public virtual int StopSignal => Posix.SignalTerminate;

    /// <summary>Makes what it needs to start and returns its command; safe to repeat, also after a crash half-way.</summary>
    /// <param name="onLine">Gets the output of preparing.</param>
    /// <param name="cancellationToken">Ends the preparing.</param>
    public abstract Task<ProcessCommand> PrepareAsync(Action<string> onLine, CancellationToken cancellationToken);

    /// <summary>Signs in and asks for a sign of life.</summary>
    /// <exception cref="Exception">It does not answer; the message says how.</exception>
    public abstract Task CheckAsync(CancellationToken cancellationToken);

    protected ProcessCommand Command(string fileName, params IReadOnlyList<string> arguments) => new(fileName, arguments)
    {
        WorkingDirectory = DataDirectory,
        User = User,
        OwnsProcessTree = true,
        CleanEnvironment = true,
        Environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["HOME"] = DataDirectory,
            ["LANG"] = "C.UTF-8",
        },
    };

    /// <summary>Makes a folder that only the server's user can enter.</summary>
    protected void MakeFolder(string path)
    {
        Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Give(path);
    }

    /// <summary>Writes a file that only the server's user can read.</summary>
    protected async Task WriteFileAsync(string path, string text, CancellationToken cancellationToken)
    {
        // Made anew, since the mode applies only to a new file and passwords go into some.
        File.Delete(path);
        await using (var file = new FileStream(path, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        }))
        await using (var writer = new StreamWriter(file))
        {
            await writer.WriteAsync(text.AsMemory(), cancellationToken);
        }

        Give(path);
    }

    private void Give(string path)
    {
        if (User is { } user)
        {
            Posix.GiveTo(path, user);
        }
    }
}
