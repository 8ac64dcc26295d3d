namespace Sophia.Web.Imports;

/// <summary>The browser could not hand a file over: it was changed, moved or removed after it had been chosen.</summary>
/// <param name="cause">What the browser said.</param>
internal sealed class FileUnreadableException(Exception cause) : IOException(cause.Message, cause);
