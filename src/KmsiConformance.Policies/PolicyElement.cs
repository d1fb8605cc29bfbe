namespace KmsiConformance.Policies;

/// <summary>One XML attribute and where it stands.</summary>
public sealed record PolicyAttribute(string Name, string Value, Place At);

/// <summary>
/// One XML element as written, known to this project or not: nothing of a policy is dropped on reading. Names are local
/// names, because fragments in documents come without the namespace that complete policies have.
/// </summary>
public sealed class PolicyElement(
    string name, Place at, IReadOnlyList<PolicyAttribute> attributes, IReadOnlyList<PolicyElement> children, string text)
{
    public string Name => name;

    public Place At => at;

    public IReadOnlyList<PolicyAttribute> Attributes => attributes;

    public IReadOnlyList<PolicyElement> Children => children;

    /// <summary>The element's own text, without that of its children, trimmed.</summary>
    public string Text => text;

    /// <summary>The attribute of that name, or null.</summary>
    public PolicyAttribute? Attribute(string attribute) =>
        attributes.FirstOrDefault(a => string.Equals(a.Name, attribute, StringComparison.Ordinal));

    /// <summary>The attribute's value, or null.</summary>
    public string? this[string attribute] => Attribute(attribute)?.Value;

    /// <summary>The first child of that name, or null.</summary>
    public PolicyElement? Child(string child) =>
        children.FirstOrDefault(c => string.Equals(c.Name, child, StringComparison.Ordinal));

    /// <summary>The elements reached by following the names downwards, through every child of each name.</summary>
    public IEnumerable<PolicyElement> All(params ReadOnlySpan<string> names)
    {
        IEnumerable<PolicyElement> found = [this];
        foreach (var step in names)
            found = found.SelectMany(e => e.Children.Where(c => string.Equals(c.Name, step, StringComparison.Ordinal)));
        return found;
    }
}
