namespace KmsiConformance.Clocks.Processes;

/// <summary>What <c>LD_PRELOAD</c> must hold: the user's own libraries stay, ours comes first.</summary>
internal static class Preloads
{
    public static string With(string library)
    {
        var already = Environment.GetEnvironmentVariable("LD_PRELOAD");
        return string.IsNullOrEmpty(already) ? library : $"{library}:{already}";
    }
}
