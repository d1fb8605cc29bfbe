using KmsiConformance.Browsers;
using KmsiConformance.Suite;
using KmsiConformance.Suite.Steps.Cookies;
using KmsiConformance.Suite.Steps.SignOut;
using KmsiConformance.Suite.Steps.Tokens;

namespace KmsiConformance.Bench;

/// <summary>What a person does in the browser during one scenario, told so that another world can be asked the same.</summary>
internal sealed record Script(Scenario Scenario, IReadOnlyList<ScriptAct> Acts)
{
    /// <summary>
    /// Whether somebody with bare Playwright would do it the same way: no other kind of window, no other cookie settings, no app
    /// on the device, no waiting for real, nothing that happens to an app elsewhere,
    /// no forged hints.
    /// </summary>
    public bool IsPlain =>
        !Scenario.RealTime && Scenario.ThirdPartyCookies is null or "allowed"
        && !Scenario.Steps.Any(step => step is MisuseCodeStep or ForgetAppStep or SignOutStep { Manner.Hint: not ("valid" or "none") })
        && Acts.Count > 0 && !Acts.Any(act => act is ForeignAct);
}

/// <summary>One thing that is done.</summary>
/// <param name="Offset">How far the world's clock is ahead of real time by then.</param>
internal abstract record ScriptAct(TimeSpan Offset);

/// <summary>Opens an address.</summary>
/// <param name="Landing">Where that leads in the end.</param>
internal sealed record VisitAct(TimeSpan Offset, string Url, string Landing) : ScriptAct(Offset);

/// <summary>Fills in the page and sends it.</summary>
/// <param name="At">The world's time.</param>
/// <param name="Landing">Where that leads in the end.</param>
/// <param name="Message">What to wait for when the page stays and shows a message; null when another page comes.</param>
internal sealed record FillAct(TimeSpan Offset, DateTimeOffset At, PageEntry Entry, string Landing, string? Message) : ScriptAct(Offset);

/// <summary>Closes the browser and starts it again on the same profile.</summary>
internal sealed record RestartAct(TimeSpan Offset) : ScriptAct(Offset);

/// <summary>Something that the bare script has no counterpart for.</summary>
internal sealed record ForeignAct(TimeSpan Offset) : ScriptAct(Offset);
