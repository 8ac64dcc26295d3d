using Microsoft.AspNetCore.Components;
using Sophia.Components.Security;
using Sophia.Components.Theme;

namespace Sophia.Dashboard.Components;

/// <summary>The document around every page.</summary>
public sealed partial class App
{
    [CascadingParameter]
    private HttpContext HttpContext { get; set; } = null!;

    private string Nonce => ContentSecurityPolicy.NonceOf(HttpContext);

    private string? Theme => ThemeCookie.Read(HttpContext.Request);
}
