using System.Collections.Concurrent;
using KmsiConformance.Ledger;
using KmsiConformance.Suite.Steps;
using Microsoft.AspNetCore.WebUtilities;

namespace KmsiConformance.Apps;

/// <summary>The sign-out request as every kind of app makes it, and the state that must come back.</summary>
internal sealed class LogoutFlow(AppSite site)
{
    /// <summary>The parameter of the app's own sign-out address that says what is to be asked for.</summary>
    public const string As = "as";

    private readonly ConcurrentDictionary<string, SignOutRequest> _asked = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string> _states = new(StringComparer.Ordinal);

    /// <summary>The address of the app's sign-out for a request of that manner.</summary>
    public string Address(string signOut, SignOutRequest request)
    {
        var key = SignInAttempt.Random();
        _asked[key] = request;
        return QueryHelpers.AddQueryString(signOut, As, key);
    }

    /// <summary>What was asked for; an ordinary sign-out where nothing was.</summary>
    public SignOutRequest Asked(string? key) => _asked.GetValueOrDefault(key ?? "") ?? new SignOutRequest(new SignOutManner());

    /// <summary>The login endpoint's logout and the parameters that it is to be sent .</summary>
    /// <param name="ended">The session that the app ended; null when it had none.</param>
    public async Task<(string Endpoint, IReadOnlyDictionary<string, string?> Parameters)> LogoutAsync(
        SignOutRequest request, AppSession? ended)
    {
        var manner = request.Manner;
        var state = SignInAttempt.Random() + (manner.State == "special" ? SignOutRequest.SpecialCharacters : "");
        _states[state] = manner.ReturnTo;
        var parameters = new Dictionary<string, string?>(StringComparer.Ordinal) { ["state"] = state };
        if (ReturnAddress.Of(manner.ReturnTo, site) is { } address) parameters["post_logout_redirect_uri"] = address;
        if (manner.NamesClient) parameters["client_id"] = site.Options.ClientId;
        if (request.Hint(ended?.IdToken) is { } hint) parameters["id_token_hint"] = hint;
        return (await (ended?.Login ?? site.Surroundings.Login).MetadataAsync("end_session_endpoint"), parameters);
    }

    /// <summary>
    /// Records that the browser came back; a state is good once, and only as it was sent, with the query of the address to which
    /// it belongs.
    /// </summary>
    /// <param name="query">What the name in <see cref="ReturnAddress.Query"/> has; null for nothing.</param>
    public void Returned(string? state, string? query = null) => site.Ledger.Append(new AppReturned(
        site.Name,
        _states.TryRemove(state ?? "", out var returnTo)
            && (returnTo != ReturnAddress.WithQuery || query == ReturnAddress.Query.Value)));
}
