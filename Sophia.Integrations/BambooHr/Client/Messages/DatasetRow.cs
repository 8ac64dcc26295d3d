using System.Text.Json;

namespace Sophia.Integrations.BambooHr.Client.Messages;

/// <summary>A row of a dataset: its values by column.</summary>
internal sealed record DatasetRow(JsonElement Fields);
