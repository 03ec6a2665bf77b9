"""Scores random tables by the rules of docs/rules.md with exact fractions.

Written from the rules, not from src/: the other half of tests/differential/differential.test.ts.
Usage: score_tables.py SEED COUNT. Prints one JSON table a line, with its expected scores.
"""

import json
import random
import sys
from datetime import date, timedelta
from fractions import Fraction

UNSCORED = "unscored"
PROFILE_CHOICES = {
    "negativeRule": ["ratio", "deviation"],
    "passLine": [None, {"rate": 0.6, "scale": "plain"}, {"rate": 0.6, "scale": "rescaled"}],
    "satisfactionRule": ["ratio", "steps"],
    "budgetExecutionRule": ["ratio", "steps"],
    "lateRule": ["zero", "pro-rata"],
    "automaticReduction": [None, None, 2],
    "caps": [False, False, True],
    "mode": ["half-up", "half-even"],
    "decimals": [0, 1, 2, 2, 2],
    "stage": ["indicator", "indicator", "total"],
}
CAPS = [(Fraction(1, 2), 59), (Fraction(3, 5), 69), (Fraction(7, 10), 79), (Fraction(4, 5), 89)]
BANDS = {
    "met": (Fraction(4, 5), Fraction(1), True, Fraction(1)),
    "partly-met": (Fraction(3, 5), Fraction(4, 5), False, Fraction(7, 10)),
    "unmet": (Fraction(0), Fraction(3, 5), False, Fraction(3, 10)),
}


def round_to(value, decimals, mode):
    scaled = value * 10**decimals
    whole = scaled.numerator // scaled.denominator
    rest = scaled - whole
    if rest > Fraction(1, 2) or (rest == Fraction(1, 2) and (mode == "half-up" or whole % 2 == 1)):
        whole += 1
    return Fraction(whole, 10**decimals)


def with_pass_line(rate, line):
    if line is None:
        return rate
    if rate < Fraction(3, 5):
        return Fraction(0)
    return rate if line["scale"] == "plain" else (rate - Fraction(3, 5)) / Fraction(2, 5)


def positive(sign, target, actual, line):
    if sign == "=" and target == 0:
        return Fraction(1) if actual <= 0 else Fraction(0)
    if actual > target or (actual == target and sign != ">"):
        return Fraction(1)
    if target <= 0:
        return UNSCORED
    if actual < 0:
        return Fraction(0)
    return with_pass_line(actual / target, line)


def negative(sign, target, actual, rule, line):
    if actual < target or (actual == target and sign == "≤"):
        return Fraction(1)
    if target < 0 or (target == 0 and actual == 0):
        return UNSCORED
    if target == 0:
        return Fraction(0)
    if rule == "ratio":
        return with_pass_line(target / actual, line)
    return with_pass_line(max(Fraction(0), 1 - (actual - target) / target), line)


def by_steps(rate, steps):
    for lower, share in steps:
        if rate >= lower:
            return share
    return Fraction(0)


SATISFACTION = [
    (Fraction(9, 10), Fraction(1)),
    (Fraction(4, 5), Fraction(4, 5)),
    (Fraction(3, 5), Fraction(1, 2)),
]
EXECUTION = [
    (Fraction(1), Fraction(1)),
    (Fraction(4, 5), Fraction(7, 10)),
    (Fraction(3, 5), Fraction(1, 2)),
]


def printed(hundredths):
    sign = "-" if hundredths < 0 else ""
    whole, rest = divmod(abs(hundredths), 100)
    return sign + (f"{whole}" if rest == 0 else f"{whole}.{rest:02d}")


def figure(rng):
    kind = rng.randrange(10)
    if kind == 0:
        return 0
    if kind == 1:
        return -rng.randrange(1, 5000)
    if kind < 6:
        return rng.randrange(1, 200) * 100
    return rng.randrange(1, 100000)


