namespace KmsiConformance.Policies.Merging;

/// <summary>
/// Puts one element over another of the same name and identity, as the service does along a chain: attributes and text
/// of the child win, children with the same identity merge, others are added.
/// </summary>
internal static class ElementMerge
{
    /// <summary>The element in force; its place is the child's.</summary>
    public static PolicyElement Over(this PolicyElement above, PolicyElement below)
    {
        if (ReferenceEquals(above, below) || ElementIdentity.ReplacesWhole(above)) return above;
        return new PolicyElement(
            above.Name,
            above.At,
            Attributes(above.Attributes, below.Attributes),
            Children(above.Children, below.Children),
            above.Text.Length > 0 ? above.Text : below.Text);
    }

    private static IReadOnlyList<PolicyAttribute> Attributes(IReadOnlyList<PolicyAttribute> above, IReadOnlyList<PolicyAttribute> below)
    {
        if (below.Count == 0) return above;
        if (above.Count == 0) return below;
        var merged = below.ToList();
        foreach (var attribute in above)
        {
            var same = merged.FindIndex(a => string.Equals(a.Name, attribute.Name, StringComparison.Ordinal));
            if (same < 0) merged.Add(attribute);
            else merged[same] = attribute;
        }

        return merged;
    }

    private static IReadOnlyList<PolicyElement> Children(IReadOnlyList<PolicyElement> above, IReadOnlyList<PolicyElement> below)
    {
        if (below.Count == 0) return above;
        if (above.Count == 0) return below;
        var merged = below.ToList();
        var places = new Dictionary<ChildKey, int>(below.Count);
        var met = new Dictionary<ChildKey, int>();
        for (var i = 0; i < below.Count; i++) places[Next(below[i], met)] = i;
        met.Clear();
        foreach (var child in above)
        {
            var key = Next(child, met);
            if (places.TryGetValue(key, out var same)) merged[same] = child.Over(merged[same]);
            else merged.Add(child);
        }

        return merged;
    }

    // Siblings that cannot be told apart are told apart by their order.
    private static ChildKey Next(PolicyElement child, Dictionary<ChildKey, int> met)
    {
        var first = new ChildKey(child.Name, ElementIdentity.Of(child), 0);
        var count = met.GetValueOrDefault(first);
        met[first] = count + 1;
        return first with { Occurrence = count };
    }

    private readonly record struct ChildKey(string Name, string Identity, int Occurrence);
}
