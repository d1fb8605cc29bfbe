using KmsiConformance.Suite.Yaml;

namespace KmsiConformance.Suite.Words;

/// <summary>Reads <c>scenarios/words</c>: one file for each language, all of the same shape.</summary>
internal static class WordsFolder
{
    /// <summary>Puts the languages together.</summary>
    /// <param name="root">The scenarios folder.</param>
    /// <param name="shown">How messages call a file.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static PageWords Read(string root, Func<string, string> shown, List<SuiteProblem> problems)
    {
        var folder = Path.Combine(root, "words");
        if (!Directory.Exists(folder)) return PageWords.None;
        var schema = SchemaCheck.Read(Path.Combine(root, "words.schema.json"));
        var phrases = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*.yaml").Order(StringComparer.Ordinal))
        {
            try
            {
                var file = YamlFile.Read(path, shown(path));
                var wrong = schema.Check(file);
                if (wrong.Count > 0) throw new SuiteException(wrong);
                foreach (var (key, list) in file.Root.Entries)
                    phrases[key] = [.. phrases.GetValueOrDefault(key, []), .. list.Items.Select(item => item.Text)];
            }
            catch (SuiteException broken)
            {
                problems.AddRange(broken.Problems);
            }
        }

        return new PageWords(phrases);
    }
}
