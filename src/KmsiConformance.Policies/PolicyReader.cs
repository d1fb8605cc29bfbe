using System.Text;

namespace KmsiConformance.Policies;

/// <summary>Reads custom policies and puts each together with its bases.</summary>
public static class PolicyReader
{
    /// <summary>
    /// Reads a policy; its bases are looked for among the <c>.xml</c> files of the same folder. Files there that are no
    /// policies are passed over.
    /// </summary>
    /// <exception cref="PolicyException">The policy, or a base it needs, cannot be used.</exception>
    public static CustomPolicy Read(string file)
    {
        var policy = PolicyFile.From(PolicyXml.Load(file));
        if (policy.BasePolicy is null) return CustomPolicy.From([policy]);

        var neighbours = Directory.EnumerateFiles(Path.GetDirectoryName(Path.GetFullPath(file))!, "*.xml")
            .Where(other => !string.Equals(Path.GetFileName(other), Path.GetFileName(file), StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(other => Path.Combine(Path.GetDirectoryName(file) ?? "", Path.GetFileName(other)))
            .Select(ReadIfPolicy)
            .OfType<PolicyFile>();
        return CustomPolicy.From(new PolicySet([policy, .. neighbours]).Chain(policy));
    }

    /// <summary>Reads files that belong together, and returns those policies among them that applications can name.</summary>
    /// <exception cref="PolicyException">One of the files, or a base that one needs, cannot be used.</exception>
    public static IReadOnlyList<CustomPolicy> Read(IEnumerable<string> files)
    {
        var read = files.Select(f => PolicyFile.From(PolicyXml.Load(f))).ToList();
        var set = new PolicySet(read);
        return [.. read.Where(f => f.IsForRelyingParties).Select(f => CustomPolicy.From(set.Chain(f)))];
    }

    /// <summary>Reads a policy without bases from its XML; <paramref name="file"/> names it in messages.</summary>
    /// <exception cref="PolicyException">The policy cannot be used.</exception>
    public static CustomPolicy Parse(string xml, string file = "policy.xml")
    {
        var policy = PolicyFile.From(PolicyXml.Parse(Encoding.UTF8.GetBytes(xml), file));
        return CustomPolicy.From(new PolicySet([policy]).Chain(policy));
    }

    /// <summary>Parses a policy that extends one that is read already; <paramref name="file"/> names it in messages.</summary>
    /// <exception cref="PolicyException">The policy cannot be used, or names another base.</exception>
    public static CustomPolicy Parse(string xml, CustomPolicy extended, string file = "policy.xml")
    {
        var policy = PolicyFile.From(PolicyXml.Parse(Encoding.UTF8.GetBytes(xml), file));
        return CustomPolicy.From(new PolicySet([.. extended.Chain, policy]).Chain(policy));
    }

    private static PolicyFile? ReadIfPolicy(string file)
    {
        try
        {
            return PolicyFile.From(PolicyXml.Load(file));
        }
        catch (PolicyException)
        {
            return null; // Whoever names it as a base is told that the base is missing.
        }
    }
}
