using System.Collections.Immutable;

namespace Notebooks;

/// <summary>The ways in which the method at the cursor can be called.</summary>
/// <param name="Overloads">Each of them; never empty.</param>
/// <param name="Active">Which of them fits what is written so far.</param>
/// <param name="Argument">Which argument the cursor is in, from 0.</param>
public sealed record Signatures(ImmutableArray<Signature> Overloads, int Active, int Argument);

/// <summary>One way to call a method.</summary>
/// <param name="Text">For instance <c>double Sigmoid(double z)</c>.</param>
/// <param name="Documentation">What its author says of it; may be empty.</param>
/// <param name="Parameters">Its parameters, in order.</param>
public sealed record Signature(string Text, string Documentation, ImmutableArray<SignatureParameter> Parameters);

/// <summary>A parameter of a <see cref="Signature"/>.</summary>
/// <param name="Text">For instance <c>double z</c>: a part of the signature's text.</param>
/// <param name="Name">Its name.</param>
/// <param name="Documentation">What its author says of it; may be empty.</param>
public sealed record SignatureParameter(string Text, string Name, string Documentation);
