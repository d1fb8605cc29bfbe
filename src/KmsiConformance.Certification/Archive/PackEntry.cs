namespace KmsiConformance.Certification.Archive;

/// <summary>A file in a pack.</summary>
/// <param name="Name">Its name there, one of <see cref="PackFiles"/>.</param>
public sealed record PackEntry(string Name, ReadOnlyMemory<byte> Content);
