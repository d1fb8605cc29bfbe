using NuGet.Versioning;

namespace KmsiConformance.Packages;

/// <summary>A NuGet package at a version.</summary>
/// <param name="Id">Its name, as it spells it.</param>
internal sealed record Package(string Id, NuGetVersion Version)
{
    public override string ToString() => $"{Id} {Version}";
}
