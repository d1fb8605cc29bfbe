using KmsiConformance.Reference.Faults.PostLogoutRedirect;
using KmsiConformance.Reference.Faults.SignOut;
using KmsiConformance.Reference.Faults.SignOutHint;
using KmsiConformance.Reference.Faults.SingleSignOut;

namespace KmsiConformance.Reference.Faults;

/// <content>Sign-out: who is told, where the browser goes, whose word is taken for it.</content>
public static partial class FaultList
{
    private static Fault[] SigningOut =>
    [
        // What ends
        Fault.Of<RefusesToSignOutTwice>(),
        Fault.Of<RefusesSignOutWithoutAddress>(),
        Fault.Of<SignsOutOfSomeApplication>(),
        Fault.Of<SignsOutOfAllApplications>(),
        Fault.Of<SignsOutEarlierSessions>(),
        Fault.Of<AnswersOldRequestsAgain>(),
        Fault.Of<TakesUnsignedLogoutRequests>(),
        Fault.Of<TakesAnySignatureOfLogoutRequests>(),
        Fault.Of<SignsOutWhoeverIsThere>(),

        // Who is told
        Fault.Of<TellsNobody>(),
        Fault.Of<TellsAppsTwice>(),
        Fault.Of<TellsAppsNeverVisited>(),
        Fault.Of<SkipsAnApp>(),
        Fault.Of<TellsTheAppThatAsked>(),
        Fault.Of<TellsAnotherAppInstead>(),
        Fault.Of<TellsByPost>(),
        Fault.Of<ForbidsItsOwnFrames>(),
        Fault.Of<TellsTooLate>(),
        Fault.Of<TellsAppsAtSignIn>(),
        Fault.Of<ForgetsSilentSignIns>(),
        Fault.Of<NamesTheUserOtherwise>(),
        Fault.Of<ForgetsAppsWhenAskedAgain>(),
        Fault.Of<ForgetsAppsOfIdleSessions>(),
        Fault.Of<RemembersAppsUndeclared>(),
        Fault.Of<StopsTellingAtTheFirstFailure>(),
        Fault.Of<StaysSignedInAfterAFailure>(),

        // Where the browser goes
        Fault.Of<MatchesAddressByItsBeginning>(),
        Fault.Of<MatchesAddressInAnyCase>(),
        Fault.Of<MatchesAddressWithoutQuery>(),
        Fault.Of<MatchesAddressWithoutFragment>(),
        Fault.Of<MatchesAddressWithoutSlash>(),
        Fault.Of<MatchesAddressDecoded>(),
        Fault.Of<MatchesAddressNormalised>(),
        Fault.Of<MatchesOriginByItsBeginning>(),
        Fault.Of<MatchesHostByItsBeginning>(),
        Fault.Of<MatchesTextBehindTheAtSign>(),
        Fault.Of<AcceptsAddressOfAnyApp>(),
        Fault.Of<FollowsSchemeRelativeAddress>(),
        Fault.Of<FollowsScripts>(),
        Fault.Of<FollowsDocuments>(),
        Fault.Of<FollowsRegisteredAddressesOnly>(),
        Fault.Of<DropsStateAtSignOut>(),
        Fault.Of<RepeatsStateAtSignOut>(),
        Fault.Of<GarblesStateAtSignOut>(),
        Fault.Of<StartsAnotherQueryForState>(),
        Fault.Of<LosesQueryAtSignOut>(),
        Fault.Of<SendsRefusedSignOutOn>(),

        // Whose hint is believed
        Fault.Of<BelievesTamperedHint>(),
        Fault.Of<BelievesUnsignedHint>(),
        Fault.Of<BelievesHintOfAnotherTenant>(),
        Fault.Of<BelievesHintOfAnotherApp>(),
        Fault.Of<BelievesHintOfAFormerSession>(),
        Fault.Of<RefusesExpiredHint>(),
    ];
}
