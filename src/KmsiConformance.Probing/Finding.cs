using KmsiConformance.Ledger;

namespace KmsiConformance.Probing;

/// <summary>Whose affair the mend of a problem is.</summary>
public enum Owner
{
    /// <summary>The target file, or the recipe that it names.</summary>
    File,

    /// <summary>What is registered at the target: apps and accounts.</summary>
    Registration,

    /// <summary>The product itself.</summary>
    Product,

    /// <summary>Whatever this runs on.</summary>
    Machine,
}

/// <summary>One thing that was looked at before any scenario.</summary>
/// <param name="What">What holds, or should.</param>
/// <param name="Problem">What is wrong, with the mend; null where all is well.</param>
/// <param name="Owner">Whose affair that is.</param>
public sealed record Finding(string What, string? Problem = null, Owner Owner = Owner.File)
{
    /// <summary>Whether it is neither right nor wrong, and good to know.</summary>
    public bool IsNote { get; private init; }

    /// <summary>A host that pages of the target wanted something of, and that is not visited.</summary>
    public static Finding NotVisited(string host) => new(
        $"its pages ask {host} for something, and it is not visited. Name it under 'hosts' in the file if a sign-in cannot do without")
    {
        IsNote = true,
    };

    /// <summary>A cookie that came with a sign-in.</summary>
    public static Finding Cookie(CookieChanged cookie) => new(
        $"the cookie {cookie.Name} came with the sign-in, "
        + (cookie.ExpiresAt is { } until ? $"until {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC" : "for this browser session")
        + (cookie.Role is { } role ? $": {role}" : ": the recipe gives it no role"))
    {
        IsNote = true,
    };

    /// <summary>What may be wrong with the file, and may as well be what scenarios are to find.</summary>
    public static Finding Doubt(string what) => new(what) { IsNote = true };

    /// <summary>One line for people.</summary>
    public override string ToString() =>
        IsNote ? $"note   {What}" : Problem is null ? $"ok     {What}" : $"wrong  {What}: {Problem} [{Words}]";

    private string Words => Owner switch
    {
        Owner.File => "your file",
        Owner.Registration => "your registration",
        Owner.Machine => "this machine",
        _ => "the product",
    };
}
