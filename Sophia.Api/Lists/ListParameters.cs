using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Mvc;

namespace Sophia.Api.Lists;

/// <summary>What every list is asked with; a route takes it beside its own filters, with <c>[AsParameters]</c>.</summary>
internal sealed record ListParameters
{
    /// <summary>The parameter that continues a list.</summary>
    public const string CursorName = "cursor";

    /// <summary>The parameter that says how long a page is.</summary>
    public const string LimitName = "limit";

    /// <summary>The parameter that picks fields.</summary>
    public const string FieldsName = "fields";

    /// <summary>How many items come where nothing else is asked for.</summary>
    public const int UsualLimit = 50;

    /// <summary>Bounds what one request makes the server read and hold.</summary>
    public const int LargestLimit = 200;

    /// <summary>Where to go on.</summary>
    [FromQuery(Name = CursorName)]
    [Description("Goes on behind a page: its `next`, asked with the same filters; by default the list begins.")]
    public string? Cursor { get; init; }

    /// <summary>How many items.</summary>
    [FromQuery(Name = LimitName)]
    [Description("How many items at most, 1 to 200; by default 50.")]
    public string? Limit { get; init; }

    /// <summary>Which fields.</summary>
    [FromQuery(Name = FieldsName)]
    [Description("The fields of each item to send, separated by commas, inner ones behind a dot; by default all. Example: id,metric.name")]
    public string? Fields { get; init; }

    /// <summary>The request, whose other parameters a cursor belongs to.</summary>
    public required HttpRequest Request { get; init; }

    /// <summary>What is asked for, or what is wrong with it, per parameter.</summary>
    /// <param name="item">The JSON form of an item.</param>
    /// <param name="key">The JSON form of the key that the list is ordered by.</param>
    /// <param name="request">What is asked for; null where the result is not empty.</param>
    public Dictionary<string, string[]> Parse<TItem, TKey>(JsonTypeInfo<TItem> item, JsonTypeInfo<TKey> key, out ListRequest<TKey>? request)
        where TKey : class
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var limit = UsualLimit;
        if (Limit is { Length: > 0 }
            && (!int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) || limit is < 1 or > LargestLimit))
        {
            errors[LimitName] = [$"'{Limit}' is not a number from 1 to {LargestLimit}."];
        }

        var fields = FieldSelection.Everything;
        if (FieldSelection.Parse(Fields, item, ref fields) is { Length: > 0 } unknown)
        {
            errors[FieldsName] = unknown;
        }

        var question = ListCursor.QuestionOf(Request);
        TKey? after = null;
        if (Cursor is { Length: > 0 } && !ListCursor.TryRead(Cursor, question, key, out after))
        {
            errors[CursorName] = ["This is no cursor of this list, or one of other filters; leave it out to begin again."];
        }

        request = errors.Count > 0 ? null : new ListRequest<TKey>(after, limit, fields, question, key);
        return errors;
    }
}
