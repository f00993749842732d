#!/bin/sh
# The nightly job, as docs/guide-pipeline.md tells it: numbers for machines, a page for people, and an alarm that is not noise.
#   sh nightly.sh ANSWERS.csv FOLDER [TARGET]
# Ends with 0 (all is well), 3 (worse than the quarter before, or below the target, by more than chance), or the exit code of
# caremetrics (1 the data, 2 the command).
set -eu
answers=$1
folder=$2
target=${3:-10}
alarm=0
mkdir -p "$folder"

# Runs the tool. What it cannot do it says in one line, and leaves the file of last night as it was; what it warns of is passed on.
care() {
    status=0
    caremetrics "$@" 2>"$folder/said.txt" || status=$?
    cat "$folder/said.txt" >&2
    case $status in
        0) ;;
        3) alarm=3 ;; # --fail-on found what it looks for; the comparison was written
        *)
            echo "nightly: caremetrics $1 ended with $status; the file of last night stays" >&2
            exit "$status"
            ;;
    esac
}

# Every command counts all answers, for compare knows no other way: one definition for the score, the change and the alarm.
# For machines: unrounded, one flat row a quarter or a group, each with its definition.
care nps "$answers" --every quarter --format csv --output "$folder/quarters.csv"
care nps "$answers" --by channel --every quarter --format json --output "$folder/channels.json"

# For people.
care report "$answers" --format markdown --output "$folder/report.md"

# The last quarter, its columns found by name. The definition alone may hold commas, and it is the last.
last=$(awk -F, '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i }
    $at["measure"] == "nps" && $at["period"] ~ /^[0-9]/ { row = $at["period"] " " $at["value"] " " $at["lower"] " " $at["upper"] " " $at["answered"] }
    END { print row }' "$folder/quarters.csv")
echo "$last" | awk '{ printf "%s: NPS %.0f (%.0f to %.0f), %d answers\n", $1, $2, $3, $4, $5 }'

# Against the quarter before: only a verdict is an alarm, and an unfinished quarter has none.
if [ -n "$last" ]; then
    care compare "$answers" --score score --period "${last%% *}" --direction higher --fail-on worsened --output "$folder/change.txt"
    head -n 1 "$folder/change.txt"
fi

# Below the target only where the whole interval is: a score that is below it may be chance.
if echo "$last" | awk -v target="$target" '{ exit !(NF == 5 && $4 < target) }'; then
    echo "below the target of $target by more than chance"
    alarm=3
fi

exit "$alarm"
