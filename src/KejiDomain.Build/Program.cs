using KejiDomain.Build;

// Makes every committed generated file: `code` from the tables alone, `contract` from the library as built, so after it.
if (args is ["gazetteer", var package, ..])
{
    GazetteerBuilder.Build(package, Path.Combine(args.Length > 2 ? args[2] : Directory.GetCurrentDirectory(), "src/KejiDomain/Geography"));
    return 0;
}

if (args is ["division-lists", var lists, ..])
{
    GazetteerBuilder.BuildLists(lists, Path.Combine(args.Length > 2 ? args[2] : Directory.GetCurrentDirectory(), "src/KejiDomain/Geography"));
    return 0;
}

if (args is ["conformance", ..])
{
    var path = ConformanceSet.PathBelow(args.Length > 1 ? args[1] : Directory.GetCurrentDirectory());
    Directory.CreateDirectory(Path.GetDirectoryName(path)!);
    using var file = File.Create(path);
    ConformanceSet.Write(args.Length > 1 ? args[1] : Directory.GetCurrentDirectory(), file);
    Console.WriteLine(path);
    return 0;
}

var root = args.Length > 1 ? args[1] : Directory.GetCurrentDirectory();
if (args.Length == 0 || GeneratedFiles.Make(args[0], root) is not { } files)
{
    Console.Error.WriteLine("usage: KejiDomain.Build code|contract|conformance [ROOT], or gazetteer|division-lists PACKAGE [ROOT]");
    return 2;
}

foreach (var file in files)
{
    var path = Path.Combine(root, file.Path);
    if (!File.Exists(path) || File.ReadAllText(path) != file.Text)
    {
        File.WriteAllText(path, file.Text);
        Console.WriteLine(file.Path);
    }
}

return 0;
