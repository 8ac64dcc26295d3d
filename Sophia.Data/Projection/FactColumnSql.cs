using Sophia.Core.Metrics;

namespace Sophia.Data.Projection;

/// <summary>
/// What sources and columns of facts are in SQL. Aliases: d the deal, a its account, t the stay, s the stage of the stay,
/// or of the deal where there is no stay. Stages and accounts that the source has removed still tell what deals were.
/// </summary>
internal static class FactColumnSql
{
    private const string Account = "LEFT JOIN account a ON a.connection = d.connection AND a.external_id = d.account_id";

    /// <summary>The rows of a source, for the deals whose connections and identifiers are parameters 1 and 2.</summary>
    public static string From(FactSource source) => source switch
    {
        FactSource.Deal => $"""
            unnest($1, $2) AS key (connection, external_id)
            JOIN deal d USING (connection, external_id)
            LEFT JOIN deal_stage s ON s.connection = d.connection AND s.external_id = d.stage_id
            {Account}
            WHERE NOT d.is_removed
            """,
        FactSource.DealStageStay => $"""
            unnest($1, $2) AS key (connection, external_id)
            JOIN deal d USING (connection, external_id)
            JOIN deal_stage_stay t ON t.connection = d.connection AND t.deal_id = d.external_id
            JOIN deal_stage s ON s.connection = d.connection AND s.external_id = t.stage_id
            {Account}
            WHERE NOT d.is_removed
            """,
    };

    /// <summary>The stage that a source's rows are split by; deals as such are not.</summary>
    public static string Stage(FactSource source) => source switch
    {
        FactSource.Deal => "NULL::text",
        FactSource.DealStageStay => "s.label",
    };

    /// <summary>The expression of a condition, measure or date.</summary>
    public static string Of(FactColumn column) => column switch
    {
        FactColumn.Amount => "coalesce(d.amount, 0)",
        FactColumn.WeightedAmount => "coalesce(d.amount, 0) * s.probability",
        FactColumn.SalesCycleDays => "round(extract(epoch FROM d.closed_at - d.created_at) / 86400, 6)",
        FactColumn.IsWon => "(s.is_closed AND s.is_won)",
        FactColumn.IsLost => "(s.is_closed AND NOT s.is_won)",
        FactColumn.IsClosed => "s.is_closed",
        FactColumn.IsOpen => "NOT s.is_closed",
        FactColumn.CreatedAt => "d.created_at",
        FactColumn.ClosedAt => "d.closed_at",
        FactColumn.EnteredAt => "t.entered_at",
        FactColumn.LeftAt => "t.left_at",
    };

    /// <summary>The UTC day of a date.</summary>
    public static string Day(FactColumn column) => $"({Of(column)} AT TIME ZONE 'UTC')::date";
}
