using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Pages;

/// <summary>Looks at the pages that were shown. One of the three is said, the others are null and left unexamined.</summary>
/// <param name="KeepMeSignedInOffered">Whether the credential page last shown has the box.</param>
/// <param name="StaySignedInShown">Whether the last sign-in asked the user whether to stay signed in.</param>
/// <param name="SecondFactorAsked">Whether the last sign-in asked the user for a second factor.</param>
public sealed record ExpectPageStep(StepPlace Place, bool? KeepMeSignedInOffered, bool? StaySignedInShown, bool? SecondFactorAsked)
    : Step(Place), IStepKind<ExpectPageStep>
{
    public static string Verb => "expect-page";

    public override IEnumerable<UsedName> Names => [];

    public static ExpectPageStep Read(StepSource source) => new(
        source.Place,
        Is(source, "keep-me-signed-in", "offered"),
        Is(source, PageKinds.StaySignedIn, "shown"),
        Is(source, PageKinds.SecondFactor, "asked"));

    public override string Text(string profile) => this switch
    {
        { StaySignedInShown: { } shown } => $"the user was {(shown ? "" : "not ")}asked whether to stay signed in",
        { SecondFactorAsked: { } asked } => $"the user was {(asked ? "" : "not ")}asked for a second factor",
        _ => $"the page {(KeepMeSignedInOffered == true ? "offers" : "does not offer")} keep me signed in",
    };

    private static bool? Is(StepSource source, string key, string word) => source.Find(key) is { } value ? value.Text == word : null;
}
