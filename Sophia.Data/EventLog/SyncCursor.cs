namespace Sophia.Data.EventLog;

/// <summary>How far a connector has read a resource of its source.</summary>
/// <param name="Connection">The configured connection, for example <c>hubspot</c>.</param>
/// <param name="Resource">The resource within it, for example <c>deals</c>.</param>
/// <param name="State">The connector's own text, opaque to everybody else.</param>
public sealed record SyncCursor(string Connection, string Resource, string State);
