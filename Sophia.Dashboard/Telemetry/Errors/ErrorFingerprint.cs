using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Sophia.Dashboard.Telemetry.Errors;

/// <summary>Tells whether two failures are the same: service, type, and the top of the stack or the operation.</summary>
internal static partial class ErrorFingerprint
{
    // The top of the stack says where it was thrown; what is below says by which way one came there.
    private const int Frames = 5;

    /// <summary>Computes the fingerprint.</summary>
    /// <param name="service">Where it happened.</param>
    /// <param name="type">The exception's type.</param>
    /// <param name="stack">The stack trace; empty where none was sent.</param>
    /// <param name="operation">The span's name or logger's category, which counts without a stack.</param>
    /// <returns>16 hexadecimal digits.</returns>
    public static string Compute(string service, string type, string stack, string operation)
    {
        var text = new StringBuilder(service).Append('\n').Append(type);
        var frames = 0;
        foreach (var line in stack.AsSpan().EnumerateLines())
        {
            var frame = line.Trim();
            if (frames < Frames && (frame.StartsWith("at ", StringComparison.Ordinal) || frame.StartsWith("File ", StringComparison.Ordinal)))
            {
                frames++;
                text.Append('\n').Append(Numbers().Replace(WithoutPlace(frame).ToString(), "#"));
            }
        }

        if (frames == 0)
        {
            text.Append('\n').Append(operation);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    // .NET writes "at Type.Method(…) in /path/File.cs:line 12": the path differs between machines and the line between builds.
    private static ReadOnlySpan<char> WithoutPlace(ReadOnlySpan<char> frame)
    {
        var place = frame.LastIndexOf(") in ");
        return place < 0 ? frame : frame[..(place + 1)];
    }

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 100)]
    private static partial Regex Numbers();
}
