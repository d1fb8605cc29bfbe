using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Steps.Cookies;

/// <summary>Names a cookie by what it is for, by its own name, or by both.</summary>
/// <param name="Role">
/// Null where the name says enough. <c>app-session</c>, <c>provider-session</c>, or one of the recipe's roles, such as <c>sso</c>.
/// </param>
/// <param name="App">Only a cookie of this app's site.</param>
/// <param name="Provider">Only a cookie of this identity provider's site.</param>
/// <param name="Named">A pattern of its name, in which <c>*</c> stands for any letters; null where the role says enough.</param>
public sealed record CookieName(string? Role, string? App = null, string? Provider = null, string? Named = null)
{
    /// <summary>Name of the app or identity provider whose it is; null where neither is named.</summary>
    public string? Owner => App ?? Provider;

    /// <summary>Reads one from the keys of a step.</summary>
    /// <exception cref="SuiteException">The role needs an owner that is not named, or has another one.</exception>
    internal static CookieName Read(YamlValue verb)
    {
        var name = new CookieName(verb.Find("role")?.Text, verb.Find("app")?.Text, verb.Find("provider")?.Text, verb.Find("name")?.Text);
        return name switch
        {
            { Role: null, Named: null } => throw verb.Problem("Expected 'role', 'name' or both: which cookie is meant?"),
            { Role: CookieRoles.AppSession, App: null } or { Role: CookieRoles.AppSession, Provider: not null } =>
                throw verb.Problem("An app-session cookie belongs to an app: expected the key 'app', and no 'provider'."),
            { Role: CookieRoles.ProviderSession, Provider: null } or { Role: CookieRoles.ProviderSession, App: not null } =>
                throw verb.Problem("A provider-session cookie belongs to an identity provider: expected the key 'provider', and no 'app'."),
            { App: not null, Provider: not null } =>
                throw verb.Problem("A cookie belongs to an app or to an identity provider: leave out one of the two."),
            _ => name,
        };
    }

    public override string ToString() =>
        $"the {(Role is null ? "" : $"{Role} ")}cookie{(Named is null ? "" : $" {Named}")}{(Owner is null ? "" : $" of {Owner}")}";
}
