using System.Reflection;
using Xunit.v3;

[assembly: Sophia.Tests.Infrastructure.ClosesPages]

namespace Sophia.Tests.Infrastructure;

/// <summary>Closes the pages that a test opened.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesPagesAttribute : BeforeAfterTestAttribute
{
    // The next test need not wait for it.
    public override void After(MethodInfo methodUnderTest, IXunitTest test) => _ = Browser.CloseAfterAsync(test.UniqueID);
}
