using System.Globalization;

namespace KmsiConformance.Clocks.Standstills;

/// <summary>How much there is to do on this machine, in words.</summary>
public static class MachineLoad
{
    private const string File = "/proc/loadavg";

    /// <summary>For example <c>the load of this machine is 36.2 on 2 processors</c>; null where nobody tells.</summary>
    public static string? Now
    {
        get
        {
            try
            {
                return System.IO.File.Exists(File)
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"the load of this machine is {System.IO.File.ReadAllText(File).Split(' ')[0]} on "
                        + $"{Environment.ProcessorCount} processors")
                    : null;
            }
            catch (Exception untold) when (untold is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }
    }
}
