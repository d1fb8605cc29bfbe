using System.Globalization;

namespace KmsiConformance.Clocks.Standstills;

/// <summary>Time that passed while somebody did not run: nothing that was seen around it says anything about a target.</summary>
/// <param name="What">A clause that ends in the length, for example <c>this machine stood still for</c>.</param>
/// <param name="Length">How long.</param>
public sealed record Standstill(string What, TimeSpan Length)
{
    /// <summary>In words, for example <c>this machine stood still for 26 s</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{What} {Length.TotalSeconds:0} s");
}
