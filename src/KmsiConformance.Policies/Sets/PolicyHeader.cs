namespace KmsiConformance.Policies.Sets;

/// <summary>What a policy file is called and what it extends, without its content.</summary>
/// <param name="At">The place of the file's PolicyId.</param>
public sealed record PolicyHeader(string File, string PolicyId, string TenantId, PolicyReference? BasePolicy, Place At)
{
    /// <summary>Reads a file's header; null when the file is XML but no custom policy.</summary>
    /// <exception cref="PolicyException">The file cannot be read, is not well-formed, or lacks its names.</exception>
    public static PolicyHeader? Read(string file)
    {
        var root = PolicyXml.LoadHeader(file);
        if (!string.Equals(root.Name, "TrustFrameworkPolicy", StringComparison.Ordinal)) return null;
        var policy = PolicyFile.From(root);
        return new PolicyHeader(file, policy.PolicyId, policy.TenantId, policy.BasePolicy, root.Attribute("PolicyId")!.At);
    }

    /// <summary>The folder that the file lies in.</summary>
    public string Folder { get; } = Path.GetDirectoryName(Path.GetFullPath(File)) ?? "";
}
