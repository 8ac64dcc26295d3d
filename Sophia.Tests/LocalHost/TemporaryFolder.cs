namespace Sophia.Tests.LocalHost;

/// <summary>A folder for one test, gone at its end.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("sophia-").FullName;

    public TemporaryFolder() => File.SetUnixFileMode(Path, (UnixFileMode)0b111_101_101);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