def figure_row(rng, profile):
    sign = rng.choice("≥≥≥>=≤≤<")
    unit = rng.choice(["%", "%", "件", "元", ""])
    target, actual = figure(rng), figure(rng)
    if rng.randrange(6) == 0:
        actual = target
    if rng.randrange(8) == 0 and target > 0:
        actual = target * rng.choice([60, 80, 90, 130, 200]) // 100
    row = {"target": f"{sign}{printed(target)}{unit}", "actual": printed(actual)}
    if rng.randrange(5) == 0:
        row["level"] = "satisfaction"
    if rng.randrange(10) == 0:
        row["rule"] = rng.choice(["direct", "proportional", "deviation"])
    t, a = Fraction(target, 100), Fraction(actual, 100)
    plain = row.get("rule") == "proportional"
    line = None if plain else profile["passLine"]
    if row.get("rule") == "direct":
        kept = {"≥": a >= t, ">": a > t, "=": a <= 0 if t == 0 else a >= t, "≤": a <= t, "<": a < t}
        rate = Fraction(1) if kept[sign] else Fraction(0)
    elif sign in "≤<":
        rule = "ratio" if plain else row.get("rule", profile["negativeRule"])
        rate = negative(sign, t, a, rule, line)
    elif "level" in row and profile["satisfactionRule"] == "steps" and not plain:
        if unit == "%":
            rate = by_steps(a / 100, SATISFACTION)
        elif a < 0:
            rate = Fraction(0)
        else:
            rate = positive(sign, t, a, None) if t <= 0 else by_steps(a / t, SATISFACTION)
    else:
        rate = positive(sign, t, a, line)
    row["isOver"] = sign in "≥>=" and t > 0 and a >= t * Fraction(13, 10)
    return row, rate


def range_row(rng, profile):
    low, high = sorted([rng.randrange(1, 20000), rng.randrange(1, 20000)])
    actual = rng.randrange(0, 40000)
    row = {"target": f"{printed(low)}%～{printed(high)}%", "actual": f"{printed(actual)}%"}
    low, high, actual = Fraction(low, 100), Fraction(high, 100), Fraction(actual, 100)
    line = profile["passLine"]
    if actual < low:
        return row, positive("≥", low, actual, line)
    if actual > high:
        return row, negative("≤", high, actual, profile["negativeRule"], line)
    return row, Fraction(1)


def deadline_row(rng, profile):
    start = date(2024, 1, 1)
    deadline = start + timedelta(days=rng.randrange(0, 366))
    done = deadline + timedelta(days=rng.randrange(-100, 400))
    say = lambda day: f"{day.year}年{day.month}月{day.day}日"
    row = {"target": say(deadline) + "前", "actual": say(done)}
    late, days = (done - deadline).days, (deadline - start).days
    if late <= 0:
        return row, Fraction(1)
    if profile["lateRule"] == "zero" or days == 0:
        return row, Fraction(0)
    return row, max(Fraction(0), 1 - Fraction(late, days))


