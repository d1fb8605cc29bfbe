using KmsiConformance.Ledger.Vocabulary;

namespace KmsiConformance.Suite;

/// <summary>
/// What a part of a page can mean to a person. Where a recipe lists selectors, <c>meaning:NAME</c> stands for the part of the
/// page that means it, found by its role, label, type and names.
/// </summary>
public static class Meaning
{
    /// <summary>What comes before the name.</summary>
    public const string Prefix = "meaning:";

    public const string UserName = "user-name";
    public const string UserNameFirst = "user-name-first";
    public const string Password = "password";
    public const string Submit = "submit";
    public const string KeepMeSignedIn = "keep-me-signed-in";
    public const string Message = "message";
    public const string ErrorPage = "error-page";
    public const string SignedOut = PageKinds.SignedOut;

    /// <summary>What signs out whoever is signed in: a button or a link. Nobody else is shown one.</summary>
    public const string SignOut = "sign-out";

    /// <summary>A page that leaves by itself.</summary>
    public const string Leaving = "leaving";

    /// <summary>The link by which it leaves, for browsers without scripts.</summary>
    public const string LeavesBy = "leaves-by";

    /// <summary>The question whether to stay signed in; its answers are <c>yes</c> and <c>no</c>.</summary>
    public const string StaySignedIn = PageKinds.StaySignedIn;

    /// <summary>A choice of accounts; its answers are <c>current</c> and <c>other</c>.</summary>
    public const string SelectAccount = PageKinds.SelectAccount;

    /// <summary>The question whether an app may have access; its answers are <c>accept</c> and <c>cancel</c>.</summary>
    public const string Consent = PageKinds.Consent;

    /// <summary>The page that asks for a one-time code, in one field; its answer is <c>verify</c>.</summary>
    public const string SecondFactor = PageKinds.SecondFactor;

    /// <summary>The question whether to sign out; its answers are <c>yes</c> and <c>no</c>.</summary>
    public const string ConfirmSignOut = PageKinds.ConfirmSignOut;

    /// <summary>All that can be meant.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        UserName, UserNameFirst, Password, Submit, KeepMeSignedIn, Message, ErrorPage, SignedOut, SignOut, Leaving, LeavesBy,
        StaySignedIn, StaySignedIn + ".yes", StaySignedIn + ".no", StaySignedIn + ".box",
        SelectAccount, SelectAccount + ".current", SelectAccount + ".other",
        Consent, Consent + ".accept", Consent + ".cancel",
        SecondFactor, SecondFactor + ".field", SecondFactor + ".verify",
        ConfirmSignOut, ConfirmSignOut + ".yes", ConfirmSignOut + ".no",
    ];

    /// <summary>The name after the prefix; null for a selector.</summary>
    public static string? Of(string entry) =>
        entry.StartsWith(Prefix, StringComparison.Ordinal) ? entry[Prefix.Length..] : null;
}
