using System.Security.Cryptography;
using System.Text.Json;
using Aspire.Hosting;
using Sophia.LocalHost.Servers;

namespace Sophia.LocalHost.Running;

/// <summary>The folder <c>.sophia/INSTANCE</c> of a checkout: lock, token, addresses and logs of one run.</summary>
internal sealed class InstanceFolder : IDisposable
{
    private readonly InstanceLock _lock;

    private InstanceFolder(string path, InstanceLock instanceLock) => (Path, _lock) = (path, instanceLock);

    public string Path { get; }

    public string Logs => Directory.CreateDirectory(System.IO.Path.Combine(Path, "logs")).FullName;

    private string Endpoints => System.IO.Path.Combine(Path, "endpoints.json");

    private string Connections => System.IO.Path.Combine(Path, "connections.json");

    /// <exception cref="DistributedApplicationException">It runs already.</exception>
    public static InstanceFolder Open(string appHostDirectory, string instance)
    {
        var path = System.IO.Path.Combine(CheckoutOf(appHostDirectory), ".sophia", instance);
        Directory.CreateDirectory(path);
        return InstanceLock.TryTake(path) is { } instanceLock
            ? new InstanceFolder(path, instanceLock)
            : throw new DistributedApplicationException(
                $"This checkout runs already (instance '{instance}', {path}).\nStop it with Ctrl+C where it runs, or run a second one: {RunSettings.WayBeside}");
    }

    /// <summary>A folder of that name that only the host's user can enter.</summary>
    public string Private(string name) => Directory.CreateDirectory(
        System.IO.Path.Combine(Path, name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute).FullName;

    /// <summary>The control API's token: kept between runs, so that a tool that read it once goes on working.</summary>
    public string ReadOrMakeToken()
    {
        var file = System.IO.Path.Combine(Path, "token");
        if (!File.Exists(file))
        {
            PrivateFile.Write(file, System.Text.Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(64, lowercase: true)));
        }

        return File.ReadAllText(file).Trim();
    }

    /// <summary>Writes where everything listens, for tests and tools.</summary>
    public void Publish(RunAddresses addresses, IReadOnlyDictionary<string, string> connectionStrings)
    {
        PrivateFile.Write(Connections, JsonSerializer.SerializeToUtf8Bytes(connectionStrings, RunJson.Default.IReadOnlyDictionaryStringString));
        PrivateFile.Write(Endpoints, JsonSerializer.SerializeToUtf8Bytes(addresses, RunJson.Default.RunAddresses));
    }

    public void Dispose()
    {
        File.Delete(Endpoints);
        File.Delete(Connections);
        _lock.Dispose();
    }

    /// <summary>The nearest folder above with a solution in it, else the AppHost's own.</summary>
    private static string CheckoutOf(string appHostDirectory)
    {
        for (var folder = new DirectoryInfo(appHostDirectory); folder is not null; folder = folder.Parent)
        {
            if (folder.EnumerateFiles("*.sln").Any())
            {
                return folder.FullName;
            }
        }

        return appHostDirectory;
    }
}
