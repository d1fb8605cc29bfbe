namespace KmsiConformance.Policies.Sets;

/// <summary>Whether a policy's base is among the files.</summary>
public enum BaseState
{
    /// <summary>The policy extends nothing.</summary>
    None,

    Found,

    Missing,

    /// <summary>Following the bases leads back to the policy.</summary>
    Circular,
}

/// <summary>A policy file in its set: what it extends and what extends it.</summary>
public sealed class PolicyNode(PolicyHeader header)
{
    private readonly List<PolicyNode> _extensions = [];

    public PolicyHeader Header => header;

    public BaseState BaseState { get; private set; }

    /// <summary>The policy that this one extends, when it was found and does not lead back here.</summary>
    public PolicyNode? Base { get; private set; }

    /// <summary>The policies that extend this one, by file name.</summary>
    public IReadOnlyList<PolicyNode> Extensions => _extensions;

    internal void Extend(PolicyNode basis)
    {
        Base = basis;
        BaseState = BaseState.Found;
        basis._extensions.Add(this);
    }

    internal void Miss(BaseState state) => BaseState = state;
}
