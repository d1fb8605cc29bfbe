namespace KmsiConformance.Ledger;

/// <summary>A file of one JSON object a line that is written as things happen.</summary>
internal static class LineFile
{
    /// <summary>Makes the file, which must not be there, or goes on with it.</summary>
    public static FileStream Open(string file, bool goesOn)
    {
        var stream = new FileStream(
            file, goesOn ? FileMode.OpenOrCreate : FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
        if (goesOn) CutHalfLine(stream);
        return stream;
    }

    /// <summary>Whether the last line has its end.</summary>
    public static bool IsWhole(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (stream.Length == 0) return true;
        stream.Position = stream.Length - 1;
        return stream.ReadByte() == '\n';
    }

    // A line that was being written when its process was killed is nothing.
    private static void CutHalfLine(FileStream stream)
    {
        var end = stream.Length;
        while (end > 0)
        {
            stream.Position = end - 1;
            if (stream.ReadByte() == '\n') break;
            end--;
        }

        stream.SetLength(end);
        stream.Position = end;
    }
}
