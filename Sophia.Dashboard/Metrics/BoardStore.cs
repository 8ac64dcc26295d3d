using System.Security.Cryptography;
using System.Text.Json;

namespace Sophia.Dashboard.Metrics;

/// <summary>Keeps boards in a file beside the telemetry, for everybody who may look.</summary>
/// <param name="folder">The dashboard's data folder; null keeps them in memory only.</param>
public sealed class BoardStore(string? folder)
{
    private const int MostBoards = 100;
    private const int MostCharts = 40;
    private const int LongestName = 80;
    private readonly Lock _lock = new();
    private readonly string? _file = folder is null ? null : Path.Combine(folder, "boards.json");
    private List<Board>? _boards;

    /// <summary>All boards by name.</summary>
    public IReadOnlyList<Board> All()
    {
        lock (_lock)
        {
            return [.. Read().OrderBy(static board => board.Name, StringComparer.OrdinalIgnoreCase)];
        }
    }

    /// <summary>One board; null where there is none.</summary>
    public Board? Find(string id)
    {
        lock (_lock)
        {
            return Read().FirstOrDefault(board => board.Id == id);
        }
    }

    /// <summary>Adds a board, or replaces the one with its id.</summary>
    /// <returns>It, with its id.</returns>
    /// <exception cref="InvalidOperationException">It has no name, or one of the bounds is reached; the message says which.</exception>
    public Board Save(Board board)
    {
        if (string.IsNullOrWhiteSpace(board.Name) || board.Name.Length > LongestName)
        {
            throw new InvalidOperationException($"A board has a name of 1 to {LongestName} characters.");
        }

        if (board.Charts.Count > MostCharts)
        {
            throw new InvalidOperationException($"A board holds at most {MostCharts} charts.");
        }

        lock (_lock)
        {
            var boards = Read();
            var at = boards.FindIndex(other => other.Id == board.Id);
            if (at < 0 && boards.Count >= MostBoards)
            {
                throw new InvalidOperationException($"There are {MostBoards} boards already; remove one first.");
            }

            var saved = board.Id.Length > 0 ? board : board with { Id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6)) };
            if (at < 0)
            {
                boards.Add(saved);
            }
            else
            {
                boards[at] = saved;
            }

            Write(boards);
            return saved;
        }
    }

    /// <summary>Removes a board.</summary>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string id)
    {
        lock (_lock)
        {
            var boards = Read();
            var removed = boards.RemoveAll(board => board.Id == id) > 0;
            if (removed)
            {
                Write(boards);
            }

            return removed;
        }
    }

    private List<Board> Read() => _boards ??= _file is not null && File.Exists(_file)
        ? [.. JsonSerializer.Deserialize(File.ReadAllText(_file), BoardJson.Default.IReadOnlyListBoard) ?? []]
        : [];

    private void Write(List<Board> boards)
    {
        if (_file is null)
        {
            return;
        }

        // The old file stays whole until the new one is.
        var next = _file + ".new";
        File.WriteAllText(next, JsonSerializer.Serialize(boards, BoardJson.Default.IReadOnlyListBoard));
        File.Move(next, _file, overwrite: true);
    }
}
