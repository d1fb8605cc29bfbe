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
    public PolicyAttribute? Attribute(string attribute)
    {
        for (var i = 0; i < attributes.Count; i++)
            if (string.Equals(attributes[i].Name, attribute, StringComparison.Ordinal)) return attributes[i];
        return null;
    }

    /// <summary>The attribute's value, or null.</summary>
    public string? this[string attribute] => Attribute(attribute)?.Value;

    /// <summary>The first child of that name, or null.</summary>
    public PolicyElement? Child(string child)
    {
        for (var i = 0; i < children.Count; i++)
            if (string.Equals(children[i].Name, child, StringComparison.Ordinal)) return children[i];
        return null;
    }

    /// <summary>The elements reached by following the names downwards, through every child of each name.</summary>
    public IEnumerable<PolicyElement> All(params ReadOnlySpan<string> names)
    {
        List<PolicyElement>? found = null;
        Collect(names, ref found);
        return found is null ? [] : found;
    }

    private void Collect(ReadOnlySpan<string> names, ref List<PolicyElement>? found)
    {
        for (var i = 0; i < children.Count; i++)
        {
            var child = children[i];
            if (!string.Equals(child.Name, names[0], StringComparison.Ordinal)) continue;
            if (names.Length == 1) (found ??= []).Add(child);
            else child.Collect(names[1..], ref found);
        }
    }
}
