using KmsiConformance.Reference.Faults.Federation;
using KmsiConformance.Reference.Faults.Saml;
using KmsiConformance.Reference.Faults.SignIn;
using KmsiConformance.Reference.Faults.ThirdParties;

namespace KmsiConformance.Reference.Faults;

/// <content>Those with whom the service works together: identity providers, services, SAML applications.</content>
public static partial class FaultList
{
    private static Fault[] WithOthers =>
    [
        // Identity providers
        Fault.Of<KeepsFederatedSessions>(),
        Fault.Of<AnswersForTheProvider>(),
        Fault.Of<NamesTheUserBefore>(),
        Fault.Of<KnowsPeopleByTheirAddress>(),
        Fault.Of<NamesTheProvidersFirstSession>(),
        Fault.Of<NamesTheProviderBefore>(),
        Fault.Of<GivesUpWithTheProvider>(),
        Fault.Of<AsksProvidersAboutLocalAccounts>(),
        Fault.Of<ForgetsTheChosenProvider>(),
        Fault.Of<MakesTheProviderAsk>(),
        Fault.Of<LendsItsLifetimeToTheProvider>(),
        Fault.Of<IgnoresDomainHint>(),
        Fault.Of<HidesProviderFailure>(),
        Fault.Of<BelievesUnsignedProviders>(),
        Fault.Of<BelievesAnswersToOthers>(),
        Fault.Of<TakesProviderAnswersInAnyBrowser>(),
        Fault.Of<AllowsProvidersNoLeeway>(),
        Fault.Of<TellsNoProvider>(),
        Fault.Of<TellsTheFirstProvider>(),
        Fault.Of<TellsProviderInSpiteOfTheSwitch>(),
        Fault.Of<GuessesSignOutAddresses>(),
        Fault.Of<LetsTheProviderStopTheSignOut>(),

        // Third parties that answer otherwise than they should
        Fault.Of<FollowsDiscoveryElsewhere>(),
        Fault.Of<GivesUpOnSlowDiscovery>(),
        Fault.Of<SignsInDespiteARefusal>(),
        Fault.Of<RemembersServiceAnswers>(),
        Fault.Of<LendsServiceAnswersToTheNextUser>(),

        // SAML applications
        Fault.Of<DoesNotSignAssertions>(),
        Fault.Of<ForgetsSamlApps>(),
        Fault.Of<IgnoresLogoutRequests>(),
        Fault.Of<IgnoresForceAuthn>(),
        Fault.Of<IgnoresFlagsOfPostedRequests>(),
        Fault.Of<SaysWhyInPlaceOfWho>(),
        Fault.Of<DropsRelayStateOfRefusals>(),
        Fault.Of<SaysDeniedForPassive>(),
        Fault.Of<AnswersUnsignedRequestsAnywhere>(),
        Fault.Of<TakesUnsignedPosts>(),
        Fault.Of<BelievesPostedSignatures>(),
        Fault.Of<DatesAuthenticationByTheAssertion>(),
    ];
}
