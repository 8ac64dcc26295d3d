namespace Sophia.Integrations.BambooHr.Client.Messages;

/// <summary>A page of a dataset's rows; without rows at all where there is no such dataset.</summary>
internal sealed record DatasetAnswer(IReadOnlyList<DatasetRow>? Data, DatasetMeta? Meta);
