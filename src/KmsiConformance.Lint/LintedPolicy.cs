using KmsiConformance.Policies;
using KmsiConformance.Policies.InForce;
using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Lint;

/// <summary>A policy with its bases, as rules look at it under one dated reading.</summary>
public sealed class LintedPolicy
{
    private readonly Lazy<KmsiOffer> _offer;
    private readonly Lazy<IReadOnlyList<TokenIssuer>> _issuers;
    private readonly Lazy<IReadOnlyList<IdentityProvider>> _providers;

    public LintedPolicy(MergedPolicy merged, Readings readings)
    {
        Merged = merged;
        Readings = readings;
        Places = SettingsReader.Read(merged.Behaviors, _ => { });
        Settings = Places.InForce;
        _offer = new(() => KmsiOffer.Judge(merged, readings));
        _issuers = new(() => TokenIssuer.Of(merged));
        _providers = new(() => IdentityProvider.Of(merged));
    }

    public MergedPolicy Merged { get; }

    public Readings Readings { get; }

    public string PolicyId => Merged.File.PolicyId;

    /// <summary>The settings that are written; null where absent or not of their type.</summary>
    public SettingPlaces Places { get; }

    public SessionSettings Settings { get; }

    public KmsiOffer Offer => _offer.Value;

    public IReadOnlyList<TokenIssuer> Issuers => _issuers.Value;

    public IReadOnlyList<IdentityProvider> Providers => _providers.Value;

    /// <summary>Whether apps can name it; a base alone has no session settings to judge.</summary>
    public bool IsForRelyingParties => Merged.RelyingParty is not null;

    /// <summary>Whether KeepAliveInDays switches "Keep me signed in" on.</summary>
    public bool KeepsSignedIn => Settings.KeepAlive is not null;

    /// <summary>Where the session settings stand, or would stand.</summary>
    public Place SettingsAt =>
        (Merged.Behaviors?.Child("SingleSignOn") ?? Merged.Behaviors ?? Merged.RelyingParty ?? Merged.File.Root).At;
}
