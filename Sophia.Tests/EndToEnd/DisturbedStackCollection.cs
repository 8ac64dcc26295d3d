namespace Sophia.Tests.EndToEnd;

/// <summary>The tests that disturb the same stack.</summary>
[CollectionDefinition(Name)]
public sealed class DisturbedStackCollection : ICollectionFixture<DisturbedStack>
{
    public const string Name = "Disturbed stack";
}
