namespace KmsiConformance.Policies;

/// <summary>Where something is written. Lines and columns count from 1; 0 means the file as a whole.</summary>
public readonly record struct Place(string File, int Line, int Column)
{
    /// <summary>As compilers write it: <c>file(line,column)</c>.</summary>
    public override string ToString() => Line == 0 ? File : FormattableString.Invariant($"{File}({Line},{Column})");
}

/// <summary>A value together with the place where it is written.</summary>
public sealed record Located<T>(T Value, Place At);
