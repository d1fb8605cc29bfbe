using KmsiConformance.Policies;

namespace KmsiConformance.Lint.Rules.Structure;

/// <summary>Scope, KeepAliveInDays and EnforceIdTokenHintOnLogout are read from one element only.</summary>
internal sealed class SettingsAreAttributesOfSingleSignOn() : FileRule(
    "KMSI017", Severity.Error, "Scope, KeepAliveInDays and EnforceIdTokenHintOnLogout are attributes of SingleSignOn.",
    ["R-073", "R-074"], Documents.All, "Relying party file; Secure your logout redirect (2020)")
{
    private static readonly string[] Names = ["Scope", "KeepAliveInDays", "EnforceIdTokenHintOnLogout"];

    public override IEnumerable<Finding> Check(PolicyFile file)
    {
        foreach (var behaviors in file.Root.All("RelyingParty", "UserJourneyBehaviors"))
        {
            foreach (var child in behaviors.Children.Concat(behaviors.All("SingleSignOn").SelectMany(s => s.Children))
                    .Where(c => Names.Contains(c.Name, StringComparer.Ordinal)))
                yield return Found(
                    child.At, $"{child.Name} is an element here, with the value {child.Text.Quote()}; it is read as an attribute.",
                    $"Write <SingleSignOn … {child.Name}=\"{child.Text}\" />.");
            foreach (var attribute in behaviors.Children.Where(c => c.Name != "SingleSignOn")
                    .Prepend(behaviors)
                    .SelectMany(e => e.Attributes)
                    .Where(a => Names.Contains(a.Name, StringComparer.Ordinal)))
                yield return Found(
                    attribute.At, $"{attribute.Name}={attribute.Value.Quote()} stands on another element than SingleSignOn.",
                    $"Move it: <SingleSignOn … {attribute.Name}=\"{attribute.Value}\" />.");
        }
    }
}
