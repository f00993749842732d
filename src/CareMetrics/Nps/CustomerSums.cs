using System.Numerics;

namespace CareMetrics.Nps;

/// <summary>What must hold of sums over customers, each of whom has whole numbers of answers.</summary>
/// <remarks>
/// With s a customer's promoter answers minus detractor answers and m all answers: m is 1 or more, s whole and from −m to m, and over all customers m sums to
/// n, s to S. So s² ≥ |s|, m(m ± s) ≥ m ± s, (m − s)(m + s) ≥ the passive answers, and of the others at most 2(m − 1) cancel out. Nobody has more than
/// n − G + 1 answers, G being the customers. About the mean the inequality of Cauchy and Schwarz holds, and a square is odd where its root is.
/// All of it holds of the sum of two where it holds of both.
/// </remarks>
internal static class CustomerSums
{
    private const string Scores = "sumOfSquaredScores";
    private const string Products = "sumOfScoresTimesAnswers";
    private const string Squares = "sumOfSquaredAnswers";

    /// <summary>Throws where no customers can have these sums.</summary>
    internal static void Require(NpsTally answers, long customers, long scores, long products, long squares)
    {
        Errors.RequireCount(customers, nameof(customers));
        Errors.RequireCount(scores, Scores);
        Errors.RequireCount(squares, Squares);
        long n = answers.Answered;
        long s = answers.Promoters - answers.Detractors;
        if (customers > n || (customers == 0) != (n == 0))
        {
            throw Errors.Customers(customers, n);
        }

        if (customers == 0)
        {
            Within(Scores, scores, customers, 0, 0);
            Within(Products, products, customers, 0, 0);
            Within(Squares, squares, customers, 0, 0);
            return;
        }

        // Everyone's first answer aside; and what the detractors' side and the promoters' add up to, m − s and m + s of each.
        BigInteger more = n - customers;
        BigInteger most = more + 1;
        (BigInteger down, BigInteger up) = ((BigInteger)n - s, (BigInteger)n + s);
        (BigInteger detractors, BigInteger passives, BigInteger promoters) = (answers.Detractors, answers.Passives, answers.Promoters);
        Within(Squares, squares, customers, Largest(n, Above((BigInteger)n * n, customers)), more * most + n, isOdd: n % 2 != 0);
        Within(
            Scores,
            scores,
            customers,
            Largest(
                Math.Abs(s),
                Above((BigInteger)s * s, customers),
                detractors + promoters - 2 * more,
                squares - up * Smallest(2 * detractors + passives, 2 * most),
                squares - down * Smallest(2 * promoters + passives, 2 * most)),
            customers == 1 ? (BigInteger)s * s : Smallest(squares - passives, promoters * promoters + detractors * detractors),
            isOdd: s % 2 != 0);
        BigInteger root = Root(((BigInteger)customers * scores - (BigInteger)s * s) * ((BigInteger)customers * squares - (BigInteger)n * n));
        Within(
            Products,
            products,
            customers,
            Largest(Above((BigInteger)s * n - root, customers), up - squares, -detractors * most, squares - down * most),
            Smallest(-Above(-((BigInteger)s * n) - root, customers), squares - down, promoters * most, up * most - squares),
            isOdd: answers.Passives == 0 ? n % 2 != 0 : null);
    }

    private static void Within(string parameter, long value, long customers, BigInteger least, BigInteger most, bool? isOdd = null)
    {
        if (value < least || value > most || (isOdd is { } odd && value % 2 != 0 != odd))
        {
            throw Errors.CustomerSum(parameter, value, customers, least, most, isOdd);
        }
    }

    private static BigInteger Largest(params ReadOnlySpan<BigInteger> values)
    {
        BigInteger largest = values[0];
        foreach (BigInteger value in values)
        {
            largest = BigInteger.Max(largest, value);
        }

        return largest;
    }

    private static BigInteger Smallest(params ReadOnlySpan<BigInteger> values)
    {
        BigInteger smallest = values[0];
        foreach (BigInteger value in values)
        {
            smallest = BigInteger.Min(smallest, value);
        }

        return smallest;
    }

    /// <summary>The quotient, rounded up.</summary>
    private static BigInteger Above(BigInteger dividend, BigInteger divisor)
    {
        BigInteger quotient = BigInteger.DivRem(dividend, divisor, out BigInteger remainder);
        return remainder.Sign > 0 ? quotient + 1 : quotient;
    }

    /// <summary>The whole part of a square root, by Newton.</summary>
    private static BigInteger Root(BigInteger square)
    {
        if (square.IsZero)
        {
            return square;
        }

        BigInteger root = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            BigInteger next = (root + square / root) / 2;
            if (next >= root)
            {
                return root;
            }

            root = next;
        }
    }
}
