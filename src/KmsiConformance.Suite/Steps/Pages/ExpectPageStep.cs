using KmsiConformance.Ledger.Vocabulary;
using KmsiConformance.Suite.Names;

namespace KmsiConformance.Suite.Steps.Pages;

/// <summary>Looks at the pages that were shown. One thing is said of them, the others are null and left unexamined.</summary>
/// <param name="KeepMeSignedInOffered">Whether the credential page last shown has the box.</param>
/// <param name="StaySignedInShown">Whether the last sign-in asked the user whether to stay signed in.</param>
/// <param name="SecondFactorAsked">Whether the last sign-in asked the user for a second factor.</param>
public sealed record ExpectPageStep(StepPlace Place, bool? KeepMeSignedInOffered, bool? StaySignedInShown, bool? SecondFactorAsked)
    : Step(Place), IStepKind<ExpectPageStep>
{
    private const string Unticked = "unticked";

    public static string Verb => "expect-page";

    /// <summary>Whether the box of the credential page last shown must come unticked.</summary>
    public bool BoxIsUnticked { get; init; }

    /// <summary>Whether the page of the login endpoint that was shown last must not be stored.</summary>
    public bool IsKeptFromStores { get; init; }

    /// <summary>Whether the page must not be stored that posted the login endpoint's last answer to an app.</summary>
    public bool AnswerIsKeptFromStores { get; init; }

    /// <summary>Whether the redirect that carried the last code to an app must not be stored.</summary>
    public bool RedirectIsNotStored { get; init; }

    /// <summary>Whether the credential page that was shown last must not be framed by other sites.</summary>
    public bool FramingIsRefused { get; init; }

    public override IEnumerable<UsedName> Names => [];

    public static ExpectPageStep Read(StepSource source) => new(
        source.Place,
        source.Find("keep-me-signed-in")?.Text == Unticked ? null : Is(source, "keep-me-signed-in", "offered"),
        Is(source, PageKinds.StaySignedIn, "shown"),
        Is(source, PageKinds.SecondFactor, "asked"))
    {
        BoxIsUnticked = source.Find("keep-me-signed-in")?.Text == Unticked,
        IsKeptFromStores = source.Find("cache-control") is not null,
        AnswerIsKeptFromStores = source.Find("form-post") is not null,
        RedirectIsNotStored = source.Find("redirect") is not null,
        FramingIsRefused = source.Find("framing") is not null,
    };

    public override string Text(string profile) => this switch
    {
        { StaySignedInShown: { } shown } => $"the user was {(shown ? "" : "not ")}asked whether to stay signed in",
        { SecondFactorAsked: { } asked } => $"the user was {(asked ? "" : "not ")}asked for a second factor",
        { BoxIsUnticked: true } => "the page's keep me signed in comes unticked",
        { IsKeptFromStores: true } => "the page of the login endpoint came with Cache-Control: no-store",
        { AnswerIsKeptFromStores: true } => "the page that posted the answer to the app came with Cache-Control: no-store",
        { RedirectIsNotStored: true } => "the redirect that brought the code to the app is not stored",
        { FramingIsRefused: true } => "the credential page may not be framed by other sites",
        _ => $"the page {(KeepMeSignedInOffered == true ? "offers" : "does not offer")} keep me signed in",
    };

    private static bool? Is(StepSource source, string key, string word) => source.Find(key) is { } value ? value.Text == word : null;
}
