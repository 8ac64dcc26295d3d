using System.ComponentModel;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Sophia.Api.Lists;
using Sophia.Core.Imports;
using Sophia.Core.Lists;
using Sophia.Data.Imports;
using Sophia.Integrations.Imports;

namespace Sophia.Api.Imports;

/// <summary>People's own files.</summary>
internal static class ImportEndpoints
{
    private const string Path = "/api/v1/imports";

    // 200,000 records of a wide export.
    private const int LargestFile = 50 * 1024 * 1024;

    public static void MapImports(this IEndpointRouteBuilder routes)
    {
        routes.MapPost(Path, BringAsync).WithTags("Imports").WithName("BringFile")
            .Accepts<Stream>("text/csv")
            .WithMetadata(new RequestSizeLimitAttribute(LargestFile))
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge);
        routes.MapGet(Path, ListAsync).WithTags("Imports").WithName("ListImports");
        routes.MapGet(Path + "/{id:guid}", GetAsync).WithTags("Imports").WithName("GetImport").ProducesProblem(StatusCodes.Status404NotFound);
        routes.MapPut(Path + "/{id:guid}/mapping", MapAsync).WithTags("Imports").WithName("MapImport")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType);
        routes.MapPost(Path + "/{id:guid}/confirm", ConfirmAsync).WithTags("Imports").WithName("ConfirmImport")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        routes.MapPost(Path + "/{id:guid}/undo", UndoAsync).WithTags("Imports").WithName("UndoImport")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
        routes.MapDelete(Path + "/{id:guid}", DiscardAsync).WithTags("Imports").WithName("DiscardImport")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    /// <summary>Brings a file and shows how it would be read.</summary>
    /// <remarks>
    /// The body is the file: separated values of at most 50 MB and 200,000 records. Nothing is written to the business
    /// before the import is confirmed. The answer names the columns, what they are read as, the first records as they are
    /// read, and the lines that cannot be imported.
    /// </remarks>
    /// <param name="kind">What it holds.</param>
    /// <param name="fileName">What it is called.</param>
    /// <param name="request">The file.</param>
    /// <param name="reader">Reads it.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Created<Import>, ValidationProblem>> BringAsync(
        [FromQuery, Description("What the file holds: deals, calls or employees; by default what its columns speak for.")] string? kind,
        [FromQuery, Description("What the file is called. Example: deals.csv")] string? fileName,
        HttpRequest request, ImportReader reader, CancellationToken cancellationToken)
    {
        ImportKind? wanted = Enum.TryParse<ImportKind>(kind, ignoreCase: true, out var named) ? named : null;
        if (kind is { Length: > 0 } && wanted is null)
        {
            return Wrong("kind", $"There is no kind '{kind}'. There are: {string.Join(", ", Enum.GetNames<ImportKind>().Select(JsonNamingPolicy.CamelCase.ConvertName))}.");
        }

        try
        {
            var import = await reader.BringAsync(request.Body, wanted, fileName, cancellationToken);
            return TypedResults.Created($"{Path}/{import.Id}", import);
        }
        catch (ImportRefusedException refused)
        {
            return Wrong(refused.Field, refused.Message);
        }
    }

    /// <summary>Lists the imports, the newest first.</summary>
    /// <param name="list">Which part of the list.</param>
    /// <param name="imports">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<Page<Import>>, ValidationProblem>> ListAsync(
        [AsParameters] ListParameters list, ImportStore imports, CancellationToken cancellationToken)
    {
        var errors = list.Parse(ImportJson.Default.Import, ImportJson.Default.ImportKey, out var request);
        if (request is null)
        {
            return TypedResults.ValidationProblem(errors, title: "The list cannot be answered");
        }

        var rows = await imports.ReadAsync(request.After, request.Read, cancellationToken);
        return new ConditionalResult<Page<Import>>(
            request.ToPage(rows, static import => new ImportKey(import.CreatedAt, import.Id)), ImportJson.Default.PageImport, request.Fields);
    }

    /// <summary>Says how an import is.</summary>
    /// <param name="id">The import.</param>
    /// <param name="imports">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<ConditionalResult<Import>, ProblemHttpResult>> GetAsync(
        Guid id, ImportStore imports, CancellationToken cancellationToken) =>
        await imports.FindAsync(id, cancellationToken) is { } import
            ? new ConditionalResult<Import>(import, ImportJson.Default.Import)
            : Unknown(id);

    /// <summary>Reads a preview again under another mapping.</summary>
    /// <remarks>The mapping is remembered: a later file with the same columns is read like this from the start.</remarks>
    /// <param name="id">The import.</param>
    /// <param name="mapping">What the columns are read as.</param>
    /// <param name="imports">Knows them.</param>
    /// <param name="reader">Reads it again.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Ok<Import>, ValidationProblem, ProblemHttpResult>> MapAsync(
        Guid id, ImportMapping mapping, ImportStore imports, ImportReader reader, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } import)
        {
            return Unknown(id);
        }

        if (import.State is not ImportState.Preview)
        {
            return NotNow("It is no preview any more; undo it and bring the file again.");
        }

        var errors = MappingRules.Check(mapping, import);
        if (errors.Count > 0)
        {
            return TypedResults.ValidationProblem(errors, title: "The file cannot be read like this");
        }

        try
        {
            return await reader.RereadAsync(import, mapping, cancellationToken) is { } read ? TypedResults.Ok(read) : NotNow("It is no preview any more.");
        }
        catch (ImportRefusedException refused)
        {
            return Wrong("columns", refused.Message);
        }
    }

    /// <summary>Writes a previewed import to the business.</summary>
    /// <remarks>It is written in the background: `GET /api/v1/imports/{id}` says how far it is. The same file twice changes nothing.</remarks>
    /// <param name="id">The import.</param>
    /// <param name="imports">Knows them.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Accepted<Import>, ProblemHttpResult>> ConfirmAsync(
        Guid id, ImportStore imports, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await imports.FindAsync(id, cancellationToken) is not { } import)
        {
            return Unknown(id);
        }

        if (import.GoodRows == 0)
        {
            return NotNow("No record of the file can be imported. Say what its columns are read as, or bring another file.");
        }

        return await StartAsync(import, ImportState.Preview, ImportState.Importing, imports, clock, cancellationToken)
            ?? (Results<Accepted<Import>, ProblemHttpResult>)NotNow("It was confirmed already.");
    }

    /// <summary>Takes back what an import changed.</summary>
    /// <remarks>What a later file has changed since stays as that file says, and `kept` counts it.</remarks>
    /// <param name="id">The import.</param>
    /// <param name="imports">Knows them.</param>
    /// <param name="clock">The present.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<Accepted<Import>, ProblemHttpResult>> UndoAsync(
        Guid id, ImportStore imports, TimeProvider clock, CancellationToken cancellationToken) =>
        await imports.FindAsync(id, cancellationToken) is not { } import
            ? Unknown(id)
            : await StartAsync(import, ImportState.Imported, ImportState.Undoing, imports, clock, cancellationToken)
                ?? (Results<Accepted<Import>, ProblemHttpResult>)NotNow("Only an import that is written can be taken back.");

    /// <summary>Discards a preview.</summary>
    /// <param name="id">The import.</param>
    /// <param name="imports">Knows them.</param>
    /// <param name="cancellationToken">Ends when the caller goes away.</param>
    internal static async Task<Results<NoContent, ProblemHttpResult>> DiscardAsync(Guid id, ImportStore imports, CancellationToken cancellationToken) =>
        await imports.DiscardAsync(id, cancellationToken) ? TypedResults.NoContent()
        : await imports.FindAsync(id, cancellationToken) is null ? Unknown(id)
        : NotNow("It is no preview any more; undo it instead.");

    private static async Task<Accepted<Import>?> StartAsync(
        Import import, ImportState from, ImportState to, ImportStore imports, TimeProvider clock, CancellationToken cancellationToken) =>
        await imports.StartAsync(import.Id, from, to, clock.GetUtcNow().ToUnixTimeMilliseconds(), cancellationToken)
            ? TypedResults.Accepted($"{Path}/{import.Id}", import with { State = to, Done = 0 })
            : null;

    private static ValidationProblem Wrong(string field, string message) => TypedResults.ValidationProblem(
        new Dictionary<string, string[]>(StringComparer.Ordinal) { [field] = [message] }, title: "The file cannot be imported");

    private static ProblemHttpResult Unknown(Guid id) =>
        TypedResults.Problem($"There is no import {id}.", title: "There is no such import", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult NotNow(string why) =>
        TypedResults.Problem(why, title: "Not in this state", statusCode: StatusCodes.Status409Conflict);
}
