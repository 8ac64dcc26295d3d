using Sophia.Tests.Dashboard;
using Sophia.Tests.EndToEnd;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(Sophia.Tests.Infrastructure.LongestFirst))]

namespace Sophia.Tests.Infrastructure;

/// <summary>
/// Begins with the tests that take minutes and mostly wait for a stack: begun last, nothing would be left to run beside them.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] s_longest =
        [typeof(LivingRoutesTests).FullName!, typeof(KilledAgentsTests).FullName!, typeof(PageTests).FullName!];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderByDescending(static collection => Array.Exists(s_longest, name => collection.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)))];
}
