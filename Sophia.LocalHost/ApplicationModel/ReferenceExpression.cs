using System.Runtime.CompilerServices;
using System.Text;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A text with places that are filled in when ports and passwords are known.</summary>
public sealed class ReferenceExpression : IValueProvider
{
    private readonly IReadOnlyList<object> _parts;

    private ReferenceExpression(IReadOnlyList<object> parts) => _parts = parts;

    /// <summary>Whose addresses it names.</summary>
    internal IEnumerable<EndpointReference> Endpoints => _parts.OfType<EndpointReference>();

    /// <inheritdoc />
    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken = default)
    {
        var text = new StringBuilder();
        foreach (var part in _parts)
        {
            text.Append(part is IValueProvider value ? await value.GetValueAsync(cancellationToken) : (string)part);
        }

        return text.ToString();
    }

    /// <summary>Collects the parts of <c>$"{api.GetEndpoint("http")}/path"</c>.</summary>
    /// <param name="literalLength">Characters of literal text.</param>
    /// <param name="formattedCount">Places to fill in.</param>
    [InterpolatedStringHandler]
#pragma warning disable CA1034, CA1815 // Nested and without equality, as the published type is.
    public readonly ref struct ExpressionInterpolatedStringHandler(int literalLength, int formattedCount)
#pragma warning restore CA1034, CA1815
    {
        // As long as the interpolated string in the source: a literal before and after each place.
        private readonly List<object> _parts = new(formattedCount * 2 + (literalLength > 0 ? 1 : 0));

        /// <summary>Adds literal text.</summary>
        /// <param name="value">The text.</param>
        public void AppendLiteral(string value) => _parts.Add(value);

        /// <summary>Adds a place.</summary>
        /// <typeparam name="T">What fills it.</typeparam>
        /// <param name="valueProvider">What fills it.</param>
        public void AppendFormatted<T>(T valueProvider)
            where T : IValueProvider => _parts.Add(valueProvider);

        internal ReferenceExpression GetExpression() => new(_parts);
    }
}
