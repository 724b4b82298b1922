namespace Perceptron.Figures;

/// <summary>A picture that changes, moment by moment.</summary>
/// <param name="Picture">What stays: its title and its panels, whose marks are those of the first moment.</param>
/// <param name="Prefix">What stands before a moment's label, as in "after ".</param>
/// <param name="Suffix">What stands behind it, as in " updates".</param>
/// <param name="Stills">The moments in their order.</param>
/// <param name="Room">Pixels for what is not a panel.</param>
sealed record Film(Picture Picture, string Prefix, string Suffix, Still[] Stills, Room Room);

/// <summary>Pixels above the panels, for the title and the first heading, and below them, for axis, controls and legend; on a narrow page the legend has more rows.</summary>
readonly record struct Room(int Above, int Below, int NarrowBelow);

/// <summary>One moment of a film.</summary>
/// <param name="Label">Its short name, different from every other.</param>
/// <param name="Spoken">What is seen at it, for the ear.</param>
/// <param name="Marks">For each panel its marks, back to front: at every moment as many, of the same kinds and names. What is gone for the moment has no points.</param>
sealed record Still(string Label, string Spoken, Mark[][] Marks);
