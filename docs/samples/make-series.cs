#:property PublishAot=false

// Writes docs/samples/escalations.csv: cases a month and how many of them were escalated. Run from the repository root: dotnet run docs/samples/make-series.cs
using System.Globalization;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
const int Months = 30;
var random = new Random(7);
using var file = new StreamWriter("docs/samples/escalations.csv") { NewLine = "\n" };
file.WriteLine("month,cases,escalated");
for (int i = 0; i < Months; i++)
{
    // From July 2025 on a new provider takes the calls, and three in ten are escalated in place of two.
    DateOnly month = new DateOnly(2024, 1, 1).AddMonths(i);
    int cases = 4000 + random.Next(-600, 600);
    double share = (i < 18 ? 0.20 : 0.30) + 0.03 * (random.NextDouble() + random.NextDouble() - 1);
    int escalated = (int)Math.Round(cases * share);

    // The export of that month was lost.
    if (month != new DateOnly(2025, 2, 1))
    {
        file.WriteLine($"{month:yyyy-MM},{cases},{escalated}");
    }
}
