namespace KmsiConformance.Policies;

/// <summary>An element whose end has not been read yet. One serves all elements of its depth, one after the other.</summary>
internal sealed class UnfinishedElement
{
    private readonly List<PolicyElement> _children = [];
    private PolicyAttribute[] _attributes = [];
    private string _text = "";

    public string Name { get; private set; } = "";

    public Place At { get; private set; }

    public void Begin(string name, Place at, PolicyAttribute[] attributes)
    {
        (Name, At, _attributes, _text) = (name, at, attributes, "");
        _children.Clear();
    }

    public void Add(PolicyElement child) => _children.Add(child);

    public void Add(string text) => _text = _text.Length == 0 ? text : _text + text;

    public PolicyElement Finish() => new(Name, At, _attributes, _children.Count == 0 ? [] : _children.ToArray(), _text.Trim());
}
