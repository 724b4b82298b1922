using System.Globalization;

namespace Perceptron.Figures.Tests;

/// <summary>How colours look: contrast by WCAG 2, difference by CIEDE2000, and dichromats' vision by Machado, Oliveira and Fernandes (2009) at full severity.</summary>
static class Vision
{
    internal static readonly double[][] Normal = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
    internal static readonly double[][] Protanopia = [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]];
    internal static readonly double[][] Deuteranopia = [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]];
    internal static readonly double[][] Tritanopia = [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]];

    internal static readonly double[][][] All = [Normal, Protanopia, Deuteranopia, Tritanopia];

    /// <summary>Linear red, green and blue of "rgba(r, g, b, a)" or "#rrggbb".</summary>
    internal static double[] Linear(string color) =>
        [.. Rgb(color).Select(c => c / 255.0).Select(c => c <= 0.04045 ? c / 12.92 : Math.Pow((c + 0.055) / 1.055, 2.4))];

    /// <summary>The colour that is seen where one of this opacity lies over another.</summary>
    internal static string Over(string color, double opacity, string background)
    {
        var (above, below) = (Rgb(color), Rgb(background));
        return "#" + string.Concat(above.Zip(below, (a, b) => ((int)Math.Round(opacity * a + (1 - opacity) * b)).ToString("x2", CultureInfo.InvariantCulture)));
    }

    static int[] Rgb(string color) => color[0] == '#'
        ? [.. new[] { 1, 3, 5 }.Select(i => int.Parse(color.AsSpan(i, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture))]
        : [.. color[(color.IndexOf('(') + 1)..].Split(',').Take(3).Select(n => int.Parse(n, CultureInfo.InvariantCulture))];

    internal static double Contrast(string one, string other)
    {
        double Luminance(string color) => Linear(color) is var c ? 0.2126 * c[0] + 0.7152 * c[1] + 0.0722 * c[2] : 0;
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    internal static double Difference(string one, string other, double[][] vision) => Ciede2000(Lab(Seen(one, vision)), Lab(Seen(other, vision)));

    static double[] Seen(string color, double[][] vision) =>
        Linear(color) is var c ? [.. vision.Select(row => Math.Clamp(row[0] * c[0] + row[1] * c[1] + row[2] * c[2], 0, 1))] : [];

    static (double L, double A, double B) Lab(double[] rgb)
    {
        static double F(double t) => t > 216.0 / 24389 ? Math.Cbrt(t) : (24389.0 / 27 * t + 16) / 116;
        var x = F((0.4124564 * rgb[0] + 0.3575761 * rgb[1] + 0.1804375 * rgb[2]) / 0.95047);
        var y = F(0.2126729 * rgb[0] + 0.7151522 * rgb[1] + 0.0721750 * rgb[2]);
        var z = F((0.0193339 * rgb[0] + 0.1191920 * rgb[1] + 0.9503041 * rgb[2]) / 1.08883);
        return (116 * y - 16, 500 * (x - y), 200 * (y - z));
    }

    internal static double Ciede2000((double L, double A, double B) one, (double L, double A, double B) other)
    {
        static double Degrees(double r) => r * 180 / Math.PI;
        static double Radians(double d) => d * Math.PI / 180;
        static double Hue(double b, double a) => a == 0 && b == 0 ? 0 : (Degrees(Math.Atan2(b, a)) + 360) % 360;

        var mean = (Math.Sqrt(one.A * one.A + one.B * one.B) + Math.Sqrt(other.A * other.A + other.B * other.B)) / 2;
        var g = 0.5 * (1 - Math.Sqrt(Math.Pow(mean, 7) / (Math.Pow(mean, 7) + Math.Pow(25, 7))));
        var (a1, a2) = ((1 + g) * one.A, (1 + g) * other.A);
        var (c1, c2) = (Math.Sqrt(a1 * a1 + one.B * one.B), Math.Sqrt(a2 * a2 + other.B * other.B));
        var (h1, h2) = (Hue(one.B, a1), Hue(other.B, a2));
        var turn = c1 * c2 == 0 ? 0 : h2 - h1 > 180 ? h2 - h1 - 360 : h2 - h1 < -180 ? h2 - h1 + 360 : h2 - h1;
        var (dl, dc, dh) = (other.L - one.L, c2 - c1, 2 * Math.Sqrt(c1 * c2) * Math.Sin(Radians(turn / 2)));
        var (l, c) = ((one.L + other.L) / 2, (c1 + c2) / 2);
        var h = c1 * c2 == 0 ? h1 + h2 : Math.Abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : h1 + h2 < 360 ? (h1 + h2 + 360) / 2 : (h1 + h2 - 360) / 2;
        var t = 1 - 0.17 * Math.Cos(Radians(h - 30)) + 0.24 * Math.Cos(Radians(2 * h)) + 0.32 * Math.Cos(Radians(3 * h + 6)) - 0.20 * Math.Cos(Radians(4 * h - 63));
        var rc = 2 * Math.Sqrt(Math.Pow(c, 7) / (Math.Pow(c, 7) + Math.Pow(25, 7)));
        var rt = -Math.Sin(Radians(2 * 30 * Math.Exp(-Math.Pow((h - 275) / 25, 2)))) * rc;
        var (sl, sc, sh) = (1 + 0.015 * (l - 50) * (l - 50) / Math.Sqrt(20 + (l - 50) * (l - 50)), 1 + 0.045 * c, 1 + 0.015 * c * t);
        var (x, y, z) = (dl / sl, dc / sc, dh / sh);
        return Math.Sqrt(x * x + y * y + z * z + rt * y * z);
    }
}
