namespace KmsiConformance.Ledger.Measured;

/// <summary>
/// What a sign-in really does: what <c>measure.json</c> holds. The names are a contract with users' scripts: grow it, never rename.
/// What could not be found out is null, and <see cref="Missing"/> says why.
/// </summary>
public sealed record Measurement
{
    public required ToolRecord Tool { get; init; }

    /// <summary>Real start, UTC.</summary>
    public required DateTimeOffset StartedUtc { get; init; }

    /// <summary>Real duration in milliseconds.</summary>
    public required long DurationMs { get; init; }

    public required TargetRecord Target { get; init; }

    public required BrowserRecord Browser { get; init; }

    public required ClockRecord Clock { get; init; }

    /// <summary>Sign-ins that it took.</summary>
    public required int SignIns { get; init; }

    /// <summary>Whether the sign-in has a box or a question that keeps people signed in; null where nobody could sign in.</summary>
    public bool? OffersBox { get; init; }

    /// <summary>The cookies of the login endpoint.</summary>
    public IReadOnlyList<MeasuredCookie> Cookies { get; init; } = [];

    public MeasuredServer Server { get; init; } = new();

    /// <summary>What is left after a restart of the browser, by its kind.</summary>
    public IReadOnlyDictionary<string, MeasuredRestart> Restart { get; init; } =
        new Dictionary<string, MeasuredRestart>(StringComparer.Ordinal);

    public MeasuredSignOut? SignOut { get; init; }

    /// <summary>What there is of OpenID Connect; null where the target speaks another protocol, or none.</summary>
    public MeasuredOpenId? OpenId { get; init; }

    /// <summary>What could not be measured, each with the reason, as sentences.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>One cookie of the login endpoint.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Domain">A leading dot means that it is not host-only.</param>
/// <param name="Role">
/// What it is good for: <c>session</c>, <c>remembering</c>, <c>session and remembering</c>, or <c>none</c>; null where that could not be
/// seen.
/// </param>
/// <param name="PromisedSeconds">How long it says that it lasts, with the box where there is one; null for a session cookie.</param>
public sealed record MeasuredCookie(string Name, string Domain, string? Role, double? PromisedSeconds)
{
    public required MeasuredAttributes Attributes { get; init; }

    /// <summary>Whether a sign-in with the box sets it; null where there is no box.</summary>
    public bool? WithBox { get; init; }

    /// <summary>Whether a sign-in without the box sets it.</summary>
    public bool WithoutBox { get; init; }

    /// <summary>How long it says that it lasts without the box; null for a session cookie, and for none.</summary>
    public double? PromisedSecondsWithoutBox { get; init; }

    /// <summary>What follows when it alone is deleted, with the box where there is one: <c>signed-in</c> or <c>asked</c>.</summary>
    public string? DeletedAlone { get; init; }

    /// <summary>What follows when every other cookie is deleted: <c>signed-in</c> or <c>asked</c>.</summary>
    public string? LeftAlone { get; init; }

    /// <summary>Whether a visit sets it anew: <c>at every visit</c>, <c>within three quarters of its life</c> or <c>never</c>.</summary>
    public string? Renewed { get; init; }
}

/// <summary>A cookie's attributes.</summary>
/// <param name="SameSite"><c>None</c>, <c>Lax</c>, <c>Strict</c>, or empty when the site gave none.</param>
public sealed record MeasuredAttributes(string Path, bool Secure, bool HttpOnly, string SameSite, bool Partitioned);

/// <summary>How long the server lets a session live, whatever its cookies promise.</summary>
/// <param name="WithoutBox">Null where it could not be measured.</param>
/// <param name="WithBox">Null where there is no box, or where it could not be measured.</param>
public sealed record MeasuredServer(MeasuredLife? WithoutBox = null, MeasuredLife? WithBox = null);

/// <summary>Between what two ages a session that nobody uses ends.</summary>
/// <param name="LowerSeconds">The oldest at which it was seen alive.</param>
/// <param name="UpperSeconds">The youngest at which it was seen dead; null where it was never.</param>
/// <param name="Probes">Sessions that it took, each fresh.</param>
public sealed record MeasuredLife(double LowerSeconds, double? UpperSeconds, int Probes)
{
    /// <summary>Whether a further look at the same ages came to something else: then no number is to be trusted.</summary>
    public bool Unstable { get; init; }

