using Microsoft.Extensions.Options;

namespace Sophia.Sandbox.BambooHr;

/// <summary>Which fields the key's user may see. Others are left out of answers, which is not the same as null.</summary>
internal sealed class FieldAccess(IOptions<SandboxOptions> options)
{
    private volatile HashSet<string> _hidden = Names(options.Value.BambooHr.HiddenFields);

    public bool MaySee(string field) => !_hidden.Contains(field);

    public void Hide(string names) => _hidden = Names(names);

    private static HashSet<string> Names(string names) =>
        [.. names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
