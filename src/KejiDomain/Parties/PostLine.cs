using System.Text.Json.Serialization;

namespace KejiDomain;

/// <summary>The line that a post is on (条线).</summary>
[JsonConverter(typeof(PostLineJsonConverter))]
public enum PostLine
{
    /// <summary>The party (党委).</summary>
    Party = 0,

    /// <summary>The government (政府).</summary>
    Government = 1,

    /// <summary>Neither (其他): congress, firms, universities, media.</summary>
    Other = 2,
}
