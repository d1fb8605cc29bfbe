namespace KmsiConformance.Lint.Rules.SignOut;

/// <summary>An issuer whose protocol and format do not belong together.</summary>
internal sealed class TokenFormatFitsTheProtocol() : PolicyRule(
    "KMSI115", Severity.Error, "The relying party speaks the protocol of the token that its journey issues.",
    ["R-106", "R-018"], Documents.Session2020, "Single sign-out, example")
{
    public override IEnumerable<Finding> Check(LintedPolicy policy)
    {
        if (policy.Merged.RelyingParty?.Child("TechnicalProfile")?.Child("Protocol")?.Attribute("Name") is not { } protocol) yield break;
        if (policy.Merged.Steps is not [.., { Issuer: { } id }] || policy.Issuers.FirstOrDefault(i => i.Id == id) is not { } issuer)
            yield break;
        var wanted = issuer.IsSaml ? "SAML2" : "OpenIdConnect";
        if (protocol.Value == wanted) yield break;
        yield return Found(
            protocol.At,
            $"{policy.PolicyId} speaks {protocol.Value.Quote()}, but its journey issues {issuer.Format} tokens with {issuer.Id.Quote()}.",
            $"Write <Protocol Name=\"{wanted}\" />, or let the last step use another issuer.");
    }
}
