namespace KmsiConformance.Clocks;

/// <summary>What moves when a world's clock moves.</summary>
public enum ClockMode
{
    /// <summary><see cref="Process"/> where a provider passes its self-check, else <see cref="Aged"/>.</summary>
    Auto,

    /// <summary>The real wall clock of the browser's and the target's processes, live. Linux.</summary>
    Process,

    /// <summary>The browser's stored cookies: their expiries move back; the target moves through its own hook.</summary>
    Aged,

    /// <summary>The simulated browser's clock.</summary>
    Virtual,

    /// <summary>Nothing moves: the harness waits.</summary>
    Real,
}
