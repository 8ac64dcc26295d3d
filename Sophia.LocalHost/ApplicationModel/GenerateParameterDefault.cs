using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A random value from a cryptographic source.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string Punctuation = "-_.{}~()*+!";

    /// <summary>How many characters the value has at least.</summary>
    public int MinLength { get; set; }

    /// <summary>Whether punctuation may occur in it.</summary>
    public bool Special { get; set; } = true;

    /// <inheritdoc />
    public override string GetDefaultValue() =>
        // 22 letters and digits carry more than 128 bits.
        RandomNumberGenerator.GetString(Special ? Letters + Punctuation : Letters, Math.Max(22, MinLength));
}
