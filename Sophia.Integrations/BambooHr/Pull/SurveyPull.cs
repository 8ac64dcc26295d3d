using System.Globalization;
using System.Runtime.CompilerServices;
using Sophia.Core.Events;
using Sophia.Integrations.BambooHr.Client;
using Sophia.Integrations.BambooHr.Client.Messages;

namespace Sophia.Integrations.BambooHr.Pull;

/// <summary>
/// Reads the answers to the satisfaction survey out of their dataset. A dataset has neither versions nor a list of changes:
/// only this reads it, one look after the other, so the later entry in the log is the newer one.
/// </summary>
internal sealed class SurveyPull(BambooHrApi api, BambooHrOptions options)
{
    private const int PageSize = 1_000;

    // Answers that are entered or corrected later than this are not noticed.
    private const int DaysLookedBack = 7;

    private readonly string[] _fields =
    [
        options.SurveyIdField, options.SurveyNameField, options.SurveyDateField,
        options.SurveyEmployeeField, options.SurveyDepartmentField, options.SurveyScoreField,
    ];

    /// <summary>The pages from the cursor on.</summary>
    public async IAsyncEnumerable<SourcePage> ReadAsync(string? text, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = SurveyCursor.Parse(text);
        while (cursor is not { HistoryLoaded: true })
        {
            // In the order of their days, so that what is answered meanwhile comes at the end.
            var page = cursor?.Page ?? 1;
            var (events, pages, total, today) = await ReadPageAsync(filter: null, page, cancellationToken);
            cursor ??= new SurveyCursor { Since = today.AddDays(-DaysLookedBack) };
            cursor = cursor with
            {
                Page = page + 1,
                HistoryLoaded = page >= pages,
                Loaded = cursor.Loaded + events.Count,
                Total = total,
            };
            yield return Page(events, cursor);
        }

        var filter = string.Create(CultureInfo.InvariantCulture, $"{options.SurveyDateField} ge '{cursor.Since:yyyy-MM-dd}'");
        for (var page = 1; ; page++)
        {
            var (events, pages, _, today) = await ReadPageAsync(filter, page, cancellationToken);
            if (page < pages)
            {
                yield return Page(events, cursor);
                continue;
            }

            yield return Page(events, cursor with { Since = today.AddDays(-DaysLookedBack) });
            yield break;
        }
    }

    private static SourcePage Page(IReadOnlyList<NewEvent> events, SurveyCursor cursor) =>
        new(events, cursor.ToString(), cursor.HistoryLoaded, cursor.Loaded, cursor.Total);

    private async Task<(IReadOnlyList<NewEvent> Events, int Pages, long Total, DateOnly Today)> ReadPageAsync(
        string? filter, int page, CancellationToken cancellationToken)
    {
        var answer = await api.ReadDatasetAsync(
            options.SurveyDataset,
            new DatasetRequest(_fields, filter, $"{options.SurveyDateField} asc, {options.SurveyIdField} asc", page, PageSize),
            cancellationToken);
        NewEvent[] events =
        [
            .. from row in answer.Body.Data ?? []
               let id = SourceValue.Text(row.Fields, options.SurveyIdField)
               where id is not null
               select new NewEvent
               {
                   Stream = new StreamName(BambooHrKinds.Connection, BambooHrKinds.SurveyAnswer, id),
                   SourceVersion = null,
                   Payload = CanonicalJson.Write(row.Fields),
               },
        ];
        return (events, answer.Body.Meta?.TotalPages ?? 1, answer.Body.Meta?.TotalItems ?? events.Length, DateOnly.FromDateTime(answer.AnsweredAt.UtcDateTime));
    }
}
