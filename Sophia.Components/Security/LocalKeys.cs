using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Sophia.Components.Security;

/// <summary>Where a web process that runs once keeps the keys of its cookies and antiforgery tokens.</summary>
/// <remarks>
/// A process of pages has no database: it talks to the API only, and its circuits tie a person to one process anyway. So the
/// keys lie in a folder of its own, and a page that was opened before a restart is still known after it. Once it runs several
/// times, the folder must be one that all of them share.
/// </remarks>
public static class LocalKeys
{
    /// <summary>Keeps the keys in <c>DataProtection:Folder</c>; without one, where the framework puts them.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="application">Sets what this application protects apart from what others do.</param>
    public static void AddLocalKeys(this IHostApplicationBuilder builder, string application)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName(application);
        if (builder.Configuration["DataProtection:Folder"] is { Length: > 0 } folder)
        {
            var mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
            protection.PersistKeysToFileSystem(OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, mode));
        }
    }
}
