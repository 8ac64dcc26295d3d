namespace Sophia.LocalHost.Control;

/// <summary>The run as a whole.</summary>
/// <param name="Instance">Its name, <c>main</c> by default.</param>
/// <param name="Started">When the host started.</param>
/// <param name="Host">The machine's name.</param>
/// <param name="Cores">How many processors it offers.</param>
/// <param name="Memory">How many bytes of memory it offers.</param>
internal sealed record RunDescription(string Instance, DateTimeOffset Started, string Host, int Cores, long Memory);
