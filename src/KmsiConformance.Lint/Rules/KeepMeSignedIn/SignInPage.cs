using KmsiConformance.Policies;
using KmsiConformance.Policies.Merging;

namespace KmsiConformance.Lint.Rules.KeepMeSignedIn;

/// <summary>The page of a journey's first step and the local account sign-in on it.</summary>
internal static class SignInPage
{
    /// <summary>The technical profiles that check credentials on the first step's page.</summary>
    public static IEnumerable<string> LocalSignIns(this MergedPolicy policy) => policy.Steps is [var first, ..]
        ? first.LocalExchanges.Select(e => first.TechnicalProfiles.GetValueOrDefault(e)).OfType<string>()
        : [];

    /// <summary>The first step's content definition; null when there is no step or it names none.</summary>
    public static PolicyElement? FirstPage(this MergedPolicy policy) =>
        policy.Steps is [{ ContentDefinition: { } definition }, ..] ? policy.Blocks.Find("ContentDefinition", definition) : null;

    /// <summary>Whether metadata says true, as the service reads it: capitals do not count.</summary>
    public static bool IsTrue(this Located<string> item) => string.Equals(item.Value.Trim(), "true", StringComparison.OrdinalIgnoreCase);
}
