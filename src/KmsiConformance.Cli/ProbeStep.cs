using KmsiConformance.Cli.Output;
using KmsiConformance.Probing;
using KmsiConformance.Targets;
using KmsiConformance.Targets.Files;
using KmsiConformance.Worlds;

namespace KmsiConformance.Cli;

/// <summary>Looks at a target before anything is judged, and says what it found.</summary>
internal static class ProbeStep
{
    /// <summary>Prints one line for each thing looked at.</summary>
    /// <exception cref="TargetException">Something is wrong that would make every verdict worthless.</exception>
    public static async Task RunAsync(
        TargetFile file, IWorldFactory worlds, TimeSpan limit, TextWriter output, CancellationToken cancellation)
    {
        var found = await new TargetProbe(file, worlds, limit).RunAsync(cancellation);
        foreach (var one in found) await output.WriteLineAsync(SafeText.Indented(one.ToString(), "    "));
        var wrong = found.Count(one => one.Problem is not null);
        if (wrong > 0)
            throw new TargetException(
                $"{file.Name} cannot be judged yet: {(wrong == 1 ? "one thing is" : $"{wrong} things are")} wrong, as said above.");
    }
}
