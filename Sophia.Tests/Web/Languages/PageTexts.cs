using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Sophia.Web.Languages;

namespace Sophia.Tests.Web.Languages;

/// <summary>The page's own texts, for what is tested without its services.</summary>
internal static class PageTexts
{
    public static IStringLocalizer<Texts> All { get; } = new StringLocalizer<Texts>(
        new ResourceManagerStringLocalizerFactory(Options.Create(new LocalizationOptions()), NullLoggerFactory.Instance));
}
