namespace Sophia.Data.Predictions;

/// <summary>A model as it was kept.</summary>
/// <typeparam name="TModel">The kind of model.</typeparam>
/// <param name="Model">The model.</param>
/// <param name="TrainedAt">When it was trained.</param>
public sealed record StoredModel<TModel>(TModel Model, DateTimeOffset TrainedAt)
    where TModel : class;
