namespace Sophia.Tests.Api;

/// <summary>Tests that hear the bus. Its notices reach every listener, whichever database they are about, so these run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LiveCollection
{
    public const string Name = "Live";
}
