using Microsoft.Extensions.Primitives;

namespace KmsiConformance.Reference.Kernel.Http;

/// <summary>The parameters of a request; a missing and an empty one are the same (RFC 6749, 3.1).</summary>
internal sealed class Parameters(Dictionary<string, StringValues> values)
{
    public string? this[string name] => values.TryGetValue(name, out var value) && !StringValues.IsNullOrEmpty(value) ? value[0] : null;

    /// <summary>The first of the named parameters that was given more than once.</summary>
    public string? Repeated(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (values.TryGetValue(name, out var value) && value.Count > 1) return name;
        return null;
    }

    /// <summary>The words of a parameter, separated by spaces.</summary>
    public IReadOnlyList<string> Words(string name) => (this[name] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
