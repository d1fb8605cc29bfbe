namespace KmsiConformance.Policies;

/// <summary>A policy that applications name in their requests, put together with its bases: the child wins.</summary>
public sealed record CustomPolicy
{
    private const int IncludesAtMost = 32;

    public required string PolicyId { get; init; }

    public required string TenantId { get; init; }

    /// <summary>The policy that this one extends; null when it stands alone.</summary>
    public PolicyReference? BasePolicy { get; init; }

    /// <summary>The relying party file, as it was given.</summary>
    public required string File { get; init; }

    /// <summary>The files it is made of, the base of all first, with everything they say.</summary>
    public required IReadOnlyList<PolicyFile> Chain { get; init; }

    public required SessionSettings Settings { get; init; }

    /// <summary>Where the settings are written.</summary>
    public required SettingPlaces Places { get; init; }

    /// <summary>The id of the journey that requests run; null when the policy names none.</summary>
    public string? DefaultUserJourney { get; init; }

    /// <summary>The steps of that journey, by order.</summary>
    public required IReadOnlyList<JourneyStep> Steps { get; init; }

    /// <summary>The DataUri of a content definition, or null.</summary>
    public Located<string>? DataUri(string contentDefinition) => Chain.Reverse()
        .SelectMany(f => f.Root.All("BuildingBlocks", "ContentDefinitions", "ContentDefinition"))
        .Where(d => string.Equals(d["Id"], contentDefinition, StringComparison.Ordinal))
        .Select(d => d.Child("DataUri"))
        .Where(u => u is not null)
        .Select(u => new Located<string>(u!.Text, u.At))
        .FirstOrDefault();

    /// <summary>
    /// The metadata of a technical profile, by key. A child that repeats the profile with some items adds to those of
    /// the base; an included profile's items come first.
    /// </summary>
    public IReadOnlyDictionary<string, Located<string>> Metadata(string technicalProfile)
    {
        var items = new Dictionary<string, Located<string>>(StringComparer.Ordinal);
        Collect(technicalProfile, items, [], IncludesAtMost);
        return items;
    }

    /// <summary>Whether the sign-in page shows the "Keep me signed in" box under a dated reading, and why.</summary>
    /// <exception cref="ArgumentException">There is no such profile.</exception>
    public KmsiOffer KmsiOffer(string profile) => Policies.KmsiOffer.Judge(this, profile);

    /// <summary>Whether the sign-in page shows the "Keep me signed in" box under a dated reading.</summary>
    /// <exception cref="ArgumentException">There is no such profile.</exception>
    public bool KmsiOffered(string profile) => KmsiOffer(profile).Offered;

    /// <summary>Puts a policy together with its bases; <paramref name="chain"/> has the base of all first.</summary>
    /// <exception cref="PolicyException">A value is not of its type.</exception>
    internal static CustomPolicy From(IReadOnlyList<PolicyFile> chain)
    {
        var policy = chain[^1];
        var places = SettingsReader.Read(chain);
        var journey = chain.Reverse()
            .SelectMany(f => f.Root.All("RelyingParty", "DefaultUserJourney"))
            .Select(j => j["ReferenceId"])
            .FirstOrDefault(id => id is not null);
        return new CustomPolicy
        {
            PolicyId = policy.PolicyId,
            TenantId = policy.TenantId,
            BasePolicy = policy.BasePolicy,
            File = policy.File,
            Chain = chain,
            Places = places,
            Settings = new SessionSettings(
                places.Scope?.Value ?? SsoScope.Tenant,
                places.KeepAliveInDays?.Value,
                places.SessionExpiryType?.Value,
                places.SessionExpiryInSeconds?.Value,
                places.EnforceIdTokenHintOnLogout?.Value ?? false),
            DefaultUserJourney = journey,
            Steps = journey is null ? [] : JourneyStep.Read(chain, journey),
        };
    }

    // Profiles that include each other are taken once, and no chain of includes is followed for ever.
    private void Collect(string technicalProfile, Dictionary<string, Located<string>> items, HashSet<string> seen, int includesLeft)
    {
        if (includesLeft == 0 || !seen.Add(technicalProfile)) return;

        var parts = Chain
            .SelectMany(f => f.Root.All("ClaimsProviders", "ClaimsProvider", "TechnicalProfiles", "TechnicalProfile"))
            .Where(p => string.Equals(p["Id"], technicalProfile, StringComparison.Ordinal))
            .ToList();
        foreach (var included in parts.SelectMany(p => p.All("IncludeTechnicalProfile")).Select(i => i["ReferenceId"]).OfType<string>())
            Collect(included, items, seen, includesLeft - 1);
        foreach (var item in parts.SelectMany(p => p.All("Metadata", "Item")))
            if (item["Key"] is { } key) items[key] = new(item.Text, item.At);
    }
}
