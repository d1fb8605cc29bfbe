using KmsiConformance.Reference.Faults.Sites;

namespace KmsiConformance.Reference.Faults;

/// <content>Those of sites that speak no protocol.</content>
public static partial class FaultList
{
    private static Fault[] OfSites =>
    [
        Fault.Of<FollowsReturnAddresses>(),
        Fault.Of<TakesASlashForItsOwnSite>(),
        Fault.Of<ForgetsTheBackslash>(),
        Fault.Of<ForgetsTheTab>(),
        Fault.Of<MatchesItsOriginByTheBeginning>(),
        Fault.Of<MatchesItsHostByTheBeginning>(),
        Fault.Of<FindsItsHostAnywhere>(),
        Fault.Of<TicksTheBoxUnasked>(),
        Fault.Of<LetsALinkSignOut>(),
        Fault.Of<NamesTheSessionInAddresses>(),
        Fault.Of<NamesTheSessionInLinks>(),
        Fault.Of<StoresTheSessionInTheBrowser>(),
        Fault.Of<DeletesTheFirstPartOnly>(),
        Fault.Of<ListsThisSessionOnly>(),
        Fault.Of<LeavesKeptSessionsOutOfTheList>(),
        Fault.Of<NamesItsCookieWithoutAPrefix>(),
        Fault.Of<SendsTheCookieWithEverything>(),
        Fault.Of<LosesAttributesWhereKept>(),
        Fault.Of<ComparesTheBeginningOfTheCookie>(),
    ];
}
