namespace KmsiConformance.Packages;

/// <summary>What keeps the packages from being told or judged, in words for a person.</summary>
internal sealed class PackageException(string message, Exception? inner = null) : Exception(message, inner);
