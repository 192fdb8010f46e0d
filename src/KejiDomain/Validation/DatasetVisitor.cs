using System.Globalization;
using System.Text;

namespace KejiDomain.Validation;

/// <summary>Walks over every record of a data set once, in the order of the wire, and knows where it is. The other half is generated.</summary>
internal abstract partial class DatasetVisitor
{
    private (string Name, int Index)[] _path = new (string, int)[16];

    private int _depth;

    // Levels of nesting in the JSON of the record: a list and its item are two.
    private int _levels = 1;

    /// <summary>The path of the record or member that is being visited.</summary>
    public string Path => PathOf(_depth);

    protected int Depth => _depth;

    protected void Push(string name, int index = -1)
    {
        if (_depth == _path.Length)
        {
            Array.Resize(ref _path, _depth * 2);
        }

        _path[_depth++] = (name, index);
        _levels += index < 0 ? 1 : 2;
    }

    protected void Pop() => _levels -= _path[--_depth].Index < 0 ? 1 : 2;

    /// <summary>Whether a record that can hold its like lies deeper than the format allows: made in C#, it could lie deeper than the stack does.</summary>
    protected bool IsTooDeep()
    {
        if (_levels <= ReadLimits.DefaultDepth)
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
        for (var i = depth; i < _depth; i++)
        {
            parts.Add(_path[i].Name);
            if (_path[i].Index >= 0)
            {
                parts.Add(_path[i].Index.ToString(CultureInfo.InvariantCulture));
            }
        }

        return string.Join('.', parts);
    }

    protected string PathTo(string member) => $"{Path}.{member}";

    protected void VisitParty(Party party)
    {
        switch (party)
        {
            case ReferredParty referred:
                Refer(referred.To, RecordKind.PartyKinds);
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
            Push(dimension.Dimension.ToString());
            Dimension(dimension);
            Pop();
        }
    }

    /// <summary>Whether texts are visited, and records of nothing but texts.</summary>
    protected bool VisitsTexts { get; init; }

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

    protected void Code<T>(T code, string name, int index = -1)
        where T : struct, ICode<T>
    {
        if (!code.IsKnown && !code.IsEmpty)
        {
            Push(name, index);
            UnknownCode(code.ToString()!, T.CodeList);
            Pop();
        }
    }

    protected virtual void UnknownCode(string code, CodeList list)
    {
    }

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

    private string PathOf(int depth)
    {
        var path = new StringBuilder("$");
        for (var i = 0; i < depth; i++)
        {
            path.Append('.').Append(_path[i].Name);
            if (_path[i].Index >= 0)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{_path[i].Index}]");
            }
        }

        return path.ToString();
    }
}
