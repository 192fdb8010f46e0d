namespace KejiDomain.Tables;

/// <summary>A party with what it is to the record: issuer, recipient, chair.</summary>
internal sealed record PlacedParty(string Role, int No, Party Party, PartyList? List);

/// <summary>A post of a title, a title without posts, or a person without a title.</summary>
internal sealed record Officer(PersonId Person, LocalizedText? Name, Appointment? Appointment, HeldPost? Post, int? No);

/// <summary>One figure of a rule, or the rule itself where it has none.</summary>
internal sealed record RuleTerm(Rule Rule, string? Term, Measure? Measure, int? BracketNo, RuleBracket? Bracket);

/// <summary>A part of a slogan with its place in it.</summary>
internal sealed record PlacedSloganPart(NumberedSlogan Slogan, SloganPart Part, int No);

/// <summary>One item of evidence with its number.</summary>
internal sealed record PlacedEvidence(Evidence Evidence, int No);
