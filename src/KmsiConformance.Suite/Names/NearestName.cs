namespace KmsiConformance.Suite.Names;

/// <summary>Finds the name that somebody who mistyped it most likely meant.</summary>
public static class NearestName
{
    /// <summary><c> Did you mean groceries?</c>, or nothing where no known name comes near.</summary>
    public static string Hint(string written, IEnumerable<string> known) =>
        Of(written, known) is { } meant ? $" Did you mean {meant}?" : "";

    /// <summary>The known name with the fewest letters to change, if that are few for its length; null otherwise.</summary>
    public static string? Of(string written, IEnumerable<string> known) => known
        .Select(name => (Name: name, Changes: Changes(written, name)))
        .Where(near => near.Changes <= Math.Max(1, Math.Max(written.Length, near.Name.Length) / 3) && near.Changes < near.Name.Length)
        .OrderBy(near => near.Changes)
        .Select(near => near.Name)
        .FirstOrDefault();

    // Letters to put in, leave out, replace or swap with their neighbour (optimal string alignment).
    private static int Changes(string one, string other)
    {
        var table = new int[one.Length + 1, other.Length + 1];
        for (var row = 0; row <= one.Length; row++)
        {
            for (var column = 0; column <= other.Length; column++)
                table[row, column] = row == 0 ? column : column == 0 ? row : Cheapest(row, column);
        }

        return table[one.Length, other.Length];

        int Cheapest(int row, int column)
        {
            var same = char.ToLowerInvariant(one[row - 1]) == char.ToLowerInvariant(other[column - 1]);
            var cost = Math.Min(Math.Min(table[row - 1, column], table[row, column - 1]) + 1, table[row - 1, column - 1] + (same ? 0 : 1));
            var swapped = row > 1 && column > 1 && one[row - 1] == other[column - 2] && one[row - 2] == other[column - 1];
            return swapped ? Math.Min(cost, table[row - 2, column - 2] + 1) : cost;
        }
    }
}
