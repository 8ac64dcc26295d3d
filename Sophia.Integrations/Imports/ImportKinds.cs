namespace Sophia.Integrations.Imports;

/// <summary>The kinds of streams that files speak of.</summary>
public static class ImportKinds
{
    /// <summary>The connection that files come through.</summary>
    public const string Connection = "import";

    /// <summary>The beginning of all of them.</summary>
    public const string Prefix = "import.";

    /// <summary>A deal.</summary>
    public const string Deal = "import.deal";

    /// <summary>A stage of deals.</summary>
    public const string Stage = "import.stage";

    /// <summary>A company.</summary>
    public const string Company = "import.company";

    /// <summary>A call.</summary>
    public const string Call = "import.call";

    /// <summary>An employee.</summary>
    public const string Employee = "import.employee";

    /// <summary>A seller or host.</summary>
    public const string User = "import.user";
}
