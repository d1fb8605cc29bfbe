using System.Collections.Immutable;

namespace KmsiConformance.Model;

/// <summary>What is known of one device, as <see cref="Belief"/> has it for the one in use.</summary>
/// <param name="Jar">The cookies of its browser.</param>
/// <param name="Behind">While a private window is open: what the profile behind it holds; null otherwise.</param>
/// <param name="SignedIn">Apps that signed somebody in through it.</param>
public sealed record Desk(CookieJar Jar, CookieJar? Behind, ImmutableSortedSet<string> SignedIn)
{
    private static readonly Desk Untouched = Of(Belief.Beginning);

    /// <summary>Puts down the device in use and takes another.</summary>
    internal static Belief Change(Belief belief, string from, string to)
    {
        var other = belief.Elsewhere.GetValueOrDefault(to, Untouched);
        return belief with
        {
            Device = to, Jar = other.Jar, Behind = other.Behind, SignedIn = other.SignedIn,
            Elsewhere = belief.Elsewhere.Remove(to).SetItem(from, Of(belief)),
        };
    }

    private static Desk Of(Belief belief) => new(belief.Jar, belief.Behind, belief.SignedIn);
}
