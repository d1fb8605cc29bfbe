using System.Text.Json;
using KmsiConformance.Policies;
using KmsiConformance.Reference.Kernel.Tokens;

namespace KmsiConformance.Reference.Kernel.Rules;

/// <summary>Whose id_token_hint is believed at a sign-out, and whether one is needed.</summary>
public class SignOutHintRules : RuleTopic
{
    /// <summary>Whether sign-out demands an id_token_hint, whichever way the request came.</summary>
    /// <param name="posted">Whether by POST.</param>
    public virtual bool RequiresHint(SessionSettings settings, bool posted) => settings.EnforceIdTokenHintOnLogout;

    /// <summary>The claims of an id_token_hint; null unless this service signed it.</summary>
    internal virtual JsonElement? ReadHint(string hint) => Jwt.Verify(hint);

    /// <summary>Whether a hint's issuer is this tenant.</summary>
    public virtual bool IsIssuer(string? named, string issuer) => string.Equals(named, issuer, StringComparison.Ordinal);

    /// <summary>Whether a request that names one application may carry the hint of another: no (N-33).</summary>
    public virtual bool AcceptsHintOfAnotherApplication => false;

    /// <summary>Whether a hint is good after its time: yes, people sign out after their tokens expired (N-32).</summary>
    public virtual bool AcceptsExpiredHint => true;
}
