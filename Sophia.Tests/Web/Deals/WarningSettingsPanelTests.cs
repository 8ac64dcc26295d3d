using Sophia.Core.Analytics.Sales.Warnings;
using Sophia.Core.Predictions;
using Sophia.Tests.Web.Languages;
using Sophia.Tests.Web.Predictions;
using Sophia.Web.Deals;

namespace Sophia.Tests.Web.Deals;

[InLanguage("en")]
public sealed class WarningSettingsPanelTests
{
    [Fact]
    public async Task Each_warning_has_a_box_and_a_switched_one_says_by_whom()
    {
        DealWarningSetting[] settings =
        [
            new(DealWarningKind.NoAmount, true, null, null), new(DealWarningKind.NoCloseDate, true, SampleFigures.Now, "Bo") { IsAwaited = true }, new(DealWarningKind.MovedBack, false, SampleFigures.Now, "Ada"),
        ];

        var page = await Rendered.AsAsync<WarningSettingsPanel>(
            (nameof(WarningSettingsPanel.Settings), settings), (nameof(WarningSettingsPanel.Now), SampleFigures.Now),
            (nameof(WarningSettingsPanel.OnSwitch), (Func<DealWarningSetting, DealWarningSwitch, Task<string?>>)(static (_, _) => Task.FromResult<string?>(null))));

        Assert.True(page.Find("warning-noAmount").HasAttribute("checked"));
        Assert.False(page.Find("warning-movedBack").HasAttribute("checked"));
        Assert.Contains("Not looked for yet", page.Find("warning-noCloseDate").Closest("li")!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Not looked for yet", page.Find("warning-noAmount").Closest("li")!.Words(), StringComparison.Ordinal);
        Assert.EndsWith(" by Ada", page.Find("warning-movedBack").Closest("li")!.Words(), StringComparison.Ordinal);
    }
}
