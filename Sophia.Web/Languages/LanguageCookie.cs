using Microsoft.AspNetCore.Localization;

namespace Sophia.Web.Languages;

/// <summary>The viewer's choice of language, which the browser keeps in a cookie so that addresses can be shared across languages.</summary>
internal sealed class LanguageCookie : RequestCultureProvider
{
    /// <inheritdoc />
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) => Task.FromResult(
        Language.Find(httpContext.Request.Cookies["language"]) is { } language ? new ProviderCultureResult(language.Code) : null);
}
