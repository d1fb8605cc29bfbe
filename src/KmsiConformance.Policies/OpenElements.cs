namespace KmsiConformance.Policies;

/// <summary>The elements that enclose the place which is being read, the root first.</summary>
internal sealed class OpenElements
{
    private readonly List<UnfinishedElement> _elements = [];

    public int Count { get; private set; }

    /// <summary>The innermost element; null outside of the root.</summary>
    public UnfinishedElement? Innermost => Count == 0 ? null : _elements[Count - 1];

    public void Open(string name, Place at, PolicyAttribute[] attributes)
    {
        if (Count == _elements.Count) _elements.Add(new UnfinishedElement());
        _elements[Count++].Begin(name, at, attributes);
    }

    /// <summary>Ends the innermost element, and returns it when it is the root.</summary>
    public PolicyElement? Close()
    {
        var done = _elements[--Count].Finish();
        if (Count == 0) return done;
        _elements[Count - 1].Add(done);
        return null;
    }
}
