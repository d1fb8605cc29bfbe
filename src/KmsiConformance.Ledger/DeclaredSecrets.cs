using System.Buffers;

namespace KmsiConformance.Ledger;

/// <summary>Secrets that came from outside, in every form in which they are masked. A run may declare thousands.</summary>
internal sealed class DeclaredSecrets
{
    /// <summary>No secrets.</summary>
    public static readonly DeclaredSecrets None = new([]);

    // Longest first, so that no secret is cut by a shorter one.
    private readonly string[] _forms;
    private readonly SearchValues<string> _any;

    private DeclaredSecrets(IEnumerable<string> forms)
    {
        _forms = [.. forms.Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
        _any = SearchValues.Create(_forms, StringComparison.Ordinal);
    }

    /// <summary>These and others.</summary>
    public DeclaredSecrets With(IEnumerable<string> forms) => new(_forms.Concat(forms));

    /// <summary>The text with all of them masked. Most texts have none, and that is found in one pass.</summary>
    public string Mask(string text)
    {
        if (!text.AsSpan().ContainsAny(_any)) return text;
        foreach (var form in _forms) text = text.Replace(form, "***", StringComparison.Ordinal);
        return text;
    }
}
