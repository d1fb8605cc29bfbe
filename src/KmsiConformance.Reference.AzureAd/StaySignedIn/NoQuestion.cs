namespace KmsiConformance.Reference.AzureAd.StaySignedIn;

/// <summary>Why somebody who has signed in is not asked whether to stay signed in. The first six are the document's own list.</summary>
public enum NoQuestion
{
    /// <summary>Signed in by seamless single sign-on .</summary>
    SeamlessSso,

    /// <summary>Signed in by a federated service that took the machine's own sign-in .</summary>
    FederationWithWindows,

    /// <summary>A guest of the tenant .</summary>
    Guest,

    /// <summary>The account is rated as risky .</summary>
    HighUserRisk,

    /// <summary>The user was asked for consent in the same sign-in .</summary>
    Consent,

    /// <summary>Conditional access has decided already .</summary>
    PersistentBrowserSession,

    /// <summary>The sign-in is rated as risky .</summary>
    RiskySignIn,

    /// <summary>The device is rated as shared .</summary>
    SharedDevice,

    /// <summary>The tenant does not show the option .</summary>
    OptionHidden,

    /// <summary>
    /// The user has ticked "Don't show this again" in this browser; the document shows the box and says nothing about
    /// it.
    /// </summary>
    AnsweredForGood,
}
