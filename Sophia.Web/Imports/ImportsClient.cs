using System.Globalization;
using Microsoft.AspNetCore.Components.Forms;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Http;
using Sophia.Core.Imports;
using Sophia.Core.Lists;
using Sophia.Web.Api;

namespace Sophia.Web.Imports;

/// <summary>Brings people's files to Sophia's API and has them read, written and taken back.</summary>
/// <param name="api">Asks what is answered at once.</param>
/// <param name="clients">Makes the patient client.</param>
/// <param name="typed">Makes it ask as the other does.</param>
internal sealed class ImportsClient(ApiClient api, IHttpClientFactory clients, ITypedHttpClientFactory<ApiClient> typed)
{
    /// <summary>The name of the client that waits until a file is sent and read.</summary>
    public const string Patient = "ImportsApi";

    /// <summary>The largest file that the API takes, in bytes.</summary>
    public const int LargestFile = 50 * 1024 * 1024;

    private const string Path = "/api/v1/imports";

    /// <summary>The newest imports.</summary>
    /// <param name="limit">How many at most, up to 200.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<ApiAnswer<Page<ImportSummary>>> ListAsync(int limit, CancellationToken cancellationToken) => api.GetAsync(
        $"{Path}?limit={limit.ToString(CultureInfo.InvariantCulture)}&fields={ImportSummary.Fields}", ImportSummaryJson.Default.PageImportSummary, cancellationToken);

    /// <summary>An import.</summary>
    public Task<ApiAnswer<Import>> GetAsync(Guid id, CancellationToken cancellationToken) => api.GetAsync($"{Path}/{id}", ImportJson.Default.Import, cancellationToken);

    /// <summary>Sends a file, piece by piece as the browser hands it over, and has it read; nothing is written yet.</summary>
    /// <param name="file">The file, of at most <see cref="LargestFile"/>.</param>
    /// <param name="kind">What it holds, or null where its columns are to tell.</param>
    /// <param name="onSent">Told how many bytes are sent.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind then.</param>
    /// <exception cref="FileUnreadableException">The browser could not read it.</exception>
    public async Task<ApiAnswer<Import>> BringAsync(IBrowserFile file, ImportKind? kind, Action<long> onSent, CancellationToken cancellationToken)
    {
        var address = QueryHelpers.AddQueryString(Path, "fileName", file.Name);
        await using var stream = file.OpenReadStream(LargestFile, cancellationToken);
        using var content = new SentFile(stream, file.Size, onSent);
        var answer = await PatientApi().SendAsync(
            HttpMethod.Post, kind is { } known ? QueryHelpers.AddQueryString(address, "kind", ImportText.Key(known)) : address, content, ImportJson.Default.Import, cancellationToken);
        return content.Unreadable is { } cause ? throw new FileUnreadableException(cause) : answer;
    }

    /// <summary>Has a preview read again.</summary>
    public Task<ApiAnswer<Import>> MapAsync(Guid id, ImportMapping mapping, CancellationToken cancellationToken) => PatientApi().SendAsync(
        HttpMethod.Put, $"{Path}/{id}/mapping", JsonContent.Create(mapping, ImportJson.Default.ImportMapping), ImportJson.Default.Import, cancellationToken);

    /// <summary>Has a preview written to the business.</summary>
    public Task<ApiAnswer<Import>> ConfirmAsync(Guid id, CancellationToken cancellationToken) =>
        api.SendAsync(HttpMethod.Post, $"{Path}/{id}/confirm", body: null, ImportJson.Default.Import, cancellationToken);

    /// <summary>Has an import taken back.</summary>
    public Task<ApiAnswer<Import>> UndoAsync(Guid id, CancellationToken cancellationToken) =>
        api.SendAsync(HttpMethod.Post, $"{Path}/{id}/undo", body: null, ImportJson.Default.Import, cancellationToken);

    /// <summary>Discards a preview.</summary>
    public Task<ApiAnswer<Done>> DiscardAsync(Guid id, CancellationToken cancellationToken) => api.SendAsync(HttpMethod.Delete, $"{Path}/{id}", cancellationToken);

    private ApiClient PatientApi() => typed.CreateClient(clients.CreateClient(Patient));
}
