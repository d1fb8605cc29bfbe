namespace KmsiConformance.Reference.B2c.Federation;

/// <summary>What came of asking an identity provider: somebody it vouches for, or a failure.</summary>
internal abstract record ProviderAnswer
{
    private ProviderAnswer()
    {
    }

    /// <summary>The provider vouches for somebody.</summary>
    /// <param name="Issuer">Who vouches; together with <paramref name="Subject"/> it names the account.</param>
    public sealed record Vouched(string Issuer, string Subject, string? DisplayName, string? Email) : ProviderAnswer
    {
        /// <summary>For SAML: names the provider's session and its user in a LogoutRequest.</summary>
        public string? SessionIndex { get; init; }
    }

    /// <summary>The provider, or the user there, said no; or the answer cannot be believed.</summary>
    /// <param name="Error">An OAuth error, or what corresponds to it.</param>
    public sealed record Failed(string Error, string Description) : ProviderAnswer
    {
        /// <summary>Whether the user said no.</summary>
        public bool Denied => Error is "access_denied";

        /// <summary>Whether the provider would have had to ask the user, and was told not to.</summary>
        public bool NeedsUser => Error is "login_required" or "interaction_required" or "consent_required" or "account_selection_required";
    }
}

/// <summary>An identity provider's answer must not be believed; the message says why, for the log and the error page.</summary>
internal sealed class ProviderAnswerRefusedException(string message) : Exception(message);
