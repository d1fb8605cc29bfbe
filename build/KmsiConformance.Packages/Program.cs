using KmsiConformance.Packages;
using KmsiConformance.Packages.Advisories;
using KmsiConformance.Packages.Bills;

// Tells of the packages that we use.
//   advisories [--unchecked]         is one of them known to be weak? Exit code 1 if so; --unchecked names those that nobody looked for
//   bill ASSETS NAME VERSION FILE    writes what a program consists of, from its project.assets.json
// To be begun in the folder of the repository.
try
{
    switch (args)
    {
        case ["advisories", .. var rest] when rest is [] or ["--unchecked"]:
            var check = new AdvisoryCheck(PackagesInUse.Of("."), AdvisoryList.Read(File.ReadAllText(AdvisoryList.Name)));
            if (rest is ["--unchecked"]) foreach (var package in check.Unchecked) Console.WriteLine(package);
            foreach (var line in check.Lines) Console.WriteLine(line);
            return check.Affected.Count == 0 ? 0 : 1;
        case ["bill", var assets, var name, var version, var file]:
            File.WriteAllText(file, Bill.Write(
                name, version, File.ReadAllText(assets), "src/KmsiConformance.Cookies/Matching/public_suffix_list.dat"));
            return 0;
        default:
            Console.Error.WriteLine("Say 'advisories [--unchecked]' or 'bill ASSETS NAME VERSION FILE'.");
            return 2;
    }
}
catch (PackageException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 3;
}
