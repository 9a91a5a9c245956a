"""Works out, independently of the Rust code, what the recorded price files hold.

    python3 tests/reference/price_files.py [folder of recorded files]

prints, for every file, the usable rows, first and last date and price, and the sum of all prices.
The numbers go into tests/price_files.rs by hand. Each file's shape is written down here by a person
who looked at it (nothing is detected), with the standard library alone.
"""

import csv
import datetime
import json
import pathlib
import sys

# file → encoding, separator, date format, names of date and price column, decimal comma?
TABLES = {
    "alphavantage.IBM.TIME_SERIES_DAILY.compact.2026-05-17.csv": ("utf-8", ",", "%Y-%m-%d", "timestamp", "close", False),
    "alphavantage.IBM.TIME_SERIES_DAILY_ADJUSTED.full.csv": ("utf-8", ",", "%Y-%m-%d", "timestamp", "adjusted_close", False),
    "alphavantage.IBM.TIME_SERIES_WEEKLY_ADJUSTED.2026-05-17.csv": ("utf-8", ",", "%Y-%m-%d", "timestamp", "adjusted close", False),
    "ariva.adidas.csv": ("utf-8", ";", "%Y-%m-%d", "Datum", "Schlusskurs", True),
    "investing.NVR.csv": ("utf-8-sig", ",", "%m/%d/%Y", "Date", "Price", False),
    "nasdaq.AAPL.csv": ("utf-8", ",", "%m/%d/%Y", "Date", "Close/Last", False),
    "oddnames.AAPL.csv": ("utf-8", ",", "%Y/%m/%d", "lt", "cl", False),
    "stooq.msft_us_d.csv": ("utf-8", ",", "%Y-%m-%d", "Data", "Zamkniecie", False),
    "yahoo.MSFT.csv": ("utf-8", ",", "%Y-%m-%d", "Date", "Adj Close", False),
    "yfinance.IBM.us-dates.csv": ("utf-8", ",", "%m/%d/%Y", "Date", "Close", False),
}


def number(text, decimal_comma):
    text = text.strip().lstrip("$")
    text = text.replace(".", "").replace(",", ".") if decimal_comma else text.replace(",", "")
    return float(text)


def table(path, shape):
    encoding, separator, date_format, date, price, decimal_comma = shape
    prices, volumes, dropped = {}, 0, 0
    with path.open(encoding=encoding, newline="") as file:
        for row in csv.DictReader(file, delimiter=separator):
            if not any(cell and cell.strip() for cell in row.values()):
                continue
            day = datetime.datetime.strptime(row[date], date_format).date()
            try:
                value = number(row[price], decimal_comma)
            except ValueError:
                value = 0.0
            if value <= 0.0:
                dropped += 1
                continue
            if day in prices:
                print(f"  {path.name}: {day} twice")
            prices[day] = value
    return prices, dropped


def answer(path):
    body = json.loads(path.read_text(encoding="utf-8"))
    rows = next(value for key, value in body.items() if "Time Series" in key)
    prices = {}
    for day, row in rows.items():
        named = {key.split(". ", 1)[1]: value for key, value in row.items()}
        text = named.get("adjusted close", named["close"])
        prices[datetime.date.fromisoformat(day)] = float(text)
    return prices, 0


def show(name, prices, dropped):
    days = sorted(prices)
    gaps = weekends = 0
    for before, after in zip(days, days[1:]):
        between = (before + datetime.timedelta(n) for n in range(1, (after - before).days))
        gaps += sum(day.weekday() < 5 for day in between) > 5
    weekends = sum(day.weekday() >= 5 for day in days)
    print(
        f"{name}: {len(days)} rows, {days[0]} {prices[days[0]]!r}, {days[-1]} {prices[days[-1]]!r}, "
        f"sum {sum(prices.values()):.4f}, dropped {dropped}, daily gaps {gaps}, weekends {weekends}"
    )
    for before, after in zip(days, days[1:]):
        jump = max(prices[before] / prices[after], prices[after] / prices[before])
        if any(abs(jump / n - 1) <= 0.02 for n in range(2, 21)):
            print(f"  jump {prices[before]} -> {prices[after]} on {after}")


def main():
    here = pathlib.Path(__file__).resolve().parents[2]
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else here / "../shared/data"
    for name, shape in TABLES.items():
        show(name, *table(folder / "csv" / name, shape))
    for path in sorted((folder / "alphavantage").glob("*.json")):
        if "SEARCH" not in path.name and "INTRADAY" not in path.name:
            show(path.name, *answer(path))


main()
