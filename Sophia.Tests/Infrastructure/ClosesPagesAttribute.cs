using System.Reflection;
using Microsoft.Playwright;
using Xunit.v3;

[assembly: Sophia.Tests.Infrastructure.ClosesPages]

namespace Sophia.Tests.Infrastructure;

/// <summary>Closes the pages that a test opened; of a failed one it writes first what they show.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class ClosesPagesAttribute : BeforeAfterTestAttribute
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);

    public override void After(MethodInfo methodUnderTest, IXunitTest test)
    {
        if (TestContext.Current.TestState?.Result is TestResult.Failed)
        {
            TestContext.Current.TestOutputHelper?.WriteLine(Describe(test.UniqueID));
        }

        // The next test need not wait for it.
        _ = Browser.CloseAfterAsync(test.UniqueID);
    }

    private static string Describe(string test)
    {
        try
        {
            return Task.Run(() => Browser.DescribeAsync(test)).WaitAsync(s_patience).GetAwaiter().GetResult();
        }
        catch (Exception exception) when (exception is TimeoutException or PlaywrightException)
        {
            return $"The pages do not say what they show: {exception.Message}";
        }
    }
}
