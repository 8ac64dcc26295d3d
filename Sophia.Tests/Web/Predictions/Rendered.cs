using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.JSInterop;
using Sophia.Web.Languages;

namespace Sophia.Tests.Web.Predictions;

/// <summary>A component as a browser first gets it.</summary>
internal static class Rendered
{
    public static async Task<IDocument> AsAsync<TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddLanguages();
        services.AddSingleton<IJSRuntime>(new NoBrowser());
        await using var provider = services.BuildServiceProvider();
        await using var renderer = new HtmlRenderer(provider, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<TComponent>(
            ParameterView.FromDictionary(parameters.ToDictionary(static one => one.Name, static one => one.Value, StringComparer.Ordinal)))).ToHtmlString());
        return await new HtmlParser().ParseDocumentAsync(html, TestContext.Current.CancellationToken);
    }

    public static IElement Find(this IParentNode parent, string id) =>
        parent.QuerySelector($"[data-testid='{id}']") ?? throw new InvalidOperationException($"The page has no {id}.");

    public static bool Has(this IParentNode parent, string id) => parent.QuerySelector($"[data-testid='{id}']") is not null;

    public static string Words(this INode element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string[][] Rows(this IElement table) =>
        [.. table.QuerySelectorAll("tr").Select(static row => row.QuerySelectorAll("th, td").Select(static cell => cell.Words()).ToArray())];

    /// <summary>Prerendering has no browser; asking for one is a fault.</summary>
    private sealed class NoBrowser : IJSRuntime
    {
        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, object?[]? args) => throw new InvalidOperationException(identifier);

        public ValueTask<TValue> InvokeAsync<TValue>(string identifier, CancellationToken cancellationToken, object?[]? args) =>
            throw new InvalidOperationException(identifier);
    }
}
