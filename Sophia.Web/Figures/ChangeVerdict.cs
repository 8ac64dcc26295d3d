namespace Sophia.Web.Figures;

/// <summary>What a change means for the business.</summary>
internal enum ChangeVerdict
{
    /// <summary>It moved the way it should.</summary>
    Better,

    /// <summary>It moved the other way.</summary>
    Worse,

    /// <summary>It did not move by anything worth showing.</summary>
    Unchanged,

    /// <summary>There is nothing to hold it against.</summary>
    Unknown,
}
