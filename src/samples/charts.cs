// Charts with Chinese labels, for the scripts beside this file. 图表：中文标签。
using ScottPlot;
using SkiaSharp;

/// <summary>Draws a chart as PNG and SVG with a font that has Chinese. Without such a font it says so, and the script goes on.</summary>
static class Charts
{
    // Every one of these must have a glyph.
    const string Needed = "鹤壁市科技创新高新技术企业亿元％（）";

    const string FamilyName = "Keji";

    // Fonts whose faces are known to look well come first.
    static readonly string[] Preferred = ["NotoSansCJK", "NotoSansSC", "SourceHanSans", "wqy-microhei", "wqy-zenhei", "msyh", "PingFang", "STHeiti", "Hiragino Sans GB", "simhei", "Deng"];

    static readonly Lazy<string?> Font = new(Find);

    /// <summary>Saves a chart into the folder <c>charts</c>; <paramref name="draw"/> adds what is drawn.</summary>
    public static void Save(string name, int width, int height, Action<Plot> draw)
    {
        if (Font.Value is not { } file)
        {
            Console.Error.WriteLine($"{name}: no chart, for no font with Chinese was found. Install one (fonts-noto-cjk, fonts-wqy-microhei), or name a .ttf, .ttc or .otf in KEJI_FONT. 未找到中文字体，不画图。");
            return;
        }

        // Before the chart is made: whatever it draws takes the default font.
        ScottPlot.Fonts.AddFontFile(FamilyName, file);
        ScottPlot.Fonts.Default = FamilyName;
        using Plot plot = new();
        plot.Font.Set(FamilyName);
        plot.Axes.Left.MinorTickStyle.Length = 0;
        plot.Axes.Bottom.MinorTickStyle.Length = 0;
        draw(plot);
        Directory.CreateDirectory("charts");
        plot.SavePng(Path.Combine("charts", name + ".png"), width, height);
        plot.SaveSvg(Path.Combine("charts", name + ".svg"), width, height);
        Console.Error.WriteLine($"wrote charts/{name}.png and charts/{name}.svg");
    }

    static string? Find()
    {
        if (Environment.GetEnvironmentVariable("KEJI_FONT") is { Length: > 0 } named)
        {
            return HasChinese(named) ? named : null;
        }

        return Folders().Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }))
            .Where(file => Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".ttc" or ".otf")
            .OrderBy(file => Array.FindIndex(Preferred, p => Path.GetFileName(file).StartsWith(p, StringComparison.OrdinalIgnoreCase)) is var i && i < 0 ? int.MaxValue : i)
            .ThenBy(file => file.Contains("Bold", StringComparison.OrdinalIgnoreCase))
            .ThenBy(file => file, StringComparer.Ordinal)
            .FirstOrDefault(HasChinese);
    }

    static IEnumerable<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        return OperatingSystem.IsWindows()
            ? [Environment.GetFolderPath(Environment.SpecialFolder.Fonts), Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Microsoft", "Windows", "Fonts")]
            : OperatingSystem.IsMacOS()
                ? ["/System/Library/Fonts", "/Library/Fonts", Path.Combine(home, "Library", "Fonts")]
                : ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".local", "share", "fonts"), Path.Combine(home, ".fonts")];
    }

    static bool HasChinese(string file)
    {
        using var face = File.Exists(file) ? SKTypeface.FromFile(file) : null;
        return face?.ContainsGlyphs(Needed) == true;
    }
}