def period_row(rng, _profile):
    first, last = sorted([rng.randrange(1, 13), rng.randrange(1, 13)])
    row = {"target": "2024年全年", "actual": f"2024年{first}月-{last}月"}
    end = date(2024 + last // 12, last % 12 + 1, 1)
    return row, Fraction((end - date(2024, first, 1)).days, 366)


def graded_row(rng, _profile, points):
    band = rng.choice(list(BANDS))
    low, high, has_high, default = BANDS[band]
    row = {"target": "正常使用", "band": band}
    if rng.randrange(2):
        return row, default
    score = Fraction(rng.randrange(0, 100 * points + 100), 100)
    row["bandScore"] = float(score)
    is_inside = low * points <= score and (score <= high * points if has_high else score < high * points)
    return row, score / points if is_inside else UNSCORED


def make_row(rng, profile):
    points = rng.choice([1, 2, 5, 8, 10, 10, 12, 15, 20])
    kind = rng.randrange(12)
    if kind < 7:
        row, rate = figure_row(rng, profile)
    elif kind < 8:
        row, rate = range_row(rng, profile)
    elif kind < 9:
        row, rate = deadline_row(rng, profile)
    elif kind < 10:
        row, rate = period_row(rng, profile)
    else:
        row, rate = graded_row(rng, profile, points)
    if rng.randrange(60) == 0:
        for key in ("actual", "band", "bandScore"):
            row.pop(key, None)
        rate = UNSCORED
        row["isOver"] = False
    row["points"] = points
    if row.pop("isOver", False) and profile["automaticReduction"] is not None and rate != UNSCORED:
        rate = max(Fraction(0), rate - Fraction(profile["automaticReduction"], points))
    return row, rate


def given_score(rng, row, key, share):
    if rng.randrange(share) == 0:
        row[key] = rng.randrange(0, row["points"] * 100) / 100


def make_table(rng):
    profile = {key: rng.choice(choices) for key, choices in PROFILE_CHOICES.items()}
    places, mode = profile["decimals"], profile["mode"]
    made = [make_row(rng, profile) for _ in range(rng.randrange(1, 10))]
    rows, exact = [row for row, _ in made], [rate for _, rate in made]
    can_share = profile["automaticReduction"] is None and "band" not in rows[0]
    if len(rows) >= 3 and can_share and rng.randrange(4) == 0:
        rows[1]["sharesWith"] = 0
        if "bandScore" in rows[1]:
            del rows[1]["bandScore"]
            exact[1] = BANDS[rows[1]["band"]][3]
        pair = exact[0:2]
        exact[0] = UNSCORED if UNSCORED in pair else sum(pair) / 2
        exact[1] = None
    counted = []
    for row, rate in zip(rows, exact):
        if rate is None:
            row["expected"] = None
            continue
        given_score(rng, row, "declared", 3)
        given_score(rng, row, "reviewed", 8)
        points = None if rate == UNSCORED else rate * row["points"]
        row["expected"] = None if points is None else float(round_to(points, places, mode))
        counted.append((row, points))
    table = {"profile": profile, "rows": rows}
    execution = None
    if rng.randrange(2):
        budget, spent = rng.randrange(0, 100000), rng.randrange(0, 120000)
        if rng.randrange(20) == 0:
            budget = 0
        table["funds"] = [budget / 100, spent / 100]
        head = {"points": 10}
        given_score(rng, head, "declared", 3)
        if budget > 0:
            execution = Fraction(spent, budget)
            if profile["budgetExecutionRule"] == "steps":
                points = by_steps(execution, EXECUTION) * 10
            else:
                points = min(Fraction(1), execution) * 10
        else:
            points = None
        head["expected"] = None if points is None else float(round_to(points, places, mode))
        table["execution"] = head
        counted.append((head, points))
    table["expected"] = totals(counted, profile, execution)
    return table


def totals(counted, profile, execution):
    places, mode = profile["decimals"], profile["mode"]
    cap = None
    if profile["caps"] and execution is not None:
        cap = next((most for below, most in CAPS if execution < below), None)

    def total(*keys):
        values = []
        for row, points in counted:
            given = next((row[key] for key in keys if key in row), None)
            if given is not None:
                values.append(Fraction(str(given)))
            elif points is None:
                return None
            elif profile["stage"] == "total":
                values.append(points)
            else:
                values.append(round_to(points, places, mode))
        value = sum(values)
        if profile["stage"] == "total":
            value = round_to(value, places, mode)
        return float(value if cap is None else min(value, cap))

    return {
        "computed": total(),
        "declared": total("declared"),
        "reviewed": total("reviewed", "declared") if any("reviewed" in row for row, _ in counted) else None,
        "filled": sum(points is not None for _, points in counted),
        "of": len(counted),
    }


def main():
    seed, count = int(sys.argv[1]), int(sys.argv[2])
    rng = random.Random(seed)
    for _ in range(count):
        print(json.dumps(make_table(rng), ensure_ascii=False))


main()
