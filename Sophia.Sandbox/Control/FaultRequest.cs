namespace Sophia.Sandbox.Control;

/// <summary>The next <paramref name="Count"/> requests to the vendor's paths answer <paramref name="Status"/>.</summary>
internal sealed record FaultRequest(int Count, int Status);
