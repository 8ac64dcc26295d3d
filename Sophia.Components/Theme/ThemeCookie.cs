using Microsoft.AspNetCore.Http;

namespace Sophia.Components.Theme;

/// <summary>The viewer's choice of colours, which the browser keeps in a cookie so that the first paint has it.</summary>
public static class ThemeCookie
{
    /// <summary>light, dark, or null for the system's.</summary>
    public static string? Read(HttpRequest request) => request.Cookies["theme"] switch
    {
        "light" => "light",
        "dark" => "dark",
        _ => null,
    };
}
