using KmsiConformance.Lint.Rules.Accounts;
using KmsiConformance.Lint.Rules.Inheritance;
using KmsiConformance.Lint.Rules.Journeys;
using KmsiConformance.Lint.Rules.KeepMeSignedIn;
using KmsiConformance.Lint.Rules.Lifetimes;
using KmsiConformance.Lint.Rules.Sessions;
using KmsiConformance.Lint.Rules.SignOut;
using KmsiConformance.Lint.Rules.Structure;

namespace KmsiConformance.Lint;

/// <summary>Every rule, by its id. An id is never given to another rule; gaps are fine.</summary>
public static class LintRules
{
    /// <summary>All rules, in the order of their ids.</summary>
    public static IReadOnlyList<LintRule> All { get; } =
    [
        // Sets and inheritance
        new BaseIsThere(),
        new ChainComesToAnEnd(),
        new PolicyIdIsUnique(),
        new PolicyIdHasThePrefix(),
        new BaseIsOfTheSameTenant(),
        new PublicUriNamesThePolicy(),

        // Where things stand
        new RootHasThePolicyNamespace(),
        new RootChildrenAreInOrder(),
        new BlocksStandWhereTheyBelong(),
        new RelyingPartyIsInOrder(),
        new BehaviorsFollowTheJourneyDirectly(),
        new BehaviorsStandInRelyingParty(),
        new BehaviorsAreInOrder(),
        new SettingsAreAttributesOfSingleSignOn(),
        new TechnicalProfileIsInOrder(),
        new SettingsAreWrittenOnce(),
        new MetadataKeysAreUnique(),
        new BehaviorsAreSpelledRight(),
        new BlockIdsAreUniqueInAFile(),

        // Who shares a session
        new NoSingleSignOnIsCalledSuppressed(),
        new ScopeIsAKnownWord(),
        new ScopeIsWritten(),
        new ScopeIsADocumentedOne(),
        new HintSwitchIsAnXmlBoolean(),
        new ExpiryTypeIsAKnownWord(),
        new KeepAliveInDaysIsAWholeNumber(),
        new ExpiryInSecondsIsAWholeNumber(),
        new SuppressedKeepsNobody(),
        new ApplicationSignOutNamesTheApp(),
        new SignOutChecksTheReturnAddress(),
        new PoliciesOfASetShareOneScope(),

        // How long sessions last
        new KeepAliveInDaysIsNotNegative(),
        new KeepAliveInDaysIsAtMostNinety(),
        new SessionTimeIsPositive(),
        new SessionTimeIsWithinTheRange(),
        new SessionTimeIsWithinThePortalsRange(),
        new RollingKeepsTheDaysFew(),
        new RollingComesToAnEnd(),
        new TwoGatesAreOpenEquallyLong(),
        new TickingLengthensTheSession(),
        new SessionTimeIsShortBesideTheDays(),
        new ExpiryTypeIsWrittenOut(),
        new SignInAgesWithTheSession(),
        new EveryPolicyKeepsTheKeptSession(),

        // The box
        new BoxComesWithDays(),
        new DaysComeWithABox(),
        new BoxIsOnAPageThatHasOne(),
        new PageIsNewEnough(),
        new DataUriIsAsDocumented(),
        new ContentDefinitionIsComplete(),
        new DataUriNamesAPage(),
        new RememberMeIsTrueOrFalse(),
        new RememberMeIsSpelledRight(),
        new RememberMeIsOnTheFirstStepsSignIn(),
        new HiddenBoxIsHidden(),
        new JourneyUsesTheKmsiPage(),
        new JourneyBeginsWithTheCombinedPage(),
        new LocalAccountsCanSignIn(),

        // Journeys
        new DefaultJourneyIsNamed(),
        new DefaultJourneyExists(),
        new ContentDefinitionExists(),
        new TechnicalProfileExists(),
        new SelectionsHaveAnExchange(),
        new StepsCountFromOne(),
        new JourneyEndsWithAToken(),
        new SignUpIsSkippedForAKnownUser(),
        new KmsiJourneyIsAsDocumented(),

        // Accounts and applications
        new NoPlaceholderIsLeft(),
        new TenantIsYourOwn(),
        new SettingsAreFilledInBeforeUpload(),
        new LocalSignInNamesBothApps(),
        new ApplicationIdsAgree(),
        new TheTwoApplicationsDiffer(),
        new SubjectIsTheObjectId(),

        // Sign-out
        new IssuerNamesItsProtocol(),
        new IssuerHasASessionProfile(),
        new IssuerUsesTheProviderOfItsProtocol(),
        new SessionProfileExists(),
        new SessionProfileHasAProvider(),
        new TokenFormatFitsTheProtocol(),
        new FederatedSignOutHasAnAddress(),
        new SingleLogoutEnabledIsTrueOrFalse(),
        new FederatedSessionIsExternal(),
        new SamlProviderIsNoServiceProvider(),
        new ProviderIsNotToldToAsk(),
        new LogoutUrlIsNoReturnAddress(),
        new AppHasALogoutUrl(),
        new LogoutUrlIsReachableInAFrame(),
    ];

    /// <summary>The rule of an id, or null.</summary>
    public static LintRule? Find(string id) => All.FirstOrDefault(r => string.Equals(r.Id, id, StringComparison.OrdinalIgnoreCase));
}
