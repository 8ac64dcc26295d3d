using Microsoft.AspNetCore.Components.Forms;

namespace Sophia.Web.Imports;

/// <summary>A file that is being sent.</summary>
/// <param name="file">The file.</param>
internal sealed class FileOnItsWay(IBrowserFile file)
{
    /// <summary>The file.</summary>
    public IBrowserFile File => file;

    /// <summary>How much of it is sent, in bytes.</summary>
    public long Sent { get; set; }

    /// <summary>Whether all of it is sent.</summary>
    public bool IsSent => Sent >= file.Size;
}
