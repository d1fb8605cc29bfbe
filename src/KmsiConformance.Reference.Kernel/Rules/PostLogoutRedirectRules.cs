using KmsiConformance.Reference.Kernel.Apps;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>Where the browser may go after a sign-out.</summary>
public class PostLogoutRedirectRules : RuleTopic
{
    /// <summary>Whether the browser may be sent there after a sign-out with a valid hint of that application .</summary>
    public virtual bool IsRegistered(AppRegistration app, string postLogoutRedirectUri) =>
        app.RedirectUris.Contains(postLogoutRedirectUri, StringComparer.Ordinal);

    /// <summary>The applications whose addresses are good for a sign-out with that application's hint: its own.</summary>
    /// <param name="registered">All applications of the tenant.</param>
    public virtual IEnumerable<AppRegistration> AddressOwners(AppRegistration app, IReadOnlyList<AppRegistration> registered) => [app];

    /// <summary>
    /// Whether sign-out that demands no hint goes there: to any complete web address; never to scripts, documents or
    /// something that only a browser would take for a complete address.
    /// </summary>
    public virtual bool Follows(string postLogoutRedirectUri) =>
        Uri.TryCreate(postLogoutRedirectUri, UriKind.Absolute, out var parsed)
            && (parsed.Scheme == Uri.UriSchemeHttps || parsed.Scheme == Uri.UriSchemeHttp);

    /// <summary>The address to which the browser goes, with the state if the application sent one (N-36).</summary>
    public virtual string AddressWithState(string postLogoutRedirectUri, string? state)
    {
        if (state is null) return postLogoutRedirectUri;
        var fragment = postLogoutRedirectUri.IndexOf('#', StringComparison.Ordinal);
        var (address, rest) = fragment < 0
            ? (postLogoutRedirectUri, "")
            : (postLogoutRedirectUri[..fragment], postLogoutRedirectUri[fragment..]);
        return $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}state={Uri.EscapeDataString(state)}{rest}";
    }

    /// <summary>Whether a sign-out that is refused sends the browser on all the same: never (R-112, N-40).</summary>
    public virtual bool RefusedSignOutGoesOn => false;
}
