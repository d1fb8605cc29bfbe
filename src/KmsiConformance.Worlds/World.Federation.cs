using KmsiConformance.Browsers;
using KmsiConformance.IdentityProviders;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Worlds.Providers;

namespace KmsiConformance.Worlds;

/// <content>What a person does with identity providers.</content>
public sealed partial class World
{
    private const string ExchangePlace = "{exchange}";

    /// <summary>An identity provider by its name.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the suite was checked for that.</exception>
    public IdentityProviderSite Provider(string name) => _parts.Providers[name];

    /// <summary>Whether the login endpoint's page asks, on which a provider can be chosen.</summary>
    public bool AsksAtLogin(PageShown page) => page is { Kind: PageKinds.Credentials, Site: KnownSites.Login };

    /// <summary>Presses the button of an identity provider on the login endpoint's page.</summary>
    /// <param name="keepMeSignedIn">How to leave the box before; null does not touch it.</param>
    public async Task<PageShown> ChooseProviderAsync(string name, bool? keepMeSignedIn, CancellationToken cancellation) =>
        await SubmitAsync(
            new PageEntry([], ProviderButton(name))
            {
                Box = keepMeSignedIn is { } ticked ? new BoxEntry(Control.Box(_parts.Signs), ticked) : null,
            },
            new ProviderChosen(name), cancellation);

    /// <summary>Fills in the page of an identity provider.</summary>
    public async Task<PageShown> SubmitAtProviderAsync(string name, string user, bool wrongPassword, CancellationToken cancellation)
    {
        var password = PasswordAt(name, user);
        var entry = PageEntry.Of(new Credentials(user, wrongPassword ? password + "-wrong" : password, null), _parts.Signs);
        return await SubmitAsync(entry, new CredentialsPosted(name, user, null), cancellation);
    }

    /// <summary>Says no on the page of an identity provider.</summary>
    public Task<PageShown> CancelAtProviderAsync(CancellationToken cancellation) =>
        SubmitAsync(new PageEntry([], ProviderSigns.Cancel), null, cancellation);

    private string PasswordAt(string provider, string user) =>
        (Provider(provider).Options.Users.FirstOrDefault(known => known.UserName == user)
            ?? throw new Targets.UnknownUserException(user, Provider(provider).Options.Users.Select(known => known.UserName))).Password;

    private Control ProviderButton(string name)
    {
        var exchange = Policies.WrittenProvider.ExchangeOf(name);
        return new Control(
            $"button of the identity provider {name}", "identity-provider",
            [.. _parts.ProviderButton.Select(selector => selector.Replace(ExchangePlace, exchange, StringComparison.Ordinal))]);
    }
}
