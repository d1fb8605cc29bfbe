using Spectre.Console;
using Spectre.Console.Rendering;

namespace KmsiConformance.Cli.Linting;

/// <summary>One coloured line that the console leaves as it is, however long.</summary>
internal sealed class UnwrappedText(string text, string colour) : Renderable
{
    protected override IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
        [new Segment(text, colour == "default" ? Style.Plain : Style.Parse(colour)), Segment.LineBreak];
}
