namespace Sophia.Dashboard.Resources;

/// <summary>What somebody is about to do to a resource.</summary>
/// <param name="Resource">To what.</param>
/// <param name="Command">start, stop, restart or replicas.</param>
public sealed record ResourceCommand(Resource Resource, string Command);
