using Aspire.Hosting.ApplicationModel;
using Sophia.LocalHost.Processes;

namespace Sophia.LocalHost.Servers;

/// <summary>A server that this host runs from the machine's own binaries.</summary>
/// <param name="dataDirectory">Its files; made when missing.</param>
/// <param name="connection">Where it listens and its password.</param>
internal abstract class Server(string dataDirectory, ServerConnection connection)
{
    private static readonly EnumerationOptions s_everything = new() { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None };

    public string DataDirectory { get; } = dataDirectory;

    public ServerConnection Connection { get; } = connection;

    /// <summary>The user that Debian's package brings.</summary>
    protected abstract string UserName { get; }

    // Asked each time: the package may be installed after the server was described.
    private SystemUser? User => SystemUser.FirstOf(UserName, "nobody");

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

    /// <summary>Makes the data's folder, which only the server's user can enter, and gives it all that is in it.</summary>
    /// <remarks>The data may have been written by another user: another machine's ids, or nobody before there was one of its own.</remarks>
    protected void TakeDataDirectory()
    {
        Directory.CreateDirectory(DataDirectory, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (User is { } user)
        {
            Posix.GiveTo(DataDirectory, user);
            foreach (var path in Directory.EnumerateFileSystemEntries(DataDirectory, "*", s_everything))
            {
                Posix.GiveTo(path, user);
            }
        }
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

        if (User is { } user)
        {
            Posix.GiveTo(path, user);
        }
    }
}
