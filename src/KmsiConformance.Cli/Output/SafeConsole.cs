using System.Text;
using Spectre.Console;

namespace KmsiConformance.Cli.Output;

/// <summary>The one place through which the program speaks: nothing that a file or a target says commands the terminal.</summary>
internal static class SafeConsole
{
    private static TextWriter? _drawing;

    /// <summary>Where drawings go, which command the terminal on purpose: past the writer that would make them plain.</summary>
    public static IAnsiConsoleOutput Drawing => new Terminal(_drawing ?? Console.Out);

    /// <summary>Where commands of a build server go, which would be made plain elsewhere: each is escaped by whoever writes it.</summary>
    public static TextWriter Commands => _drawing ?? Console.Out;

    /// <summary>Makes everything safe that is written from now on.</summary>
    public static void Install()
    {
        _drawing = Console.Out;
        Console.SetOut(new SafeWriter(Console.Out));
        Console.SetError(new SafeWriter(Console.Error, masks: true));
    }

    private sealed class Terminal(TextWriter writer) : IAnsiConsoleOutput
    {
        private const int UsualWidth = 80;
        private const int UsualHeight = 24;

        public TextWriter Writer => writer;

        public bool IsTerminal => !Console.IsOutputRedirected;

        public int Width => Told(() => Console.BufferWidth, UsualWidth);

        public int Height => Told(() => Console.WindowHeight, UsualHeight);

        public void SetEncoding(Encoding encoding)
        {
            // The terminal's own stays.
        }

        private static int Told(Func<int> ask, int usual)
        {
            try
            {
                return ask() is > 0 and var told ? told : usual;
            }
            catch (IOException)
            {
                return usual;
            }
        }
    }
}
