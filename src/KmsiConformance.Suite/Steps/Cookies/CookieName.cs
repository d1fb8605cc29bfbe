using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>Names a cookie by what it is for.</summary>
/// <param name="Role"><c>app-session</c>, <c>provider-session</c>, or one of the recipe's roles, such as <c>sso</c>.</param>
/// <param name="App">Only a cookie of this app's site.</param>
/// <param name="Provider">Only a cookie of this identity provider's site.</param>
public sealed record CookieName(string Role, string? App = null, string? Provider = null)
{
    /// <summary>Name of the app or identity provider whose it is; null where neither is named.</summary>
    public string? Owner => App ?? Provider;

    /// <summary>Reads one from the keys of a step.</summary>
    /// <exception cref="SuiteException">The role needs an owner that is not named, or has another one.</exception>
    internal static CookieName Read(YamlValue verb)
    {
        var name = new CookieName(verb.Get("role").Text, verb.Find("app")?.Text, verb.Find("provider")?.Text);
        return name switch
        {
            { Role: CookieRoles.AppSession, App: null } or { Role: CookieRoles.AppSession, Provider: not null } =>
                throw verb.Problem("An app-session cookie belongs to an app: expected the key 'app', and no 'provider'."),
            { Role: CookieRoles.ProviderSession, Provider: null } or { Role: CookieRoles.ProviderSession, App: not null } =>
                throw verb.Problem("A provider-session cookie belongs to an identity provider: expected the key 'provider', and no 'app'."),
            { App: not null, Provider: not null } =>
                throw verb.Problem("A cookie belongs to an app or to an identity provider: leave out one of the two."),
            _ => name,
        };
    }

    public override string ToString() => Owner is null ? $"the {Role} cookie" : $"the {Role} cookie of {Owner}";
}
