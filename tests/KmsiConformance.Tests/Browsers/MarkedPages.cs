using System.Text.RegularExpressions;
using KmsiConformance.Sites;
using KmsiConformance.Tests.Suite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace KmsiConformance.Tests.Browsers;

/// <summary>
/// Pages of a folder, served. An attribute that nothing reads but a test says, with blanks between, what is to be found in an
/// element; whatever else is found is a mistake.
/// </summary>
/// <param name="folder">The folder, beneath that of the tests of browsers.</param>
/// <param name="attribute">The attribute, for example <c>data-means</c>.</param>
internal sealed class MarkedPages(string folder, string attribute)
{
    private readonly string _folder = Path.Combine(Repository.Root, "tests", "KmsiConformance.Tests", "Browsers", folder);

    private readonly Regex _mark = new($"{attribute}=\"(?<marks>[^\"]+)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));

    /// <summary>The names of the pages.</summary>
    public IEnumerable<string> Names => Directory.EnumerateFiles(_folder, "*.html")
        .Select(path => Path.GetFileNameWithoutExtension(path))
        .Order(StringComparer.Ordinal);

    /// <summary>Serves each page under its name.</summary>
    public Task<LoopbackServer> ServeAsync() => LoopbackServer.StartAsync(TimeProvider.System, app => app.MapGet(
        "/{page}", (string page) => Results.Content(Text(page), "text/html")));

    /// <summary>What is to be found on a page: each mark, with all that its element has.</summary>
    public IEnumerable<string> Expected(string page) => _mark.Matches(Text(page)).Select(match => match.Groups["marks"].Value)
        .SelectMany(marks => marks.Split(' ').Select(mark => $"{mark}: {marks}"));

    /// <summary>What was found, in the same words.</summary>
    /// <param name="mark">As what it was found.</param>
    /// <param name="element">The tag of the element.</param>
    public string Found(string? mark, string element) => $"{mark}: {_mark.Match(element).Groups["marks"].Value}";

    private string Text(string page) => File.ReadAllText(Path.Combine(_folder, page + ".html"));
}
