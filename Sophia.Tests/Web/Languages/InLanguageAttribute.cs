using System.Globalization;
using System.Reflection;
using Xunit.v3;

namespace Sophia.Tests.Web.Languages;

/// <summary>Runs a test as a viewer of this language would see it, whatever the machine speaks.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class InLanguageAttribute(string code) : BeforeAfterTestAttribute
{
    private (CultureInfo Culture, CultureInfo UICulture) _before;

    public string Code => code;

    public override void Before(MethodInfo methodUnderTest, IXunitTest test)
    {
        _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(code);
    }

    public override void After(MethodInfo methodUnderTest, IXunitTest test) =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;
}
