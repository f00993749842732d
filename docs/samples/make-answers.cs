#:property PublishAot=false
// Makes answers.csv and answers-tallied.csv; README.md beside this file says what is planted in them.
//   dotnet run docs/samples/make-answers.cs                            both files again, here
//   dotnet run docs/samples/make-answers.cs -- a.csv              the same bytes in a.csv and a-tallied.csv
//   dotnet run docs/samples/make-answers.cs -- 1000000 big.csv    a larger world of the same kind
// Rows are written as they are drawn, in order of time; memory holds the customers only, some 15 bytes a row.
using System.Globalization;
using System.Text;
using System.Text.Unicode;

bool counted = long.TryParse(args.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out long rows);
rows = counted ? rows : Plan.Rows;
string[] paths = args[(counted ? 1 : 0)..];
string? given = paths.FirstOrDefault();
if (paths.Length > 1 || rows is < 1 or > Plan.MostRows || (given is null && rows != Plan.Rows))
{
    Console.Error.WriteLine($"usage: make-answers.cs -- [rows, 1 to {Plan.MostRows}] [path to write]; another number of rows needs a path");
    return 2;
}
string path = given ?? Path.Combine((string?)AppContext.GetData("EntryPointFileDirectoryPath") ?? ".", "answers.csv");

var world = new World(rows, Plan.Seed);
// Who belongs to the programme is known only after a customer's first answer, yet stands in every row: a dry run finds out.
world.Run(static (in Row _) => { });

var tally = new long[5, 4, 4];
var line = new byte[256];
using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, 1 << 16))
{
    file.Write("answered_at,customer_id,channel,contact_kind,resolved,agent,programme,value,score\n"u8);
    world.Run((in Row row) =>
    {
        file.Write(line, 0, row.WriteTo(line));
        tally[row.Quarter, row.Channel, row.Category]++;
    });
}

var text = new StringBuilder("group,period,detractors,passives,promoters,missing\n");
for (int quarter = 0; quarter < 5; quarter++)
    for (int channel = 0; channel < 4; channel++)
        text.Append(CultureInfo.InvariantCulture, $"{Plan.Channels[channel]},{2025 + quarter / 4}-Q{quarter % 4 + 1},")
            .Append(CultureInfo.InvariantCulture, $"{tally[quarter, channel, 0]},{tally[quarter, channel, 1]},")
            .Append(CultureInfo.InvariantCulture, $"{tally[quarter, channel, 2]},{tally[quarter, channel, 3]}\n");
string tallied = Path.Combine(Path.GetDirectoryName(path) ?? "", Path.GetFileNameWithoutExtension(path) + "-tallied.csv");
File.WriteAllText(tallied, text.ToString(), new UTF8Encoding(false));
return 0;

/// <summary>Everything that is planted.</summary>
static class Plan
{
    public const ulong Seed = 13577;
    public const long Rows = 5100, MostRows = 1_000_000_000;
    public const double RowsPerCustomer = 2.62;

