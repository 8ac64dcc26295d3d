using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Sophia.Web.Languages;

/// <summary>Lets the page speak the viewer's language.</summary>
internal static class LanguagesSetup
{
    /// <summary>Adds the texts and the choice of language: the viewer's own, else the browser's, else English.</summary>
    public static IServiceCollection AddLanguages(this IServiceCollection services)
    {
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(static options =>
        {
            var cultures = Language.All.Select(static language => CultureInfo.GetCultureInfo(language.Code)).ToArray();
            options.SupportedCultures = cultures;
            options.SupportedUICultures = cultures;
            options.DefaultRequestCulture = new RequestCulture(cultures[0]);
            options.ApplyCurrentCultureToResponseHeaders = true;
            options.RequestCultureProviders = [new LanguageCookie(), new AcceptLanguageHeaderRequestCultureProvider()];
        });
        return services;
    }
}
