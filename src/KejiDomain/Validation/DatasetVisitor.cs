using System.Globalization;
using System.Text;

namespace KejiDomain.Validation;

/// <summary>Walks over every record of a data set once, in the order of the wire, and knows where it is. The other half is generated.</summary>
internal abstract partial class DatasetVisitor
{
    private Step[] _path = new Step[16];

    private int _depth;

    /// <summary>The path of the record or member that is being visited.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder("$");
            foreach (var (member, index) in _path.AsSpan(0, _depth))
            {
                path.Append('.').Append(NameOf(member));
                if (index >= 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"[{index}]");
                }
            }

            return path.ToString();
        }
    }

    protected int Depth => _depth;

    protected void Push(Member member, int index = -1)
    {
        if (_depth == _path.Length)
        {
            Array.Resize(ref _path, _depth * 2);
        }

        _path[_depth++] = new(member, index);
    }

    protected void Pop() => _depth--;

    /// <summary>Whether a record that can hold its like lies deeper than the format allows: made in C#, it could lie deeper than the stack does.</summary>
    protected bool IsTooDeep()
    {
        // A list and its item are two levels of the JSON.
        if (2 * _depth < ReadLimits.DefaultDepth)
        {
            return false;
        }

        var levels = 1;
        foreach (var (_, index) in _path.AsSpan(0, _depth))
        {
            levels += index < 0 ? 1 : 2;
        }

        if (levels <= ReadLimits.DefaultDepth)
        {
            return false;
        }

        TooDeep();
        return true;
    }

    /// <summary>The member being visited, as evidence of the record at a depth names it.</summary>
    protected string MemberFrom(int depth)
    {
        var parts = new List<string>();
        foreach (var (member, index) in _path.AsSpan(depth, _depth - depth))
        {
            parts.Add(NameOf(member));
            if (index >= 0)
            {
                parts.Add(index.ToString(CultureInfo.InvariantCulture));
            }
        }

        return string.Join('.', parts);
    }

    protected string PathTo(string member) => $"{Path}.{member}";

    protected void VisitParty(Party party, RecordKind allowed = RecordKind.PartyKinds)
    {
        switch (party)
        {
            case ReferredParty referred:
                Refer(referred.To, allowed);
                break;
            case PostParty post:
                Visit(post);
                break;
            case GroupParty group:
                Visit(group);
                break;
            default:
                break;
        }
    }

    protected void Dimensions(SeriesDimensions dimensions)
    {
        foreach (var dimension in dimensions)
        {
            Dimension(dimension);
        }
    }

    /// <summary>Whether texts are visited, and records of nothing but texts.</summary>
    protected bool VisitsTexts { get; set; }

    /// <summary>Called before <see cref="Enter(object)"/> for what has evidence.</summary>
    protected virtual void EnterStatement(IStatement statement, ValueList<Evidence> evidence)
    {
    }

    protected virtual void LeaveStatement()
    {
    }

    protected virtual void Enter(object record)
    {
    }

    // The records that rules look at by themselves, so that none need be asked what it is.
    protected virtual void Enter(Source record) => Enter((object)record);

    protected virtual void Enter(DamagePattern record) => Enter((object)record);

    protected virtual void Enter(Claim record) => Enter((object)record);

    protected virtual void Enter(PolicyProgram record) => Enter((object)record);

    protected virtual void Enter(OutlineNode record) => Enter((object)record);

    protected virtual void Enter(Observation record) => Enter((object)record);

    protected virtual void Enter(Rule record) => Enter((object)record);

    protected virtual void Enter(ExternalIdentifier record) => Enter((object)record);

    protected virtual void Enter(PartyList record) => Enter((object)record);

    protected virtual void Enter(PostParty record) => Enter((object)record);

    protected virtual void Enter(Appointment record) => Enter((object)record);

    protected virtual void Leave(PolicyProgram record)
    {
    }

    protected virtual void Leave(OutlineNode record)
    {
    }

    protected virtual void TooDeep()
    {
    }

    protected virtual void Enter(in Measure record)
    {
    }

    protected virtual void Text(string text)
    {
    }

    protected void Code<T>(T code, Member member, int index = -1)
        where T : struct, ICode<T>
    {
        if (!code.IsKnown && !code.IsEmpty)
        {
            Push(member, index);
            UnknownCode(code.ToString()!, T.CodeList);
            Pop();
        }
    }

    protected virtual void UnknownCode(string code, CodeList list)
    {
    }

    /// <summary>A dimension of the map that is being visited, which says itself what it is of.</summary>
    protected virtual void Dimension(DimensionValue dimension)
    {
    }

    protected virtual void Refer(Reference to, RecordKind allowed)
    {
    }

    protected virtual void Refer(SourceId to, RecordKind allowed)
    {
    }

    protected virtual void Cite(Citation citation)
    {
    }

    protected virtual void Period(ReportingPeriod period)
    {
    }

    // A part of the path: a member, and the place of an item where it is a list.
    private readonly record struct Step(Member Member, int Index);
}