    public static readonly DateTime Start = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime End = new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime ShiftBegins = new(2025, 10, 1, 0, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime CareDone = new(2025, 10, 15, 0, 0, 0, DateTimeKind.Utc);
    public static readonly DateTime Improvement = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static readonly string[] Channels = ["chat", "email", "phone", "store"];
    public static readonly double[] ChannelShare = [0.16, 0.22, 0.50, 0.12], ChannelEffect = [1.0, 0.2, 0.0, 0.5];
    public const int Chat = 0, Phone = 2;
    public const double PhoneToChat = 0.24;

    public static readonly string[] Kinds = ["billing", "delivery", "technical", "account"];
    public static readonly double[] KindShare = [0.30, 0.25, 0.30, 0.15], KindResolved = [0.86, 0.78, 0.70, 0.88];
    public const double Unresolved = -1.6;

    public const double Level = 7.97, ImprovementEffect = 0.12, MoodSd = 1.9, NoiseSd = 1.7;

    public const int Agents = 24;
    public const double Missing = 0.043, MissingWhenBegged = 0.005;

    public const double Care = 0.60, WonOver = 0.18, Reachable = 0.85, Redirected = 0.9;

    public const double ContactsSigma = 0.80;
    public const double ValueMedian = 180, ValueSigma = 0.8;
    public const double SameInstant = 0.003, RecentAgain = 0.08, RecentDays = 8;

    /// <summary>The chance that an agent turns a score of 5 to 9 into a 10.</summary>
    public static double Begging(int agent) => agent switch { 7 => 0.60, 19 => 0.40, _ => 0 };
}

enum Programme : byte { None, Care, Control }

/// <summary>One contact; a score of null was asked for and not given.</summary>
readonly record struct Row(
    DateTime At, int Customer, int Channel, int Kind, bool Resolved, int Agent, Programme Programme, long Cents, int? Score)
{
    public int Quarter => (At.Year - 2025) * 4 + (At.Month - 1) / 3;

    public int Category => Score switch { null => 3, <= 6 => 0, <= 8 => 1, _ => 2 };

    public int WriteTo(Span<byte> line)
    {
        string programme = Programme switch { Programme.Care => "care", Programme.Control => "control", _ => "" };
        bool fits = Utf8.TryWrite(line, CultureInfo.InvariantCulture,
            $"{At:yyyy-MM-ddTHH:mm:ssZ},C{Customer:D5},{Plan.Channels[Channel]},{Plan.Kinds[Kind]},{(Resolved ? "yes" : "no")},A{Agent:D2},{programme},{Cents / 100}.{Cents % 100:D2},{Score}\n",
            out int bytes);
        return fits ? bytes : throw new InvalidOperationException("A row is longer than its line.");
    }
}

delegate void Visit(in Row row);

struct Customer
{
    public double Mood;
    public long Cents;
    public Programme Programme;
    public bool CareIfRanter, WonOverIfCare, Reachable;
    public bool HasAnswered, IsRanter, SeenAgain;
}

/// <summary>Customers with moods, and the contacts they have; a run gives the same rows each time.</summary>
sealed class World
{
    private readonly long _rows;
    private readonly ulong _seed;
    private readonly Customer[] _customers;
    private readonly double[] _weightUpTo;
    private readonly OpeningHours _hours = new();

    public World(long rows, ulong seed)
    {
        _rows = rows;
        _seed = seed;
        _customers = new Customer[Math.Max(1, (int)(rows / Plan.RowsPerCustomer))];
        _weightUpTo = new double[_customers.Length];
        var random = new SplitMix64(seed);
        double weight = 0;
        for (int i = 0; i < _customers.Length; i++)
        {
            ref Customer customer = ref _customers[i];
            customer.Mood = Plan.MoodSd * random.NextNormal();
            _weightUpTo[i] = weight += Math.Exp(Plan.ContactsSigma * random.NextNormal());
            customer.Cents = Math.Max(1, (long)Math.Floor(100 * Plan.ValueMedian * Math.Exp(Plan.ValueSigma * random.NextNormal()) + 0.5));
            customer.CareIfRanter = random.NextChance(Plan.Care);
            customer.WonOverIfCare = random.NextChance(Plan.WonOver);
            customer.Reachable = random.NextChance(Plan.Reachable);
        }
    }

    public void Run(Visit visit)
    {
        var random = new SplitMix64(~_seed);
        for (int i = 0; i < _customers.Length; i++)
            _customers[i].HasAnswered = _customers[i].IsRanter = _customers[i].SeenAgain = false;
        var recent = new int[Math.Max(1, (int)(_rows * Plan.RecentDays / (Plan.End - Plan.Start).TotalDays))];
        Queue<int>? toAskAgain = null;
        DateTime at = default;
        int who = -1;
        for (long i = 0; i < _rows; i++)
        {
            if (i == 0 || !random.NextChance(Plan.SameInstant))
            {
                at = _hours.At((i + random.NextUnit()) / _rows);
                if (at >= Plan.CareDone)
                    toAskAgain ??= RantersInRandomOrder(ref random);
                who = i >= recent.Length && random.NextChance(Plan.RecentAgain)
                    ? recent[(int)(random.NextUnit() * recent.Length)]
                    : Pick(random.NextUnit());
                if (toAskAgain is not null && _customers[who].IsRanter && random.NextChance(Plan.Redirected))
                    who = InsteadOf(who, toAskAgain, ref random);
            }
            recent[(int)(i % recent.Length)] = who;
            visit(Contact(at, who, ref random));
        }
    }

