namespace Sophia.Tests.Agents;

/// <summary>The figures that tests compare with the company's own.</summary>
internal sealed record Shown(decimal? Revenue, decimal? Won, decimal? Lost, decimal? OpenPipeline, decimal? Created);
