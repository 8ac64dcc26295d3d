using Sophia.Tests.Web.Languages;
using Sophia.Web.Figures;

namespace Sophia.Tests.Web.Figures;

[InLanguage("en")]
public sealed class AgeTextTests
{
    [Theory]
    [InlineData(2, "a moment")]
    [InlineData(48, "45 seconds")]
    [InlineData(61, "1 minute")]
    [InlineData(12 * 60, "12 minutes")]
    [InlineData(47 * 3600, "47 hours")]
    [InlineData(72 * 3600, "3 days")]
    public void An_age_is_as_exact_as_it_matters(int seconds, string expected) =>
        Assert.Equal(expected, AgeText.Age(PageTexts.All, TimeSpan.FromSeconds(seconds)));

    [Fact]
    public void A_moment_of_another_day_says_the_day()
    {
        Assert.Equal("14:32:05 UTC", AgeText.Moment(PageTexts.All, SampleFigures.Now, SampleFigures.Now));
        Assert.Equal("22 Nov 2026, 14:32:05 UTC", AgeText.Moment(PageTexts.All, SampleFigures.Now, SampleFigures.Now.AddHours(10)));
    }
}
