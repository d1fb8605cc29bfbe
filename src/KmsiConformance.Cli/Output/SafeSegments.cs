using Spectre.Console.Rendering;

namespace KmsiConformance.Cli.Output;

/// <summary>Makes safe what is drawn with colours: only the drawing itself may command the terminal, never a text in it.</summary>
internal sealed class SafeSegments : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(one => (IRenderable)new Safe(one));

    private sealed class Safe(IRenderable drawn) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => drawn.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) =>
            drawn.Render(options, maxWidth).Select(segment => segment.IsControlCode || segment.IsLineBreak
                ? segment
                : new Segment(SafeText.Of(segment.Text), segment.Style));
    }
}
