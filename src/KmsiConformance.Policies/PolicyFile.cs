namespace KmsiConformance.Policies;

/// <summary>The name of a policy in its tenant. Both parts are compared without regard to case.</summary>
public sealed record PolicyReference(string TenantId, string PolicyId, Place At)
{
    public bool Names(PolicyFile file) => Names(file.TenantId, file.PolicyId);

    public bool Names(string tenantId, string policyId) =>
        string.Equals(PolicyId, policyId, StringComparison.OrdinalIgnoreCase)
        && string.Equals(TenantId, tenantId, StringComparison.OrdinalIgnoreCase);
}

/// <summary>One policy file by itself, before inheritance.</summary>
public sealed record PolicyFile(string File, string PolicyId, string TenantId, PolicyReference? BasePolicy, PolicyElement Root)
{
    /// <summary>Whether applications can name this policy in their requests.</summary>
    public bool IsForRelyingParties => Root.Child("RelyingParty") is not null;

    /// <summary>Reads a file's header.</summary>
    /// <exception cref="PolicyException">The root is not a TrustFrameworkPolicy or lacks its names.</exception>
    public static PolicyFile From(PolicyElement root)
    {
        if (!string.Equals(root.Name, "TrustFrameworkPolicy", StringComparison.Ordinal))
            throw new PolicyException(
                root.At,
                $"The root element is {root.Name}; a custom policy begins with TrustFrameworkPolicy. Give the policy file itself, not a "
                + "part of it.");

        return new PolicyFile(
            root.At.File,
            root["PolicyId"] ?? throw Missing(root, "PolicyId", "B2C_1A_signup_signin"),
            root["TenantId"] ?? throw Missing(root, "TenantId", "contoso.onmicrosoft.com"),
            root.Child("BasePolicy") is { } b ? Base(b) : null,
            root);
    }

    private static PolicyReference Base(PolicyElement b) => new(
        b.Child("TenantId")?.Text ?? throw MissingIn(b, "TenantId"),
        b.Child("PolicyId")?.Text ?? throw MissingIn(b, "PolicyId"),
        b.At);

    private static PolicyException Missing(PolicyElement root, string attribute, string example) => new(
        root.At, $"TrustFrameworkPolicy has no {attribute} attribute. Add it, for example {attribute}=\"{example}\".");

    private static PolicyException MissingIn(PolicyElement b, string child) => new(
        b.At, $"BasePolicy has no {child}. It needs TenantId and PolicyId of the policy that this one extends.");
}
