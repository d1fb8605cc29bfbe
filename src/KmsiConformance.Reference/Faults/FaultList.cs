using KmsiConformance.Reference.Decisions;
using KmsiConformance.Reference.Faults.Accounts;
using KmsiConformance.Reference.Faults.Consent;
using KmsiConformance.Reference.Faults.Cookies;
using KmsiConformance.Reference.Faults.KeepMeSignedIn;
using KmsiConformance.Reference.Faults.Lifetime;
using KmsiConformance.Reference.Faults.OpenIdConnect;
using KmsiConformance.Reference.Faults.Scope;
using KmsiConformance.Reference.Faults.SecondFactor;
using KmsiConformance.Reference.Faults.SelectAccount;
using KmsiConformance.Reference.Faults.SessionManagement;
using KmsiConformance.Reference.Faults.SignIn;
using KmsiConformance.Reference.Faults.SignOut;
using KmsiConformance.Reference.Faults.SingleSignOut;
using KmsiConformance.Reference.Faults.StaySignedIn;
using KmsiConformance.Reference.Faults.Storage;
using KmsiConformance.Reference.Faults.Tokens;
using KmsiConformance.Reference.Mutants;

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
        Fault.Of<TicksTheOtherTab>(),
        Fault.Of<ForgetsTheBoxInSilence>(),
        Fault.Of<TakesTheOfferForTheTick>(),
        Fault.Of<OtherPoliciesEndKeptSessions>(),
        Fault.Of<DemandsEndKeeping>(),
        Fault.Of<KeepsInOneBrowser>(),

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
        Fault.Of<RefusesKeptSessionsAfterAThird>(),
        Fault.Of<NeverExpiresOnTheServer>(),
        Fault.Of<SignInAgainKeepsTheOldPeriod>(),
        Fault.Of<CountsFromThePage>(),
        Fault.Of<CountsByTheWallClock>(),
        Fault.Of<RollsOnlyInTheSecondHalf>(),
        Fault.Of<ExtendsByPagesAlone>(),
        Fault.Of<ExtendsSessionsForEver>(),
        Fault.Of<ExtendsKeptSessionsForEver>(),
        Fault.Of<LimitsKeptSessionsLikeOthers>(),
        Fault.Of<CookieClockIsAhead>(),
        Fault.Of<CookieClockIsBehind>(),

        // Who shares a session
        Fault.Of<SignsInWhenSuppressed>(),
        Fault.Of<EndsTheTenantsSessionWhenSuppressed>(),
        Fault.Of<SharesSessionsAcrossApplications>(),
        Fault.Of<SharesSessionsAcrossPolicies>(),
        Fault.Of<SeparatesApplicationsOfATenant>(),
        Fault.Of<AnswersForTheLastUser>(),
        Fault.Of<KnowsBrowsersByTheirAddress>(),

        // The second factor
        Fault.Of<RepeatsTheSecondFactor>(),
        Fault.Of<SkipsTheSecondFactor>(),
        Fault.Of<CountsTheFactorOfTheUserBefore>(),
        Fault.Of<AcceptsAnyOneTimeCode>(),
        Fault.Of<AcceptsOneTimeCodesTwice>(),
        Fault.Of<TakesCodesOfFiveMinutes>(),
        Fault.Of<SpendsCodesForEverybody>(),
        Fault.Of<BeginsSessionBeforeTheSecondFactor>(),
        Fault.Of<AsksForThePasswordToo>(),
        Fault.Of<AsksForAnUnwantedSecondFactor>(),

        // Signing in
        Fault.Of<AcceptsAnyPassword>(),
        Fault.Of<ComparesPasswordsWithoutCase>(),
        Fault.Of<BeginsSessionOnWrongPassword>(),
        Fault.Of<IgnoresPromptLogin>(),
        Fault.Of<IgnoresPromptLoginOfKeptSessions>(),
        Fault.Of<ShowsPageForPromptNone>(),
        Fault.Of<DropsState>(),
        Fault.Of<AcceptsCodeTwice>(),
        Fault.Of<KeepsTheHandleAtSignIn>(),
        Fault.Of<LeavesTheSessionBefore>(),
        Fault.Of<MixesUpTabs>(),
        Fault.Of<LetsPagesBeFramed>(),
        Fault.Of<TakesPagesFromAnyBrowser>(),

        // Consent
        Fault.Of<TakesARefusalForConsent>(),
        Fault.Of<KeepsARefusalToItself>(),
        Fault.Of<RemembersARefusalAsConsent>(),

        // Another account
        Fault.Of<GoesOnInTheSessionOfAnother>(),
        Fault.Of<ChoosesTheAccountItself>(),

        // What happens to accounts
        Fault.Of<KeepsSessionsAfterPasswordChange>(),
        Fault.Of<EndsThisDevicesSessionOnly>(),
        Fault.Of<KeepsRefreshTokensAfterRevocation>(),
        Fault.Of<AdmitsClosedAccountsAnyway>(),
        Fault.Of<KeepsFormerPasswordsGood>(),

        // Codes and tokens
        Fault.Of<GivesCodesToAnyClient>(),
        Fault.Of<GivesCodesToAnyAddress>(),
        Fault.Of<GivesCodesUnderAnyPolicy>(),
        Fault.Of<IgnoresVerifiers>(),
        Fault.Of<TakesChallengesForVerifiers>(),
        Fault.Of<TrustsSecretsInPlaceOfVerifiers>(),
        Fault.Of<ExchangesCodesWithoutTheirAddress>(),
        Fault.Of<AnswersAnywhere>(),
        Fault.Of<RefusesAtAnyAddress>(),
        Fault.Of<AnswersErrorsInTheQuery>(),
        Fault.Of<AnswersErrorsInTheFragment>(),
        Fault.Of<AnswersBelowRegisteredAddresses>(),
        Fault.Of<AnswersInAnyCase>(),
        Fault.Of<SendsAnotherNonce>(),
        Fault.Of<NamesAnotherAudience>(),
        Fault.Of<NamesAnotherIssuer>(),
        Fault.Of<GivesExpiredTokens>(),
        Fault.Of<IssuesTokensInTheFuture>(),
        Fault.Of<GivesTokensOfTwoMinutes>(),
        Fault.Of<LeavesTokensUnsigned>(),
        Fault.Of<SignsWithAnotherKey>(),
        Fault.Of<MovesAuthTime>(),
        Fault.Of<TakesAuthTimeOfTheAccount>(),
        Fault.Of<RefreshesUnderTheUserName>(),
        Fault.Of<RefreshExtendsTheSession>(),
        Fault.Of<TakesRefreshTokensForever>(),
        Fault.Of<BeginsRefreshFamiliesAnew>(),
        Fault.Of<RenewsThePagesDay>(),
        Fault.Of<EndsRefreshTokensWithTheSession>(),
        Fault.Of<LetsSecretsBeLeftOut>(),
        Fault.Of<TakesAnySecret>(),
        Fault.Of<KeepsCodesForHours>(),
        Fault.Of<TakesRefreshTokensOfOthers>(),
        Fault.Of<TakesSpentRefreshTokens>(),
        Fault.Of<SparesTheFamilyOfASpentToken>(),
        Fault.Of<NamesSessionsByTheirUser>(),
        Fault.Of<GivesTokensForGetRequests>(),
        Fault.Of<ReadsPostsFromTheirAddress>(),
        Fault.Of<TakesNoClientIdBesideBasic>(),
        Fault.Of<WidensTheScopeAtRefresh>(),
        Fault.Of<GivesRefreshTokensUnasked>(),
        Fault.Of<LetsAppsOutliveTheSessionUnasked>(),
        Fault.Of<NamesUsersAtUserInfoByTheirName>(),
        Fault.Of<TakesIdTokensAtUserInfo>(),
        Fault.Of<PadsPublishedKeys>(),
        Fault.Of<HidesErrorsFromPages>(),

        // What is stored
        Fault.Of<LetsBrowsersStorePages>(),
        Fault.Of<LetsTokensBeStored>(),
        Fault.Of<LetsRedirectsBeStored>(),

        .. WithOthers,

        // The cookie
        Fault.Of<AcceptsTamperedCookie>(),
        Fault.Of<LetsScriptsReadCookie>(),
        Fault.Of<SendsCookieInTheClear>(),
        Fault.Of<WithholdsCookieFromApplications>(),
        Fault.Of<SharesCookieWithSubdomains>(),
        Fault.Of<LimitsCookieToOnePolicy>(),
        Fault.Of<SetsCookieForAnotherDomain>(),
        Fault.Of<LosesAttributesAtRenewal>(),
        Fault.Of<RenewsCookieInTheClear>(),
        Fault.Of<RenewsCookieUnderAnotherPath>(),
        Fault.Of<PartitionsCookie>(),

        // Signing out
        Fault.Of<KeepsSessionAfterSignOut>(),
        Fault.Of<IgnoresSignOut>(),
        Fault.Of<KeepsKeptSessionAfterSignOut>(),
        Fault.Of<LeavesCookieAfterSignOut>(),
        Fault.Of<DeletesCookieInsecurely>(),
        Fault.Of<FollowsUnregisteredSignOutAddress>(),
        Fault.Of<SignsOutWithoutHint>(),
        Fault.Of<RequiresHintsOfLinksOnly>(),
        .. SigningOut,

        // The OpenID Connect specifications
        Fault.Of<LetsNoneHaveCompany>(),
        Fault.Of<BelievesLoginHints>(),
        Fault.Of<RefusesUnknownAcrValues>(),
        Fault.Of<IgnoresMaxAge>(),
        Fault.Of<IgnoresMaxAgeOfKeptSessions>(),
        Fault.Of<IgnoresMaxAgeWhereNobodyMayBeAsked>(),
        Fault.Of<TakesPromptForOneWord>(),
        Fault.Of<AsksConsentOnlyOfStrangers>(),
        Fault.Of<IgnoresSelectAccount>(),
        Fault.Of<IgnoresIdTokenHint>(),
        Fault.Of<ChecksHintsOnlyInSilence>(),
        Fault.Of<DatesCredentialsByTheRequest>(),
        Fault.Of<EchoesAcrValues>(),
        Fault.Of<ReadsRequestsFromTheQueryAlone>(),
        Fault.Of<LeavesOutSessionState>(),
        Fault.Of<KeepsTheBrowserStateAtSignIn>(),
        Fault.Of<KeepsTheBrowserStateAtSignOut>(),
        Fault.Of<ChangesTheBrowserStateInSilence>(),
        Fault.Of<LosesTheBrowserStateAtRenewal>(),
        Fault.Of<SignsOutUnasked>(),
        Fault.Of<EndsOnlyTheCookieWhenConfirmed>(),
        Fault.Of<TakesTheAnswerOfAnotherSession>(),
        Fault.Of<TakesHintOfAnotherClient>(),
        Fault.Of<LeavesOutTheInitiator>(),
        Fault.Of<LeavesOutIssuerAndSid>(),
        Fault.Of<NotifiesUnderAnotherIssuer>(),
        Fault.Of<GarblesQueryOfLogoutUrl>(),
        Fault.Of<SendsNoLogoutToken>(),
        Fault.Of<PutsNonceIntoLogoutToken>(),
        Fault.Of<LeavesEventOutOfLogoutToken>(),

        // Sites without a protocol
        .. OfSites,

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
        Fault.Of<RemembersNoAsYes>(),
        Fault.Of<ConsentsForEverybody>(),
        Fault.Of<LogsNoSuccessAfterYes>(),
        Fault.Of<PassesOverConsent>(),
        Fault.Of<AsksBeforeThePasswordIsChecked>(),
        Fault.Of<StaysSignedInAfterNo>(),
        Fault.Of<ForgetsYes>(),
        Fault.Of<ForgetsYesOfFederatedUsers>(),
        Fault.Of<NeverExtendsStayedSessions>(),
        Fault.Of<EndsStayedSessionsAfterADay>(),
        Fault.Of<LogsNoInterrupt>(),
        Fault.Of<DeliversCodeBeforeAnswer>(),
        Fault.Of<AppliesConditionalAccessToEverybody>(),
    ];

    /// <summary>The fault of that name.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Fault Named(string name) => Find(name)
        ?? throw new ArgumentException($"There is no fault '{name}'. Expected one of: {string.Join(", ", All.Select(f => f.Name))}.",
            nameof(name));

    /// <summary>Why these cannot be set together, in a sentence; null when they can.</summary>
    public static string? WhyNot(IReadOnlyList<string> names)
    {
        if (names.FirstOrDefault(name => Find(name) is null) is { } unknown)
            return $"There is no fault '{unknown}'. 'kmsi faults --list' names them.";
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return $"The fault {twice.Key} is named twice. Leave one out.";
        var decided = names.SelectMany(name => Named(name).Deviates().Points.Select(point => (Point: point, Fault: name)));
        var shared = decided.GroupBy(one => one.Point, one => one.Fault, StringComparer.Ordinal);
        return shared.FirstOrDefault(same => same.Count() > 1) is { } both
            ? $"The faults {string.Join(" and ", both)} decide the same point, {both.Key}, and only one of them can. Leave one out."
            : null;
    }

    /// <summary>What all of these decide otherwise.</summary>
    /// <exception cref="ArgumentException">One is unknown, or two decide the same point.</exception>
    internal static IReadOnlyList<Deviation> Together(IReadOnlyList<string> names) => WhyNot(names) is { } reason
        ? throw new ArgumentException(reason, nameof(names))
        : [.. names.Select(name => Named(name).Deviates())];

    private static Fault? Find(string name) =>
        All.FirstOrDefault(fault => string.Equals(fault.Name, name, StringComparison.Ordinal)) ?? MutantList.Find(name);
}
