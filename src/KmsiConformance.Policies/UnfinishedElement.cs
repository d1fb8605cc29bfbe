namespace KmsiConformance.Policies;

/// <summary>An element whose end has not been read yet.</summary>
internal sealed class UnfinishedElement(string name, Place at, PolicyAttribute[] attributes)
{
    private List<PolicyElement>? _children;
    private string _text = "";

    public string Name => name;

    public Place At => at;

    public void Add(PolicyElement child) => (_children ??= []).Add(child);

    public void Add(string text) => _text = _text.Length == 0 ? text : _text + text;

    public PolicyElement Finish() => new(name, at, attributes, _children is null ? [] : _children, _text.Trim());
}
