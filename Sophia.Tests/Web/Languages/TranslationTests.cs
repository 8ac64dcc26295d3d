using System.Text.RegularExpressions;
using System.Xml.Linq;
using Sophia.Core.Imports;
using Sophia.Core.Metrics;
using Sophia.Tests.Infrastructure;
using Sophia.Web.Imports;
using Sophia.Web.Languages;

namespace Sophia.Tests.Web.Languages;

public sealed partial class TranslationTests
{
    private static readonly string s_web = Path.Combine(Repository.Root, "Sophia.Web");

    [Fact]
    public void Every_text_exists_in_every_language()
    {
        var english = Read("Texts.resx").Keys;

        Assert.All(Language.All.Skip(1), language =>
            Assert.Equal(english.Order(StringComparer.Ordinal), Read($"Texts.{language.Code}.resx").Keys.Where(static key => !IsOfTheApi(key)).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void Every_text_takes_the_same_values_in_every_language()
    {
        var english = Read("Texts.resx");

        Assert.All(Language.All.Skip(1), language =>
        {
            var translated = Read($"Texts.{language.Code}.resx");
            Assert.All(english, text => Assert.Equal((text.Key, Places(text.Value)), (text.Key, Places(translated[text.Key]))));
        });
    }

    [Fact]
    public void Every_metric_has_a_name_and_a_definition_in_every_language_but_the_APIs() =>
        Assert.All(Language.All.Skip(1), language => Assert.Equal(
            MetricCatalog.All.SelectMany(static metric => new[] { $"metric.{metric.Key}.definition", $"metric.{metric.Key}.name" }).Order(StringComparer.Ordinal),
            Read($"Texts.{language.Code}.resx").Keys.Where(IsOfMetric).Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_field_of_files_has_a_name_in_every_language_but_the_APIs() =>
        Assert.All(Language.All.Skip(1), language => Assert.Equal(
            Enum.GetValues<ImportKind>().SelectMany(static kind => ImportFields.Of(kind).Select(one => $"field.{ImportText.Key(kind)}.{one.Key}")).Order(StringComparer.Ordinal),
            Read($"Texts.{language.Code}.resx").Keys.Where(IsOfField).Order(StringComparer.Ordinal)));

    [Fact]
    public void Every_text_that_the_page_asks_for_exists_and_none_is_left_over()
    {
        var known = Read("Texts.resx").Keys.ToHashSet(StringComparer.Ordinal);
        var sources = Directory.EnumerateFiles(s_web, "*.*", SearchOption.AllDirectories)
            .Where(static file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .Where(static file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Select(File.ReadAllText)
            .ToArray();

        Assert.Empty(sources.SelectMany(static source => Asked().Matches(source)).Select(static match => match.Groups["key"].Value).Except(known, StringComparer.Ordinal));
        // A key may also stand in a list or a switch that a component reads, or be made of a beginning such as "kind." and a name of the API's.
        var mentioned = sources.SelectMany(static source => Words().Matches(source)).Select(static match => match.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);
        Assert.All(known, key => Assert.True(
            mentioned.Contains(key) || mentioned.Contains(key[..(key.LastIndexOf('.') + 1)]), $"Nothing asks for {key}."));
    }

    private static Dictionary<string, string> Read(string file) => XDocument.Load(Path.Combine(s_web, "Languages", file)).Root!
        .Elements("data").ToDictionary(static data => data.Attribute("name")!.Value, static data => data.Element("value")!.Value, StringComparer.Ordinal);

    private static string Places(string text) =>
        string.Concat(Place().Matches(text).Select(static match => match.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));

    // What the API says in English is translated here and not said twice.
    private static bool IsOfTheApi(string key) => IsOfMetric(key) || IsOfField(key);

    private static bool IsOfField(string key) => key.StartsWith("field.", StringComparison.Ordinal);

    private static bool IsOfMetric(string key) => key.StartsWith("metric.", StringComparison.Ordinal);

    [GeneratedRegex(@"\b[Tt]ext\[""(?<key>[\w.]*\w)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Asked();

    [GeneratedRegex(@"""(?<key>[\w.]+)""", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Words();

    [GeneratedRegex(@"\{\d\}", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Place();
}
