namespace KmsiConformance.Suite.Expressions;

/// <summary>What the names in expressions stand for: how long sessions last.</summary>
/// <param name="Session">How long a session lasts that is not kept.</param>
/// <param name="KeepAlive">How long a kept session lasts; null as at <see cref="Policies.SessionSettings.KeepAlive"/>.</param>
public record SettingsInForce(TimeSpan Session, TimeSpan? KeepAlive)
{
    /// <summary>How scenarios call <see cref="Session"/>.</summary>
    public const string SessionName = "session";

    /// <summary>How scenarios call <see cref="KeepAlive"/>.</summary>
    public const string KeepAliveName = "keep-alive";

    /// <summary>How scenarios call <see cref="Maximum"/>.</summary>
    public const string MaximumName = "maximum";

    /// <summary>How scenarios call <see cref="KeepAliveMaximum"/>.</summary>
    public const string KeepAliveMaximumName = "keep-alive-maximum";

    /// <summary>Every length that has a name.</summary>
    public static readonly IReadOnlyList<string> Names = [SessionName, KeepAliveName, MaximumName, KeepAliveMaximumName];

    /// <summary>
    /// How long a session that is not kept lasts at most from its credentials on, however much it is used; null for no limit.
    /// </summary>
    public TimeSpan? Maximum { get; init; }

    /// <summary>The same of a kept session.</summary>
    public TimeSpan? KeepAliveMaximum { get; init; }

    /// <summary>The length of a name; null where there is none.</summary>
    public TimeSpan? Find(string name) => name switch
    {
        SessionName => Session,
        KeepAliveName => KeepAlive,
        MaximumName => Maximum,
        KeepAliveMaximumName => KeepAliveMaximum,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No setting is called so."),
    };

    /// <summary>The limit of a session however much it is used; null for none.</summary>
    public TimeSpan? MaximumOf(bool kept) => kept ? KeepAliveMaximum : Maximum;
}
