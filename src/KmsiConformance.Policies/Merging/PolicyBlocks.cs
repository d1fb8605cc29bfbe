namespace KmsiConformance.Policies.Merging;

/// <summary>
/// The content of a policy, or of a chain of policies, as named blocks: content definitions, technical profiles (whichever
/// claims provider holds them), journeys, the relying party and whatever else there is. Merging is associative:
/// it does not matter where in a chain one begins.
/// </summary>
public sealed class PolicyBlocks
{
    private readonly Dictionary<(string Kind, string Id), PolicyElement> _blocks;

    private PolicyBlocks(Dictionary<(string Kind, string Id), PolicyElement> blocks) => _blocks = blocks;

    /// <summary>A chain of no policies.</summary>
    public static PolicyBlocks None { get; } = new([]);

    /// <summary>How many blocks there are.</summary>
    public int Count => _blocks.Count;

    /// <summary>The block of an element name and id, or null.</summary>
    public PolicyElement? Find(string kind, string id) => _blocks.GetValueOrDefault((kind, id));

    /// <summary>All blocks of an element name, in the order in which the chain first names them.</summary>
    public IEnumerable<PolicyElement> All(string kind)
    {
        foreach (var ((name, _), block) in _blocks)
            if (string.Equals(name, kind, StringComparison.Ordinal)) yield return block;
    }

    /// <summary>All blocks with their element name and id.</summary>
    public IEnumerable<(string Kind, string Id, PolicyElement Block)> All() => _blocks.Select(b => (b.Key.Kind, b.Key.Id, b.Value));

    /// <summary>The blocks of one file. A block that is written twice there is merged in the order written.</summary>
    public static PolicyBlocks Of(PolicyElement root)
    {
        var blocks = new Dictionary<(string Kind, string Id), PolicyElement>();
        foreach (var part in root.Children)
        {
            switch (part.Name)
            {
                case "BuildingBlocks":
                    foreach (var list in part.Children)
                        foreach (var block in list.Children) Put(blocks, block);
                    break;
                case "ClaimsProviders":
                    foreach (var provider in part.Children)
                        foreach (var profile in provider.All("TechnicalProfiles", "TechnicalProfile")) Put(blocks, profile);
                    break;
                case "UserJourneys" or "SubJourneys":
                    foreach (var journey in part.Children) Put(blocks, journey);
                    break;
                default:
                    Put(blocks, part);
                    break;
            }
        }

        return new PolicyBlocks(blocks);
    }

    /// <summary>These blocks extended by those of a child policy, which wins.</summary>
    public PolicyBlocks ExtendedBy(PolicyBlocks child)
    {
        if (_blocks.Count == 0) return child;
        if (child._blocks.Count == 0) return this;
        var merged = new Dictionary<(string Kind, string Id), PolicyElement>(_blocks);
        foreach (var (key, block) in child._blocks)
            merged[key] = merged.TryGetValue(key, out var below) ? block.Over(below) : block;
        return new PolicyBlocks(merged);
    }

    private static void Put(Dictionary<(string Kind, string Id), PolicyElement> blocks, PolicyElement block)
    {
        var key = (block.Name, block["Id"] ?? ElementIdentity.Of(block));
        blocks[key] = blocks.TryGetValue(key, out var before) ? block.Over(before) : block;
    }
}