    private Row Contact(DateTime at, int who, ref SplitMix64 random)
    {
        ref Customer customer = ref _customers[who];
        double shifted = Plan.PhoneToChat * Math.Max(0, (at - Plan.ShiftBegins) / (Plan.End - Plan.ShiftBegins));
        int channel = Choose(Plan.ChannelShare, random.NextUnit());
        if (channel == Plan.Phone && random.NextChance(shifted / Plan.ChannelShare[Plan.Phone]))
            channel = Plan.Chat;
        int kind = Choose(Plan.KindShare, random.NextUnit());
        bool resolved = random.NextChance(Plan.KindResolved[kind]);
        int agent = 1 + (int)(random.NextUnit() * Plan.Agents);

        double mood = Plan.Level + customer.Mood + Plan.ChannelEffect[channel]
            + (resolved ? 0 : Plan.Unresolved)
            + (at >= Plan.Improvement ? Plan.ImprovementEffect : 0)
            + Plan.NoiseSd * random.NextNormal();
        int score = (int)Math.Clamp(Math.Floor(mood + 0.5), 0, 10);
        double rave = random.NextUnit(), beg = random.NextUnit(), missing = random.NextUnit();
        if (at >= Plan.CareDone && customer.IsRanter && customer.CareIfRanter && customer.WonOverIfCare)
            score = rave < 0.5 ? 9 : 10;
        double begging = Plan.Begging(agent);
        if (score is >= 5 and <= 9 && beg < begging)
            score = 10;
        bool answered = missing >= (begging > 0 ? Plan.MissingWhenBegged : Plan.Missing);

        if (answered && !customer.HasAnswered)
        {
            customer.HasAnswered = true;
            customer.IsRanter = score <= 6 && at < Plan.ShiftBegins;
            if (customer.IsRanter)
                customer.Programme = customer.CareIfRanter ? Programme.Care : Programme.Control;
        }
        customer.SeenAgain |= answered && at >= Plan.CareDone;
        return new Row(at, who + 1, channel, kind, resolved, agent, customer.Programme, customer.Cents, answered ? score : null);
    }

    private Queue<int> RantersInRandomOrder(ref SplitMix64 random)
    {
        var order = new List<int>();
        for (int i = 0; i < _customers.Length; i++)
        {
            if (!_customers[i].IsRanter || !_customers[i].Reachable)
                continue;
            order.Add(i);
            int j = (int)(random.NextUnit() * order.Count);
            (order[^1], order[j]) = (order[j], order[^1]);
        }
        return new Queue<int>(order);
    }

    // Ranters seen again, and those who cannot be reached, give their contacts to ranters not yet seen again:
    // so most are re-observed in either arm, and yet ranters as a whole come no more often than other customers.
    private int InsteadOf(int ranter, Queue<int> toAskAgain, ref SplitMix64 random)
    {
        if (_customers[ranter].Reachable && !_customers[ranter].SeenAgain)
            return ranter;
        while (toAskAgain.TryDequeue(out int who))
            if (!_customers[who].SeenAgain)
                return who;
        return _customers[ranter].Reachable ? ranter : Pick(random.NextUnit());
    }

    private int Pick(double unit)
    {
        int i = Array.BinarySearch(_weightUpTo, unit * _weightUpTo[^1]);
        return i < 0 ? ~i : i + 1;
    }

    private static int Choose(double[] shares, double unit)
    {
        int i = 0;
        while (i < shares.Length - 1 && unit >= shares[i])
            unit -= shares[i++];
        return i;
    }
}

/// <summary>Contacts come evenly over the opening hours, in UTC: 08:00 to 20:00, at weekends 10:00 to 16:00.</summary>
sealed class OpeningHours
{
    private readonly long[] _openBefore;

    public OpeningHours()
    {
        _openBefore = new long[(Plan.End - Plan.Start).Days + 1];
        for (int day = 0; day < _openBefore.Length - 1; day++)
            _openBefore[day + 1] = _openBefore[day] + (IsWeekend(day) ? 6 : 12) * 3600;
    }

    public DateTime At(double share)
    {
        long second = Math.Min((long)(share * _openBefore[^1]), _openBefore[^1] - 1);
        int found = Array.BinarySearch(_openBefore, second), day = found < 0 ? ~found - 1 : found;
        return Plan.Start.AddDays(day).AddHours(IsWeekend(day) ? 10 : 8).AddSeconds(second - _openBefore[day]);
    }

    private static bool IsWeekend(int day) => Plan.Start.AddDays(day).DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}

/// <summary>Steele, Lea and Flood's generator (2014), so that the bytes do not hang on a runtime's own.</summary>
struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    public ulong Next()
    {
        unchecked
        {
            ulong z = _state += 0x9E3779B97F4A7C15;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
            return z ^ (z >> 31);
        }
    }

    /// <summary>Evenly from 0 up to, not including, 1.</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    public bool NextChance(double chance) => NextUnit() < chance;

    /// <summary>Standard normal, by Box and Muller (1958).</summary>
    public double NextNormal()
    {
        double radius = Math.Sqrt(-2 * Math.Log(1 - NextUnit()));
        return radius * Math.Cos(2 * Math.PI * NextUnit());
    }
}
