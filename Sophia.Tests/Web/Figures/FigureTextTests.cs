using System.Globalization;
using Sophia.Core.Metrics;
using Sophia.Tests.Web.Languages;
using Sophia.Web.Figures;

namespace Sophia.Tests.Web.Figures;

[InLanguage("en")]
public sealed class FigureTextTests
{
    [Theory]
    [InlineData("48324118.55", MetricUnit.Money, "USD", "$48,324,119")]
    [InlineData("-1200", MetricUnit.Money, "EUR", "−€1,200")]
    [InlineData("99", MetricUnit.Money, "CHF", "CHF\u00a099")]
    [InlineData("1204", MetricUnit.Count, null, "1,204")]
    [InlineData("0.3149", MetricUnit.Ratio, null, "31.5%")]
    [InlineData("41.12", MetricUnit.Days, null, "41.1 days")]
    [InlineData("0", MetricUnit.Money, "USD", "$0")]
    public void A_figure_is_written_in_its_unit(string value, MetricUnit unit, string? currency, string expected) =>
        Assert.Equal(expected, FigureText.Write(PageTexts.All, decimal.Parse(value, CultureInfo.InvariantCulture), unit, currency));

    [Theory]
    [InLanguage("de")]
    [InlineData("48324118.55", MetricUnit.Money, "EUR", "48.324.119\u00a0€")]
    [InlineData("-1200", MetricUnit.Money, "CHF", "−1.200\u00a0CHF")]
    [InlineData("0.3149", MetricUnit.Ratio, null, "31,5\u00a0%")]
    [InlineData("1", MetricUnit.Days, null, "1,0 Tag")]
    public void In_German_a_figure_is_written_as_Germans_do(string value, MetricUnit unit, string? currency, string expected) =>
        Assert.Equal(expected, FigureText.Write(PageTexts.All, decimal.Parse(value, CultureInfo.InvariantCulture), unit, currency));

    [Theory]
    [InlineData(MetricUnit.Money)]
    [InlineData(MetricUnit.Count)]
    [InlineData(MetricUnit.Ratio)]
    [InlineData(MetricUnit.Days)]
    public void What_is_unknown_is_a_dash_and_never_a_zero(MetricUnit unit)
    {
        Assert.Equal("—", FigureText.Write(PageTexts.All, null, unit, "USD"));
        Assert.Equal("—", FigureText.WriteShort(PageTexts.All, null, unit, "USD"));
    }

    [Theory]
    [InlineData("999", "$999")]
    [InlineData("1000", "$1.0K")]
    [InlineData("999949", "$999.9K")]
    [InlineData("999950", "$1.0M")]
    [InlineData("12739000", "$12.7M")]
    [InlineData("2500000000", "$2.5B")]
    public void A_label_in_a_chart_is_short(string value, string expected) =>
        Assert.Equal(expected, FigureText.WriteShort(PageTexts.All, decimal.Parse(value, CultureInfo.InvariantCulture), MetricUnit.Money, "USD"));
}
