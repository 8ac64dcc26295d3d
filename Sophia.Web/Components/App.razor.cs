using Microsoft.AspNetCore.Components;
using Sophia.Web.Security;
using Sophia.Web.Theme;

namespace Sophia.Web.Components;

/// <summary>The document around every page.</summary>
public sealed partial class App
{
    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    private string Nonce => ContentSecurityPolicy.NonceOf(HttpContext);

    private string? Theme => ThemeCookie.Read(HttpContext.Request);
}
