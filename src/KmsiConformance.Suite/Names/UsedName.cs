namespace KmsiConformance.Suite.Names;

/// <summary>A name as it stands in a scenario file. Line and column count from 1.</summary>
public sealed record UsedName(NameKind Kind, string Name, int Line, int Column)
{
    /// <summary>The one name of <see cref="NameKind.Policy"/>: the second policy.</summary>
    public const string OtherPolicy = "other";
}

/// <summary>What a name is the name of.</summary>
public enum NameKind
{
    /// <summary>An app of the scenario.</summary>
    App,

    /// <summary>An identity provider of the scenario.</summary>
    Provider,

    /// <summary>Either of the two.</summary>
    AppOrProvider,

    /// <summary>The login endpoint (<c>login</c>), an app or an identity provider.</summary>
    Site,

    /// <summary>A device of the scenario.</summary>
    Device,

    /// <summary>A tab of the scenario.</summary>
    Tab,

    /// <summary>A user of the cast (<c>users.yaml</c>).</summary>
    User,

    /// <summary>A cookie role of the recipes of the scenario's profiles, or one that every app or provider gives.</summary>
    CookieRole,

    /// <summary>The second policy.</summary>
    Policy,

    /// <summary>A policy file below the scenarios folder.</summary>
    PolicyFile,

    /// <summary>A requirement.</summary>
    Requirement,

    /// <summary>A profile.</summary>
    Profile,
}
