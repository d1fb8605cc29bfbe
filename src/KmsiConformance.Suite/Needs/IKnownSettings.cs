using KmsiConformance.Suite.Expressions;

namespace KmsiConformance.Suite.Needs;

/// <summary>What is known of the session settings in force somewhere.</summary>
public interface IKnownSettings
{
    /// <summary>How long sessions last.</summary>
    SettingsInForce Lengths { get; }

    /// <summary>Whether anything is known of a setting; what is not known meets no need.</summary>
    bool Says(string setting) => true;

    /// <summary>
    /// The word for a setting, as scenarios write it: <c>expiry</c>, <c>scope</c>, <c>keep-me-signed-in</c>,
    /// <c>require-id-token-hint</c>, <c>second-factor</c>, <c>assurance</c> (1, 2 or 3); null where nobody can say.
    /// </summary>
    string? Word(string setting);
}
