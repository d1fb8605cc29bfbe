using KmsiConformance.Reference.Faults.Cookies;
using KmsiConformance.Reference.Faults.Federation;
using KmsiConformance.Reference.Faults.KeepMeSignedIn;
using KmsiConformance.Reference.Faults.Lifetime;
using KmsiConformance.Reference.Faults.OpenIdConnect;
using KmsiConformance.Reference.Faults.Scope;
using KmsiConformance.Reference.Faults.SecondFactor;
using KmsiConformance.Reference.Faults.SignIn;
using KmsiConformance.Reference.Faults.SignOut;
using KmsiConformance.Reference.Faults.StaySignedIn;
using KmsiConformance.Reference.Faults.ThirdParties;
using KmsiConformance.Reference.Faults.Tokens;

namespace KmsiConformance.Reference.Faults;

/// <summary>Every fault that the reference can be started with; one class each, in a folder for each group.</summary>
public static partial class FaultList
{
    public static IReadOnlyList<Fault> All { get; } =
    [
        // Keeping people signed in
        Fault.Of<PersistsWithoutTick>(),
        Fault.Of<ForgetsTickedBox>(),
        Fault.Of<KeepsOnTheServerOnly>(),
        Fault.Of<KeepsWhenSwitchedOff>(),
        Fault.Of<KeepsTwiceAsLong>(),
        Fault.Of<CookieOutlivesKeptSession>(),
        Fault.Of<LetsKeepAliveOverrideTheSession>(),
        Fault.Of<LetsTheSessionEndKeepAlive>(),
        Fault.Of<OffersBoxUnasked>(),
        Fault.Of<HidesBox>(),
        Fault.Of<RemembersTheTick>(),
        Fault.Of<OtherPoliciesEndKeptSessions>(),

        // How long sessions last
        Fault.Of<NeverExtendsSessions>(),
        Fault.Of<NeverExtendsKeptSessions>(),
        Fault.Of<AlwaysExtendsSessions>(),
        Fault.Of<AlwaysExtendsKeptSessions>(),
        Fault.Of<LeavesCookieOfRollingSession>(),
        Fault.Of<ExpiresSessionsLate>(),
        Fault.Of<ExpiresSessionsEarly>(),
        Fault.Of<ExpiresKeptSessionsLate>(),
        Fault.Of<ExpiresKeptSessionsEarly>(),
        Fault.Of<NeverExpiresOnTheServer>(),
        Fault.Of<SignInAgainKeepsTheOldPeriod>(),
        Fault.Of<CountsFromThePage>(),
        Fault.Of<CountsByTheWallClock>(),
        Fault.Of<RollsOnlyInTheSecondHalf>(),
        Fault.Of<CookieClockIsAhead>(),
        Fault.Of<CookieClockIsBehind>(),

        // Who shares a session
        Fault.Of<SignsInWhenSuppressed>(),
        Fault.Of<SharesSessionsAcrossApplications>(),
        Fault.Of<SharesSessionsAcrossPolicies>(),
        Fault.Of<SeparatesApplicationsOfATenant>(),
        Fault.Of<AnswersForTheLastUser>(),
        Fault.Of<KnowsBrowsersByTheirAddress>(),

        // The second factor
        Fault.Of<RepeatsTheSecondFactor>(),
        Fault.Of<SkipsTheSecondFactor>(),
        Fault.Of<AcceptsAnyOneTimeCode>(),
        Fault.Of<BeginsSessionBeforeTheSecondFactor>(),
        Fault.Of<AsksForThePasswordToo>(),
        Fault.Of<AsksForAnUnwantedSecondFactor>(),

        // Signing in
        Fault.Of<AcceptsAnyPassword>(),
        Fault.Of<BeginsSessionOnWrongPassword>(),
        Fault.Of<IgnoresPromptLogin>(),
        Fault.Of<ShowsPageForPromptNone>(),
        Fault.Of<DropsState>(),
        Fault.Of<AcceptsCodeTwice>(),
        Fault.Of<KeepsTheHandleAtSignIn>(),

        // Codes and tokens
        Fault.Of<GivesCodesToAnyClient>(),
        Fault.Of<GivesCodesToAnyAddress>(),
        Fault.Of<GivesCodesUnderAnyPolicy>(),
        Fault.Of<IgnoresVerifiers>(),
        Fault.Of<SendsAnotherNonce>(),
        Fault.Of<NamesAnotherAudience>(),
        Fault.Of<NamesAnotherIssuer>(),
        Fault.Of<GivesExpiredTokens>(),
        Fault.Of<LeavesTokensUnsigned>(),
        Fault.Of<SignsWithAnotherKey>(),
        Fault.Of<MovesAuthTime>(),
        Fault.Of<TakesAuthTimeOfTheAccount>(),
        Fault.Of<RefreshExtendsTheSession>(),
        Fault.Of<TakesRefreshTokensForever>(),
        Fault.Of<EndsRefreshTokensWithTheSession>(),

        // Identity providers
        Fault.Of<KeepsFederatedSessions>(),
        Fault.Of<AnswersForTheProvider>(),
        Fault.Of<AsksProvidersAboutLocalAccounts>(),
        Fault.Of<ForgetsTheChosenProvider>(),
        Fault.Of<MakesTheProviderAsk>(),
        Fault.Of<LendsItsLifetimeToTheProvider>(),
        Fault.Of<IgnoresDomainHint>(),
        Fault.Of<HidesProviderFailure>(),
        Fault.Of<BelievesUnsignedProviders>(),
        Fault.Of<TellsNoProvider>(),
        Fault.Of<TellsProviderInSpiteOfTheSwitch>(),
        Fault.Of<GuessesSignOutAddresses>(),
        Fault.Of<LetsTheProviderStopTheSignOut>(),

        // Third parties that answer otherwise than they should
        Fault.Of<FollowsDiscoveryElsewhere>(),
        Fault.Of<GivesUpOnSlowDiscovery>(),
        Fault.Of<SignsInDespiteARefusal>(),
        Fault.Of<RemembersServiceAnswers>(),

        // SAML applications
        Fault.Of<DoesNotSignAssertions>(),
        Fault.Of<ForgetsSamlApps>(),
        Fault.Of<IgnoresLogoutRequests>(),

        // The cookie
        Fault.Of<AcceptsTamperedCookie>(),
        Fault.Of<LetsScriptsReadCookie>(),
        Fault.Of<SendsCookieInTheClear>(),
        Fault.Of<WithholdsCookieFromApplications>(),
        Fault.Of<SharesCookieWithSubdomains>(),
        Fault.Of<LimitsCookieToOnePolicy>(),
        Fault.Of<SetsCookieForAnotherDomain>(),

        // Signing out
        Fault.Of<KeepsSessionAfterSignOut>(),
        Fault.Of<IgnoresSignOut>(),
        Fault.Of<KeepsKeptSessionAfterSignOut>(),
        Fault.Of<LeavesCookieAfterSignOut>(),
        Fault.Of<FollowsUnregisteredSignOutAddress>(),
        Fault.Of<SignsOutWithoutHint>(),
        .. SigningOut,

        // The OpenID Connect specifications
        Fault.Of<LetsNoneHaveCompany>(),
        Fault.Of<BelievesLoginHints>(),
        Fault.Of<RefusesUnknownAcrValues>(),
        Fault.Of<IgnoresMaxAge>(),
        Fault.Of<IgnoresSelectAccount>(),
        Fault.Of<IgnoresIdTokenHint>(),
        Fault.Of<LeavesOutSessionState>(),
        Fault.Of<SignsOutUnasked>(),
        Fault.Of<TakesHintOfAnotherClient>(),
        Fault.Of<LeavesOutTheInitiator>(),
        Fault.Of<LeavesOutIssuerAndSid>(),
        Fault.Of<SendsNoLogoutToken>(),
        Fault.Of<PutsNonceIntoLogoutToken>(),
        Fault.Of<LeavesEventOutOfLogoutToken>(),

        // The question whether to stay signed in
        Fault.Of<AsksAlthoughHidden>(),
        Fault.Of<AsksGuests>(),
        Fault.Of<AsksRiskyUsers>(),
        Fault.Of<AsksInRiskySignIns>(),
        Fault.Of<AsksAtSharedDevices>(),
        Fault.Of<AsksAfterSeamlessSso>(),
        Fault.Of<AsksAfterWindowsSignIn>(),
        Fault.Of<AsksDuringConsent>(),
        Fault.Of<AsksDespiteConditionalAccess>(),
        Fault.Of<AsksAgainAfterAnAnswerForGood>(),
        Fault.Of<NeverAsksToStaySignedIn>(),
        Fault.Of<AsksBeforeThePasswordIsChecked>(),
        Fault.Of<StaysSignedInAfterNo>(),
        Fault.Of<ForgetsYes>(),
        Fault.Of<NeverExtendsStayedSessions>(),
        Fault.Of<EndsStayedSessionsAfterADay>(),
        Fault.Of<LogsNoInterrupt>(),
        Fault.Of<DeliversCodeBeforeAnswer>(),
        Fault.Of<AppliesConditionalAccessToEverybody>(),
    ];

    /// <summary>The fault of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Fault Named(string name) =>
        All.FirstOrDefault(f => string.Equals(f.Name, name, StringComparison.Ordinal))
        ?? throw new ArgumentException($"There is no fault '{name}'. Expected one of: {string.Join(", ", All.Select(f => f.Name))}.",
            nameof(name));
}
