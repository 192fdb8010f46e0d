using KejiDomain.Json;
using KejiDomain.Validation;

namespace KejiDomain.Tests.Validation;

public sealed class MemberResolverTests
{
    [Fact]
    public void Every_member_of_the_contract_is_found_as_it_is()
    {
        var walk = new Walk();
        foreach (var dataset in KejiDomain.Seeds.All)
        {
            walk.Run(dataset);
        }

        Assert.True(walk.Members > 10_000, $"{walk.Members}");
        Assert.Empty(walk.Wrong);
    }

    [Theory]
    [InlineData("posts.0.body", true, true)]
    [InlineData("posts.0.body.to", true, false)]
    [InlineData("posts.1", false, false)]
    [InlineData("on", false, true)]
    [InlineData("on.year", false, false)]
    [InlineData("title.zh", false, false)]
    [InlineData("nobody", false, false)]
    public void A_way_ends_where_a_list_or_a_value_ends(string path, bool isThere, bool isKnown)
    {
        var appointment = new Appointment
        {
            Person = PersonId.Parse("a"),
            Title = "市长",
            Posts = [new() { Post = OfficialPost.Parse("mayor"), Body = Party.FromReference(Reference.Parse("410600")) }],
        };
        Assert.Equal(isKnown, MemberResolver.TryResolve(appointment, MemberPath.Parse(path), out var value));
        Assert.Equal(isThere && isKnown, value.IsThere);
    }

    private sealed class Walk : DatasetVisitor
    {
        public int Members { get; private set; }

        public List<string> Wrong { get; } = [];

        public void Run(PolicyDataset dataset) => Visit(dataset);

        protected override void EnterStatement(IStatement statement, ValueList<KejiDomain.Evidence> evidence) => Check(statement, statement, string.Empty, 0);

        private void Check(IStatement statement, object record, string before, int depth)
        {
            foreach (var member in JsonContract.Of(record.GetType()).Members.Where(m => MemberPath.TryParse(before + m.Name, null, out _)))
            {
                Members++;
                var path = before + member.Name;
                var held = member.Property.Get!.Invoke(record);
                var isThere = held is not (null or IValueList { Count: 0 } or SeriesDimensions { Count: 0 });
                if (!MemberResolver.TryResolve(statement, MemberPath.Parse(path), out var value) || value.IsThere != isThere)
                {
                    Wrong.Add($"{statement.GetType().Name} {path}");
                }

                if (depth < 2 && held is not null and (LocalizedText or Measure or PartyList or NumberedSlogan or PostParty or SourceFile or KejiDomain.Run))
                {
                    Check(statement, held, path + ".", depth + 1);
                }
                else if (depth < 2 && held is IValueList { Count: > 0 } list && list.ItemAt(list.Count - 1) is { } last && last is IStatement or HeldPost or SloganPart or PostParty)
                {
                    Check(statement, last, $"{path}.{list.Count - 1}.", depth + 1);
                }
            }
        }
    }
}
