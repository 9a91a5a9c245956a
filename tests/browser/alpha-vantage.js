// Answers in the shape of Alpha Vantage's, made here: a seeded random walk for prices, and texts of
// our own with the words by which the service's notices are known.

/** A small seeded generator (mulberry32): the same seed gives the same prices on every machine. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** `rows` trading dates that end before 2024, oldest first, `step` days apart; no weekends. */
function tradingDates(rows, step) {
  const dates = [];
  const day = new Date(Date.UTC(2023, 11, 29)); // a Friday
  while (dates.length < rows) {
    if (day.getUTCDay() !== 0 && day.getUTCDay() !== 6) {
      dates.push(day.toISOString().slice(0, 10));
    }
    day.setUTCDate(day.getUTCDate() - step);
  }
  return dates.reverse();
}

/** The one foreign host that the page asks. */
export const ALPHA_VANTAGE = "https://www.alphavantage.co";

/** A random walk around 100, oldest first: `[{ date, price }]`. */
export function randomWalk({ rows = 300, seed = 1, step = 1 } = {}) {
  const random = generator(seed);
  let price = 100;
  return tradingDates(rows, step).map((date) => {
    // The sum of twelve uniforms less six is close to a standard normal.
    let shock = -6;
    for (let i = 0; i < 12; i += 1) shock += random();
    price *= Math.exp(0.0003 + 0.01 * shock);
    return { date, price };
  });
}

const DAILY = {
  information: "Daily Time Series with Splits and Dividend Events",
  key: "Time Series (Daily)",
};
/** TIME_SERIES_DAILY: no adjusted close. */
const DAILY_RAW = {
  information: "Daily Prices (open, high, low, close) and Volumes",
  key: "Time Series (Daily)",
  raw: true,
};
const MONTHLY = {
  information: "Monthly Adjusted Prices and Volumes",
  key: "Monthly Adjusted Time Series",
};
const WEEKLY = {
  information: "Weekly Adjusted Prices and Volumes",
  key: "Weekly Adjusted Time Series",
};

function answer(symbol, walk, shape) {
  const rows = {};
  for (const { date, price } of [...walk].reverse()) {
    const text = typeof price === "number" ? price.toFixed(4) : price;
    if (shape.raw) {
      rows[date] = {
        "1. open": text,
        "2. high": text,
        "3. low": text,
        "4. close": text,
        "5. volume": "1000000",
      };
      continue;
    }
    rows[date] = {
      "1. open": text,
      "2. high": text,
      "3. low": text,
      "4. close": text,
      "5. adjusted close": text,
      "6. volume": "1000000",
      "7. dividend amount": "0.0000",
    };
    if (shape === DAILY) rows[date]["8. split coefficient"] = "1.0";
  }
  const meta = {
    "1. Information": shape.information,
    "2. Symbol": symbol,
    "3. Last Refreshed": walk.at(-1)?.date ?? "",
  };
  if (shape === DAILY) {
    meta["4. Output Size"] = "Full size";
    meta["5. Time Zone"] = "US/Eastern";
  } else {
    meta["4. Time Zone"] = "US/Eastern";
  }
  return JSON.stringify({ "Meta Data": meta, [shape.key]: rows }, null, 4);
}

/** The answer of TIME_SERIES_DAILY_ADJUSTED; newest first, prices as text. */
export function dailyAdjusted(symbol, walk) {
  return answer(symbol, walk, DAILY);
}

/** The answer of TIME_SERIES_WEEKLY_ADJUSTED. */
export function weeklyAdjusted(symbol, walk) {
  return answer(symbol, walk, WEEKLY);
}

/** The answer of TIME_SERIES_DAILY. */
export function dailyRaw(symbol, walk) {
  return answer(symbol, walk, DAILY_RAW);
}

/** The answer of SYMBOL_SEARCH: `[[symbol, name, region, currency]]`, best first. */
export function searchAnswer(matches) {
  return JSON.stringify({
    bestMatches: matches.map(([symbol, name, region = "United States", currency = "USD"]) => ({
      "1. symbol": symbol,
      "2. name": name,
      "3. type": "Equity",
      "4. region": region,
      "8. currency": currency,
      "9. matchScore": "0.8",
    })),
  });
}

/** A good answer to whatever series was asked for. */
export function goodAnswer(url, { rows = 300, seed = 1 } = {}) {
  const symbol = url.searchParams.get("symbol");
  const full = url.searchParams.get("outputsize") === "full";
  switch (url.searchParams.get("function")) {
    case "TIME_SERIES_WEEKLY_ADJUSTED":
      return weeklyAdjusted(symbol, randomWalk({ rows, seed, step: 7 }));
    case "TIME_SERIES_MONTHLY_ADJUSTED":
      return answer(symbol, randomWalk({ rows, seed, step: 28 }), MONTHLY);
    case "TIME_SERIES_DAILY":
      return dailyRaw(symbol, randomWalk({ rows: full ? rows : Math.min(rows, 100), seed }));
    case "SYMBOL_SEARCH":
      return searchAnswer([[url.searchParams.get("keywords").toUpperCase(), "The one company"]]);
    default:
      return dailyAdjusted(symbol, randomWalk({ rows, seed }));
  }
}

/**
 * What the service says instead of prices, always with HTTP 200. `says` is what the page must say
 * to its visitor; `echoesKey` marks the notice that repeats the caller's key.
 */
export const NOTICES = [
  {
    name: "a premium endpoint",
    body: () => ({
      Information:
        "This is a premium endpoint. You may subscribe to any of the premium plans to unlock it.",
    }),
    says: /weekly/i,
  },
  {
    name: "a premium output size",
    body: () => ({
      Information:
        "The outputsize=full parameter value is a premium feature for this endpoint. You may subscribe to a premium plan.",
    }),
    says: /weekly/i,
  },
  {
    name: "the daily limit",
    body: (key) => ({
      Information: `We have detected your API key as ${key} and our standard API rate limit is 25 requests per day. Please subscribe to a premium plan to remove all daily rate limits.`,
    }),
    says: /tomorrow|today/i,
  },
  {
    name: "two requests within a second",
    body: () => ({
      Information:
        "Please consider spreading out your free API requests more sparingly (1 request per second). A premium plan lifts the free key rate limit (25 requests per day) and raises the per-second burst limit.",
    }),
    says: /wait|minute|second/i,
  },
  {
    name: "the limit per minute of the old plan",
    body: () => ({
      Note: "Our standard API call frequency is 5 calls per minute and 500 calls per day. Please visit our premium page for a higher API call frequency.",
    }),
    says: /wait|minute/i,
  },
  {
    name: "a missing key",
    body: () => ({
      "Error Message":
        "the parameter apikey is invalid or missing. Please claim your free API key.",
    }),
    says: /key/i,
  },
  {
    name: "the demo key beyond its examples",
    body: () => ({
      Information:
        "The **demo** API key is for demo purposes only. Please claim your free API key to explore our full API offerings.",
    }),
    says: /demo/i,
  },
  {
    name: "an unknown symbol",
    body: () => ({
      "Error Message":
        "Invalid API call. Please retry or visit the documentation for TIME_SERIES_DAILY_ADJUSTED.",
    }),
    says: /symbol/i,
  },
  { name: "an empty object", body: () => ({}), says: /symbol|prices/i },
  {
    name: "a notice nobody has seen yet",
    body: (key) => ({ Information: `A new notice of the service for the caller ${key}.` }),
    says: /./,
  },
];
