using KmsiConformance.Policies.InForce;
using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Policies;

/// <summary>A policy that applications name in their requests, put together with its bases: the child wins.</summary>
public sealed record CustomPolicy
{
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

    /// <summary>The chain as one: every block of it, whatever it means to this project.</summary>
    public required MergedPolicy Merged { get; init; }

    /// <summary>The step that asks for a second factor; null when the journey has none.</summary>
    public SecondFactor? SecondFactor => SecondFactor.Of(Merged);

    /// <summary>The DataUri of a content definition, or null.</summary>
    public Located<string>? DataUri(string contentDefinition) => Merged.DataUri(contentDefinition);

    /// <summary>
    /// The metadata of a technical profile, by key. A child that repeats the profile with some items adds to those of
    /// the base; an included profile's items come first.
    /// </summary>
    public IReadOnlyDictionary<string, Located<string>> Metadata(string technicalProfile) => Merged.Metadata(technicalProfile);

    /// <summary>Whether the sign-in page shows the "Keep me signed in" box under a dated reading, and why.</summary>
    public KmsiOffer KmsiOffer(Readings readings) => Policies.KmsiOffer.Judge(Merged, readings);

    /// <summary>Whether the sign-in page shows the "Keep me signed in" box under a dated reading.</summary>
    public bool KmsiOffered(Readings readings) => KmsiOffer(readings).Offered;

    /// <summary>Puts a policy together with its bases; <paramref name="chain"/> has the base of all first.</summary>
    /// <exception cref="PolicyException">A value is not of its type.</exception>
    internal static CustomPolicy From(IReadOnlyList<PolicyFile> chain)
    {
        var policy = chain[^1];
        var merged = MergedPolicy.Of(chain);
        var places = SettingsReader.Read(merged.Behaviors, problem => throw problem);
        var journey = merged.DefaultJourney?.Value;
        return new CustomPolicy
        {
            PolicyId = policy.PolicyId,
            TenantId = policy.TenantId,
            BasePolicy = policy.BasePolicy,
            File = policy.File,
            Chain = chain,
            Merged = merged,
            Places = places,
            Settings = places.InForce,
            DefaultUserJourney = journey,
            Steps = journey is not null && merged.Blocks.Find("UserJourney", journey) is { } found
                ? JourneyStep.Read(found, problem => throw problem)
                : [],
        };
    }
}
