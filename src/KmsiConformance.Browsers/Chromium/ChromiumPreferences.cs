using System.Text.Json;
using System.Text.Json.Nodes;
using KmsiConformance.Cookies;

namespace KmsiConformance.Browsers.Chromium;

/// <summary>A user's settings in a profile of full Chromium, written while no browser has it open.</summary>
internal static class ChromiumPreferences
{
    // What Chromium's own settings page stores: 5 opens a new tab, 1 continues where the user left off.
    private const int NewTab = 5;
    private const int Continue = 1;

    // "Block third-party cookies": never, or always.
    private const int NeverBlock = 0;
    private const int AlwaysBlock = 1;

    /// <summary>Writes the settings for the next start.</summary>
    public static void Write(string profile, StartKind kind, ThirdPartyCookies? thirdParty)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(profile, "Default")).FullName, "Preferences");
        var preferences = File.Exists(file) ? Read(file) : [];
        Group(preferences, "session")["restore_on_startup"] = kind == StartKind.RestoreSession ? Continue : NewTab;
        if (thirdParty is { } mode)
            Group(preferences, "profile")["cookie_controls_mode"] = mode == ThirdPartyCookies.Allowed ? NeverBlock : AlwaysBlock;
        File.WriteAllText(file, preferences.ToJsonString());
    }

    private static JsonObject Read(string file)
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(file)) as JsonObject ?? [];
        }
        catch (JsonException)
        {
            // A crash may have cut it short; Chromium starts from nothing then, too.
            return [];
        }
    }

    private static JsonObject Group(JsonObject preferences, string name)
    {
        if (preferences[name] is JsonObject known) return known;
        var group = new JsonObject();
        preferences[name] = group;
        return group;
    }
}
