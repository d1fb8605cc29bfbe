namespace KmsiConformance.Policies.Merging;

/// <summary>
/// A chain of policies merged as the service does it. Unlike <see cref="CustomPolicy"/> it takes every value as written,
/// right or wrong, so that a linter can look at what is wrong.
/// </summary>
public sealed class MergedPolicy
{
    private const int IncludesAtMost = 32;

    private readonly Dictionary<string, PolicyElement?> _profiles = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<JourneyStep>> _steps;

    private MergedPolicy(IReadOnlyList<PolicyFile> chain, PolicyBlocks blocks, bool isComplete)
    {
        Chain = chain;
        Blocks = blocks;
        IsComplete = isComplete;
        DefaultJourney = RelyingParty?.Child("DefaultUserJourney")?.Attribute("ReferenceId") is { } named
            ? new(named.Value, named.At)
            : null;
        _steps = new(() => DefaultJourney is { } journey ? StepsOf(journey.Value) : []);
    }

    /// <summary>The files, the base of all first.</summary>
    public IReadOnlyList<PolicyFile> Chain { get; }

    public PolicyBlocks Blocks { get; }

    /// <summary>Whether every base is there; where one is missing, what cannot be found may well exist.</summary>
    public bool IsComplete { get; }

    /// <summary>The last file of the chain.</summary>
    public PolicyFile File => Chain[^1];

    public PolicyElement? RelyingParty => Blocks.Find("RelyingParty", "");

    /// <summary>The session settings' element of the relying party, or null.</summary>
    public PolicyElement? Behaviors => RelyingParty?.Child("UserJourneyBehaviors");

    /// <summary>The journey that requests run, or null.</summary>
    public Located<string>? DefaultJourney { get; }

    /// <summary>The steps of that journey, by order; steps without a number for an order are left out.</summary>
    public IReadOnlyList<JourneyStep> Steps => _steps.Value;

    /// <summary>The first file of a chain.</summary>
    /// <param name="isComplete">False when it names a base that cannot be found.</param>
    public static MergedPolicy Begin(PolicyFile file, bool isComplete = true) => new([file], PolicyBlocks.Of(file.Root), isComplete);

    /// <summary>A whole chain, the base of all first.</summary>
    public static MergedPolicy Of(IReadOnlyList<PolicyFile> chain) =>
        chain.Skip(1).Aggregate(Begin(chain[0]), (below, file) => below.ExtendedBy(file));

    /// <summary>This chain with one more file, which wins.</summary>
    /// <param name="isComplete">False when a file between the two could not be read.</param>
    public MergedPolicy ExtendedBy(PolicyFile child, bool isComplete = true) =>
        new([.. Chain, child], Blocks.ExtendedBy(PolicyBlocks.Of(child.Root)), IsComplete && isComplete);

    /// <summary>The steps of any journey, by order.</summary>
    public IReadOnlyList<JourneyStep> StepsOf(string journey) =>
        Blocks.Find("UserJourney", journey) is { } found ? JourneyStep.Read(found, _ => { }) : [];

    /// <summary>The DataUri of a content definition, or null.</summary>
    public Located<string>? DataUri(string contentDefinition) =>
        Blocks.Find("ContentDefinition", contentDefinition)?.Child("DataUri") is { } uri ? new(uri.Text, uri.At) : null;

    /// <summary>
    /// A technical profile with what it includes: an included profile lies below the one that includes it. Profiles that
    /// include each other are taken once.
    /// </summary>
    public PolicyElement? TechnicalProfile(string id)
    {
        // Hardly any profile includes another; what does is put together once.
        var profile = Blocks.Find("TechnicalProfile", id);
        if (profile?.Child("IncludeTechnicalProfile") is null) return profile;
        if (_profiles.TryGetValue(id, out var known)) return known;
        return _profiles[id] = WithIncludes(id, [], IncludesAtMost);
    }

    /// <summary>The metadata of a technical profile, by key.</summary>
    public IReadOnlyDictionary<string, Located<string>> Metadata(string technicalProfile)
    {
        var items = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        if (TechnicalProfile(technicalProfile) is not { } profile) return items;
        foreach (var item in profile.All("Metadata", "Item"))
            if (item["Key"] is { } key) items[key] = new(item.Text, item.At);
        return items;
    }

    /// <summary>One item of a technical profile's metadata, or null.</summary>
    public Located<string>? Metadata(string technicalProfile, string key)
    {
        if (TechnicalProfile(technicalProfile)?.Child("Metadata") is not { } metadata) return null;
        for (var i = metadata.Children.Count - 1; i >= 0; i--)
            if (string.Equals(metadata.Children[i]["Key"], key, StringComparison.Ordinal))
                return new(metadata.Children[i].Text, metadata.Children[i].At);
        return null;
    }

    private PolicyElement? WithIncludes(string id, HashSet<string> seen, int includesLeft)
    {
        if (Blocks.Find("TechnicalProfile", id) is not { } profile) return null;
        if (includesLeft == 0 || !seen.Add(id)) return null;
        foreach (var include in profile.All("IncludeTechnicalProfile").ToList())
            if (include["ReferenceId"] is { } below && WithIncludes(below, seen, includesLeft - 1) is { } included)
                profile = profile.Over(included);
        return profile;
    }
}
