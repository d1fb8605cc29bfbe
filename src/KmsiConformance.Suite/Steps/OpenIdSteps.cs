using System.Globalization;

namespace KmsiConformance.Suite.Steps;

/// <summary>Looks at whether the last answer to an app carried a session_state.</summary>
public sealed record ExpectSessionStateStep(int Line, string App) : Step(Line)
{
    public override string Text(string profile) => $"the last answer to {App} carries a session_state";
}

/// <summary>Looks at whether the last notification of an app names the session that ended.</summary>
public sealed record ExpectSessionIdStep(int Line, string App) : Step(Line)
{
    public override string Text(string profile) => $"{App} was told which session ended";
}

/// <summary>Looks at the logout tokens that an app's server received since the last sign-out began.</summary>
public sealed record ExpectLogoutTokenStep(int Line, string App, int Times) : Step(Line)
{
    public override string Text(string profile) => Times switch
    {
        0 => $"the server of {App} got no logout token",
        1 => $"the server of {App} got one logout token, in order",
        var times => string.Create(CultureInfo.InvariantCulture, $"the server of {App} got {times} logout tokens, in order"),
    };
}