    /// <summary>What use does to it; null where it could not be measured.</summary>
    public MeasuredRenewal? Renewal { get; init; }

    /// <summary>When it ends however much it is used; null for one that use does not extend, or that was not measured.</summary>
    public MeasuredMaximum? Maximum { get; init; }
}

/// <summary>What use does to a session.</summary>
/// <param name="Slides">Whether use begins its time anew.</param>
/// <param name="FromLowerSeconds">The latest age at which use was seen not to; null where it does not slide.</param>
/// <param name="FromUpperSeconds">The earliest age at which use was seen to; null where it does not slide.</param>
public sealed record MeasuredRenewal(bool Slides, double? FromLowerSeconds = null, double? FromUpperSeconds = null);

/// <summary>Between what two ages a session ends that is always in use.</summary>
/// <param name="UpperSeconds">Null where it was still alive at <paramref name="LowerSeconds"/>.</param>
/// <param name="Visits">How often it was used until then.</param>
public sealed record MeasuredMaximum(double LowerSeconds, double? UpperSeconds, int Visits)
{
    /// <summary>How often it was used: one that is used less may end sooner.</summary>
    public double? EverySeconds { get; init; }
}

/// <summary>What is left after a restart: <c>signed-in</c> or <c>asked</c>; null where it could not be seen, or there is no box.</summary>
public sealed record MeasuredRestart(string? WithoutBox, string? WithBox);

/// <summary>What a sign-out ends, of a session with the box where there is one.</summary>
public sealed record MeasuredSignOut
{
    /// <summary>Whether this browser is asked for credentials afterwards.</summary>
    public bool? EndsHere { get; init; }

    /// <summary>Whether a copy of the cookies, kept from before, opens nothing any more.</summary>
    public bool? RevokesServerSession { get; init; }

    /// <summary>Whether no cookie is left that held the session, or by which the browser is remembered.</summary>
    public bool? ClearsCookies { get; init; }

    /// <summary>Those that are left, whatever they are good for.</summary>
    public IReadOnlyList<string> CookiesLeft { get; init; } = [];

    /// <summary>Where the browser ended.</summary>
    public string? LeadsTo { get; init; }

    /// <summary>Whether it is led to an address that nobody registered; null where a sign-out takes none.</summary>
    public bool? FollowsForeignAddress { get; init; }
}

/// <summary>Tokens and requests of OpenID Connect.</summary>
public sealed record MeasuredOpenId
{
    /// <summary>How long an id_token says that it is good.</summary>
    public double? IdTokenSeconds { get; init; }

    /// <summary>How long an access token is said to be good (<c>expires_in</c>).</summary>
    public double? AccessTokenSeconds { get; init; }

    /// <summary>How long a refresh token is good that nobody uses; null where none is given, or where it could not be measured.</summary>
    public MeasuredLife? RefreshToken { get; init; }

    /// <summary>What <c>prompt=none</c> comes to with a session: <c>signed-in</c>, <c>asked</c> or <c>error CODE</c>.</summary>
    public string? PromptNone { get; init; }

    /// <summary>The same without a session.</summary>
    public string? PromptNoneWithoutSession { get; init; }

    /// <summary>What <c>max_age</c> comes to, ten minutes after the sign-in, where it allows five.</summary>
    public string? MaxAgeExceeded { get; init; }

    /// <summary>The same where it allows an hour.</summary>
    public string? MaxAgeMet { get; init; }

    /// <summary>Whether the other app is told of a sign-out of the first; null where it could not be signed in beside it.</summary>
    public bool? OtherAppIsTold { get; init; }
}
