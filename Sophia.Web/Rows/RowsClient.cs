using System.Globalization;
using System.Runtime.CompilerServices;
using Sophia.Core.Dashboard;
using Sophia.Web.Api;

namespace Sophia.Web.Rows;

/// <summary>Asks Sophia's API for the rows behind a figure.</summary>
internal sealed class RowsClient(ApiClient api)
{
    /// <summary>The most rows that one question brings.</summary>
    public const int PageSize = 200;

    /// <summary>A page of the rows.</summary>
    /// <param name="query">Which figure.</param>
    /// <param name="cursor">Where the page before ended, or null for the first.</param>
    /// <param name="limit">How many rows at most, up to <see cref="PageSize"/>.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ApiAnswer<MetricRows>> ReadAsync(RowsQuery query, string? cursor, int limit, CancellationToken cancellationToken) => api.GetAsync(
        query.At("/api/v1/dashboard/rows", ("cursor", cursor), ("limit", limit.ToString(CultureInfo.InvariantCulture))),
        DashboardJson.Default.MetricRows,
        cancellationToken);

    /// <summary>Every page of the rows, until the end or the first failure, which is the last answer.</summary>
    /// <param name="query">Which figure.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<ApiAnswer<MetricRows>> ReadAllAsync(RowsQuery query, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? cursor = null;
        do
        {
            var answer = await ReadAsync(query, cursor, PageSize, cancellationToken);
            yield return answer;
            cursor = (answer as ApiAnswer<MetricRows>.Success)?.Value.Next;
        }
        while (cursor is not null);
    }
}
