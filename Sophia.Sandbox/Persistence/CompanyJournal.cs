using System.Text.Json;
using Microsoft.Extensions.Options;

namespace Sophia.Sandbox.Persistence;

/// <summary>
/// Remembers the company across restarts: the day it was seeded for, and every change since, one JSON line each. Whoever
/// has read it keeps its figures; a company that forgot would contradict them. Without a folder it lives in memory only.
/// </summary>
internal sealed class CompanyJournal : IDisposable
{
    private readonly JournalFile<JournalEntry>? _changes;

    public CompanyJournal(IOptions<SandboxOptions> options, TimeProvider clock)
    {
        var settings = options.Value;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Anchor = new CompanyAnchor(today, settings.Seed, settings.Deals, settings.Companies, settings.Years);
        if (string.IsNullOrEmpty(settings.DataFolder))
        {
            return;
        }

        Directory.CreateDirectory(settings.DataFolder);
        Anchor = ReadOrWriteAnchor(Path.Combine(settings.DataFolder, "company.json"), Anchor);
        _changes = new JournalFile<JournalEntry>(
            Path.Combine(settings.DataFolder, "changes.jsonl"),
            JournalJsonContext.Default.JournalEntry,
            static entry => entry.Deal?.Id ?? entry.Company!.Id);
    }

    /// <summary>What the company was seeded with.</summary>
    public CompanyAnchor Anchor { get; }

    /// <summary>The changes since, oldest first.</summary>
    public IEnumerable<JournalEntry> Read() => _changes?.Read() ?? [];

    /// <summary>Adds a change; the store calls it under its lock, so that lines keep the order of changes.</summary>
    public void Write(JournalEntry entry) => _changes?.Write(entry);

    public void Dispose() => _changes?.Dispose();

    private static CompanyAnchor ReadOrWriteAnchor(string file, CompanyAnchor wanted)
    {
        if (!File.Exists(file))
        {
            File.WriteAllText(file, JsonSerializer.Serialize(wanted, JournalJsonContext.Default.CompanyAnchor));
            return wanted;
        }

        var anchor = JsonSerializer.Deserialize(File.ReadAllText(file), JournalJsonContext.Default.CompanyAnchor)
            ?? throw new InvalidOperationException($"{file} is empty. Delete it together with the data that was read from this company.");
        return anchor == wanted with { SeededUntil = anchor.SeededUntil }
            ? anchor
            : throw new InvalidOperationException(
                $"The company in {file} was made with Deals={anchor.Deals}, Companies={anchor.Companies}, Years={anchor.Years}, Seed={anchor.Seed}, "
                + "and its readers hold its figures. Start with those settings, or start another instance (--LocalHost:Instance=NAME) for another company.");
    }
}
