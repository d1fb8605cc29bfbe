using KmsiConformance.Checks;
using KmsiConformance.Checks.Cookies;
using KmsiConformance.Ledger;
using KmsiConformance.Ledger.Vocabulary;
using NUnit.Framework;

using static KmsiConformance.Tests.Checks.Seen;

namespace KmsiConformance.Tests.Checks.Cookies;

internal sealed class NoSuchCookieTests : CheckTests
{
    private static readonly TestCaseData[] Cases =
    [
        .. Of(new NoSuchCookie(Sso))
            .Passes("an empty store", Step, StoreRead)
            .Passes("a cookie that has gone", Step, Kept, Kept with { Change = "gone" }, StoreRead)
            .Fails("a cookie of the role", Step, Kept, StoreRead)
            .Fails("a partitioned one that is left behind", Step, Kept, KeptInAPartition, Kept with { Change = "gone" }, StoreRead)
            .Fails("a cookie of an earlier step", Kept, Step, StoreRead)
            .Passes("a cookie on another device", Elsewhere(Kept), Step, StoreRead)
            .CannotTell("a store that was not read", Step)
            .CannotTell("a store that was read in an earlier step", StoreRead, Step)
            .Passes("the cookie that everybody gets", Anonymous, Credentials, Step, StoreRead)
            .CannotTell("another one since the credentials, where everybody gets one", Anonymous, Credentials, Kept, Step, StoreRead)
            .Fails("one that outlives the browser of somebody who was let in", Anonymous, Credentials, LetIn, Kept, Step, StoreRead)
            .Fails("one that came with the credentials", Credentials, Kept, Step, StoreRead)
            .Passes("a new one for everybody after the sign-out", Anonymous, Credentials, Kept, SignOut, Step, Anew, StoreRead)
            .Fails("the session's own after the sign-out", Anonymous, Credentials, Kept, SignOut, Step, StoreRead)
            .Fails("one of everybody's that never was another", Anonymous, Credentials, SignOut, Step, StoreRead)
            .Or(new NoSuchCookie(AppSessionOfGroceries))
            .Passes("the cookie of another app", Step, AppCookie("pharmacy"), StoreRead)
            .Fails("that of the app", Step, AppCookie("groceries"), StoreRead),
    ];

    private static CookieChanged Anonymous => Kept with { ExpiresAt = null, ValueFingerprint = "everybody's" };

    private static CookieChanged Anew => Anonymous with { Change = "changed", ValueFingerprint = "everybody's again" };

    private static CredentialsPosted Credentials => new(KnownSites.Login, "alice", false);

    private static PageShown LetIn => new("https://login.localhost/account", KnownSites.Login, PageKinds.Protected, "Account", null, null);

    private static SignOutStarted SignOut => new("groceries");

    [TestCaseSource(nameof(Cases))]
    public void The_events_decide(Check check, Verdict verdict, Evidence evidence) => Decide(check, verdict, evidence);
}
