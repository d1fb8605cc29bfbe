namespace KmsiConformance.Model;

/// <summary>
/// From which requirements each thing that is foreseen follows, over all documents. Which of them a profile contains decides
/// whether it is foreseen there at all.
/// </summary>
internal static class Because
{
    // Answered without a question.
    public static readonly string[] KeptOutlivesBrowser = ["R-031", "R-043", "R-054", "D-01", "R-121", "R-127"];
    public static readonly string[] KeptOutlivesShortSession = ["R-050", "R-041", "D-01", "R-127"];
    public static readonly string[] KeptAnswers = ["R-004", "R-041", "R-056", "D-01", "R-121", "R-127"];
    public static readonly string[] KeptWasExtended = ["R-046", "R-026", "D-06", "R-127"];
    public static readonly string[] BothGatesPassed = ["R-048"];
    public static readonly string[] SessionAnswers = ["R-020", "R-004", "D-04", "R-122"];
    public static readonly string[] SessionWasExtended = ["R-023", "D-06"];
    public static readonly string[] CookieCounts = ["R-004"];
    public static readonly string[] SharedByAll = ["R-062", "R-007", "D-11"];
    public static readonly string[] SharedByPolicies = ["R-063"];
    public static readonly string[] SharedByApps = ["R-065"];
    public static readonly string[] AppForgot = ["R-085"];
    public static readonly string[] NoneIsSilent = ["N-01"];
    public static readonly string[] WithinMaxAge = ["N-06"];
    public static readonly string[] AppAnswers = ["R-015"];

    public static readonly string[] ProviderAnswers = ["R-009", "R-010"];
    public static readonly string[] ProviderKnows = ["R-014"];
    public static readonly string[] ProviderIsAsked = ["R-009"];
    public static readonly string[] NoProviderIsAsked = ["R-008"];

    // Asked for credentials.
    public static readonly string[] ProviderAsks = ["R-011"];
    public static readonly string[] NoSession = ["R-005", "D-12"];
    public static readonly string[] SignInWorks = ["R-033", "R-120"];
    public static readonly string[] FederatedSignInWorks = ["R-002"];
    public static readonly string[] WrongPasswordRefused = ["R-006", "D-10"];
    public static readonly string[] BrowserWasClosed = ["R-027", "R-028", "R-044", "D-02", "R-122"];
    public static readonly string[] SignedOut = ["R-088", "R-087", "D-07"];
    public static readonly string[] KeptSignedOut = ["R-088", "R-087", "R-055", "D-07", "R-127"];
    public static readonly string[] CopyAfterSignOut = ["R-087", "R-055", "D-08"];
    public static readonly string[] SessionTimeOver = ["R-020", "R-028", "D-05"];
    public static readonly string[] SessionUnused = ["R-024", "R-028", "D-05"];
    public static readonly string[] SessionNotExtended = ["R-025", "D-06"];
    public static readonly string[] KeptTimeOver = ["R-041", "D-03"];
    public static readonly string[] KeptNotExtended = ["R-045", "D-06"];
    public static readonly string[] MaximumReached = ["D-13"];
    public static readonly string[] GateClosed = ["R-048"];
    public static readonly string[] CopyGainsNothing = ["R-053"];
    public static readonly string[] OtherApp = ["R-063", "R-064"];
    public static readonly string[] OtherPolicy = ["R-065"];
    public static readonly string[] Suppressed = ["R-067"];
    public static readonly string[] SuppressedTicked = ["R-067", "R-068"];
    public static readonly string[] LoginAsksAlways = ["N-04"];
    public static readonly string[] TooLongAgo = ["N-06"];
    public static readonly string[] SomebodyElseIsExpected = ["N-08"];
    public static readonly string[] NoneIsAnError = ["N-01"];

    // What is looked at afterwards.
    public static readonly string[] KeptCookieLasts = ["R-042", "R-121"];
    public static readonly string[] SessionCookieDoesNot = ["R-044", "R-122"];
    public static readonly string[] FederatedCookieDoesNot = ["R-032"];
    public static readonly string[] CookieRenewed = ["R-046", "R-026"];
    public static readonly string[] CookieNotRenewed = ["R-045", "R-026"];
    public static readonly string[] TokenNamesUser = ["R-082", "N-15"];
    public static readonly string[] AuthTimeStays = ["N-13"];
    public static readonly string[] RefreshWorks = ["N-13"];
    public static readonly string[] AppsTold = ["R-102", "N-50"];
    public static readonly string[] NoOtherTold = ["R-102"];
    public static readonly string[] InitiatorTold = ["N-38"];
    public static readonly string[] SignOutReturns = ["R-110", "R-086", "N-35", "D-07"];
    public static readonly string[] KeptSignOutReturns = ["R-110", "R-086", "N-35", "D-07", "R-055", "R-127"];
    public static readonly string[] SignOutWithHint = ["R-111"];
    public static readonly string[] AddressRefused = ["R-112"];
    public static readonly string[] AddressNeverVisited = ["N-35"];
    public static readonly string[] AsksWithoutHint = ["N-34"];
    public static readonly string[] FactorAsked = ["R-066"];
}
