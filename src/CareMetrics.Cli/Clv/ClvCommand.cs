using System.CommandLine;

namespace CareMetrics.Cli;

/// <summary>What a customer is worth over the time they stay, at constant retention or as cohorts show it.</summary>
internal static class ClvCommand
{
    public static Command Make(Host host)
    {
        var clv = new ClvOptions();
        var output = new OutputOptions("one flat row a measure");
        var command = new ToolCommand("clv", "What a customer is worth over their lifetime, what a save is worth, and how many of a cohort will stay.", new CommandHelp
        {
            Usage = "caremetrics clv FILE... [options], or caremetrics clv --margin AMOUNT --retention RATE --discount RATE [options]",
            About =
            [
                "At constant retention r, discount d and growth g, each period leaves r(1 + g)/(1 + d) of the value of the one before. A save is worth the difference of two "
                + "lifetime values, not the whole of one.",
                "Of cohorts, the shifted-beta-geometric model (Fader and Hardie 2007) is fitted: customers differ, so retention rises with age.",
                "A rate is of a period, as 0.1 or 10%, or of a named length, as 10%/year or 1%/month; --period then says how long a period is.",
            ],
            Groups = [.. clv.Groups, output.Group],
            Notes =
            [
                new("Columns of a file of cohorts",
                [
                    ("period, then a column each", "period 0 is the start, with all customers of the cohort; a cell is how many are left, blank where the period is not over"),
                    ("cohort, period, survivors", "the same in rows; a single cohort needs no cohort column"),
                    ("", $"Names of the period: {string.Join(", ", CohortNames.Period)}. A column named for a length of time says how long a period is."),
                    ("", $"Names of survivors: {string.Join(", ", CohortNames.Survivors)}; of cohorts: {string.Join(", ", CohortNames.Cohort)}."),
                ]),
                new("Columns of json and csv",
                [
                    ("measure", "lifetime-value, save-uplift, save-referrals, save-value, save-overstatement; survivors, alpha, beta, their standard errors and covariance, "
                        + "log-likelihood, mean-churn, polarization, observed- and projected-survival and -retention, discounted-lifetime, residual-lifetime"),
                    ("group, timing, period", "raver, ranter or the cohort; now, renewal, end or renewal-due; the period of a cohort"),
                    ("value, lower, upper", "unrounded; none where the method says why"),
                    ("unit, level", "the currency or money, margins, fraction, ratio, customers; the level of the interval"),
                    ("method, definition", "how it was made, in words"),
                ]),
                HelpAction.ExitCodes,
            ],
            Examples =
            [
                ("A customer at constant retention, by all three timings", "caremetrics clv --margin 100 --retention 85% --discount 10%"),
                ("What it is worth that a ranter became a raver", "caremetrics clv --margin 100 --retention 85% --ranter-retention 60% --discount 10% --timing renewal"),
                ("Margins of a month, rates of a year", "caremetrics clv --margin 8 --period month --retention 85%/year --discount 10%/year"),
                ("How many of the cohorts will stay, and what they are worth", "caremetrics clv cohorts.csv --discount 10%/year --margin 100 --project 12"),
            ],
        });
        command.Arguments.Add(clv.Files);
        command.AddOptions();
        command.SetAction(parsed =>
        {
            OutputFormat format = output.Format(parsed);
            if (!clv.HasFiles(parsed))
            {
                ClvTerms terms = clv.Terms(parsed);
                IReadOnlyList<ClvValue> values = terms.Values();
                Delivery.Write(host, output.File(parsed, []), format, () => ClvRows.Of(terms, values), _ => new ClvSections(terms, values).All());
                return CommandLine.Done;
            }

            CohortQuestions questions = clv.Questions(parsed);
            CohortQuery query = clv.Query(parsed);
            OutputFile? file = output.File(parsed, query.Files);
            var read = new ReadProgress();
            CohortTable table = Reading.Watch(
                host, () => CohortReader.Read(query, host.OpenInput, read, host.Interruption.Token), wait => ProgressBar.Show(host, read, wait));
            var found = CohortFindings.Of(table, questions, query.Files);
            Delivery.Write(host, file, format, () => ClvRows.Of(found), width => new CohortSections(found, width).All(), cautions: found.Cautions);
            return CommandLine.Done;
        });
        return command;
    }
}
