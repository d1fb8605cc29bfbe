namespace KmsiConformance.Targets;

/// <summary>A user's credentials at the target.</summary>
public sealed record TargetUser(string UserName, string Password)
{
    /// <summary>The code that the user's authenticator app shows at a moment; null for a user who has none.</summary>
    public Func<DateTimeOffset, string>? OneTimeCode { get; init; }

    /// <summary>Never shows the password.</summary>
    public override string ToString() => UserName;
}

/// <summary>A scenario names a user whom the target does not have.</summary>
public sealed class UnknownUserException(string user, IEnumerable<string> known)
    : Exception($"The target has no user '{user}'. Known: {string.Join(", ", known)}.");
