### The words of Hindcast’s page; catalogue/src/lib.rs says how they are used.

# The language in English, in one word.
language-name = English
# What the language calls itself.
language-own_name = English

## How numbers are written.

# The mark between whole and fraction.
number-decimal_mark = .
# The mark between thousands.
number-thousands_mark = ,
# What parts two numbers in an equation, N(0, 0.05²): not the decimal mark.
number-equation_separator = ,

## How dates are written.

# Twelve, from January, with a space between.
date-months = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
# Seven, from Monday, with a space between.
date-weekdays = Mon Tue Wed Thu Fri Sat Sun
# Day and month have two digits, the year four.
date-in_numbers = { $year }-{ $month }-{ $day }
# The month is one of date-months.
date-written = { $day } { $month } { $year }
# As date-written.
date-day_and_month = { $day } { $month }
# As date-written.
date-month_and_year = { $month } { $year }
# The weekday is one of date-weekdays, the date as date-written.
date-with_weekday = { $weekday }, { $date }

## The address: what it asked for and cannot have, and what a lesson’s link hides.

# `rule` as address-bad_escapes and those below it.
address-refused = The address asks for { $key }={ $value }, which cannot be used ({ $rule }); using { $used } instead.
address-refused_for_usual_value = The address asks for { $key }={ $value }, which cannot be used ({ $rule }); using the usual value instead.
address-refused_for_usual_ones = The address asks for { $key }={ $value }, which cannot be used ({ $rule }); using the usual ones instead.
address-refused_and_left_out = The address asks for { $key }={ $value }, which cannot be used ({ $rule }); it is left out.
address-bad_escapes = its % escapes cannot be read
# `rule` goes on with a verb: “must be honest or notebook”.
address-breaks_rule = it { $rule }
address-switch_rule = it must be 1 or left out
address-source_rule = it must read like world:random-walk or av:IBM:daily
address-workers_rule = it must be a whole number from 1 to { $most }
address-of_worlds = only known worlds have them

address-unknown_lesson = The address names a lesson that is not known here, so none was started; “Lessons” lists them.
address-unknown_hidden = The address hides something that is not known here; the rest of it was hidden.
address-embed_rule = In the address, “embed” must be 1 or left out, so the whole page is shown.
address-unknown_key = The address says “{ $key }”, which means nothing here; it was passed over.
# Where the name may be anything, it is not repeated.
address-unknown_name = The address says something that means nothing here; it was passed over.
address-other_case = In the address, “{ $key }” has to be written just so; it was passed over.
address-repeated = The address says “{ $key }” more than once; the last one counts.
address-without_value = In the address, “{ $key }” has no “=” and no value; it was passed over.

# What a teacher can hide.
address-prices = the choice of prices
address-recipe = “Honest” or “Notebook”
address-settings = the network’s numbers
address-device = GPU or CPU
address-leaks = the leaks
address-verdict = the verdict card
address-slide = the sliding of the line
address-scores = the scores
address-intervals = how sure it is
address-runs = the list of runs
address-tomorrow = the forecast

## What Alpha Vantage gives and refuses.

alpha_vantage-daily_raw = Daily, not adjusted
alpha_vantage-daily_recent = Daily, last 100 days
alpha_vantage-not_adjusted = Your key may not have adjusted prices, so these are prices as they were traded: a stock split looks like a crash. The weekly history is adjusted.

alpha_vantage-premium = Alpha Vantage gives this history to premium keys only. Load the free weekly history instead.
alpha_vantage-daily_limit = Your Alpha Vantage key has used up its requests for today: try again tomorrow, or train on a known world or a price file until then.
alpha_vantage-demo_limit = Alpha Vantage gives no more prices for the public key “demo” today: enter a key of your own (free at alphavantage.co/support), or train on a known world or a price file.
alpha_vantage-too_fast = Alpha Vantage asks for fewer requests at a time: wait a minute, then load again.
alpha_vantage-key_missing = The API key is missing or not valid: enter your Alpha Vantage key, or get a free one at alphavantage.co/support.
alpha_vantage-demo_key = The key “demo” serves only a few examples (IBM, EUR/USD, BTC/EUR): get a free key at alphavantage.co/support for others.
alpha_vantage-unknown_symbol = Alpha Vantage does not know the symbol { $symbol }: check its spelling (foreign exchanges need a suffix, as in TSCO.LON).
# Both parts as alpha_vantage-daily and those below it.
alpha_vantage-wrong_interval = Alpha Vantage sent { $found } prices where { $expected } ones were asked for: choose daily, weekly or monthly history and load again.
# Of prices; in German for the nominative and the accusative of the plural.
alpha_vantage-daily = daily
alpha_vantage-weekly = weekly
alpha_vantage-monthly = monthly
alpha_vantage-intraday = intraday
alpha_vantage-other_symbol = The answer of Alpha Vantage is not about { $symbol }, so it was not used: load again, or choose another source if that does not help.
alpha_vantage-other_notice = Alpha Vantage sent no prices but a message that is not known here: load again later, or choose another source.
alpha_vantage-no_prices_for = Alpha Vantage has no prices for { $symbol }: check the symbol or choose another interval.
alpha_vantage-one_row = Alpha Vantage sent a single price of { $symbol }, and one price is no history: choose another interval or another symbol.

# `reason` as alpha_vantage-no_prices and those below it.
alpha_vantage-unreadable = The answer from Alpha Vantage cannot be read ({ $reason }): load again, or choose another source if that does not help.
alpha_vantage-no_prices = it holds no prices
alpha_vantage-empty = it is empty
alpha_vantage-cut_short = it is cut short
alpha_vantage-unknown_shape = it has an unknown shape at line { $line }, column { $column }
alpha_vantage-not_json = it is not valid JSON at line { $line }, column { $column }

# `reason` as alpha_vantage-not_a_date and those below it.
alpha_vantage-bad_row = The row of { $date } in the answer from Alpha Vantage cannot be used ({ $reason }): choose another interval or another symbol.
alpha_vantage-not_a_date = that is not a date
alpha_vantage-there_twice = it is there twice
alpha_vantage-price_not_positive = its price is not above zero
alpha_vantage-has_no_close = it has no close
alpha_vantage-has_no_adjusted_close = it has no adjusted close
alpha_vantage-close_no_price = its close is “{ $quote }”, not a number above zero
alpha_vantage-adjusted_close_no_price = its adjusted close is “{ $quote }”, not a number above zero

alpha_vantage-forbidden = Alpha Vantage refused the request (HTTP 403): check your API key, and whether a VPN or a firewall is in the way.
alpha_vantage-too_many_requests = Alpha Vantage has had too many requests (HTTP 429): wait a minute, then load again.
alpha_vantage-server_trouble = Alpha Vantage is having trouble (HTTP { $status }): load again in a few minutes.
alpha_vantage-unexpected_status = Alpha Vantage answered with the unexpected status HTTP { $status }: load again, or choose another source if that does not help.
alpha_vantage-offline = Alpha Vantage cannot be reached: check your network and any content blocker, then load again; known worlds work without a network.
alpha_vantage-timeout = Alpha Vantage did not answer within { $seconds } seconds: check your network, then load again.
alpha_vantage-too_large = The answer from Alpha Vantage is larger than any history of prices, so it was not read: load again, or choose another source if that does not help.

# `wanted` as alpha_vantage-long_daily_histories and those below it.
alpha_vantage-demo_has_not = The key “demo” serves only a few examples, and { $wanted } of { $symbol } are not among them any more.
alpha_vantage-premium_only = Alpha Vantage gives { $wanted } to premium keys only, and yours is not one.
# In German for the nominative and the accusative.
alpha_vantage-long_daily_histories = long daily histories
alpha_vantage-daily_prices = daily prices
alpha_vantage-weekly_histories = weekly histories
alpha_vantage-monthly_histories = monthly histories
alpha_vantage-long_rate_histories = long histories of exchange rates
alpha_vantage-exchange_rates = exchange rates
alpha_vantage-coin_prices = prices of coins
alpha_vantage-load_weekly_instead = Load the weekly history instead: free, adjusted, as long as the stock’s own, with forecasts one week ahead.
alpha_vantage-load_recent_instead = Load the last 100 days instead: enough to see how it works, too few to learn much from.
alpha_vantage-train_elsewhere = Train on a known world instead, or on a price file.

## Inside the cell: a unit's lines, its equations, and the units that differ.

cell-title = Inside the cell
cell-nothing_yet = Train a network first: choose prices at the top and press Train. Then one of its cells can be watched at work here, day by day, with its own numbers in the equations.
cell-explanation = This is your trained network, not a drawing: what one of its units did with the window of the chosen day. Point at a step, tap it, or use the arrow keys on the lines, and the equations show the numbers that went in and out. Drag over the lines, or hold Shift with the arrow keys, to mark several steps.
cell-layer = Layer
cell-choose_unit = Unit, 1 to { $units }
cell-pause = Pause
cell-play = Play the steps
cell-step_of_window = Step of the window
cell-as_a_table = The lines as a table
cell-table = Inside the cell, as a table
cell-step = Step
cell-step_of = Step { $step } of { $steps }
cell-step_on = Step { $step } of { $steps }, { $date }
cell-unit = Unit { $unit }
cell-unit_of_layer = Unit { $unit } of layer { $layer }
cell-step_and_unit = { $step }, unit { $unit }
cell-step_and_unit_of_layer = { $step }, unit { $unit } of layer { $layer }
cell-reads_price = The network gets a price of { $value }, scaled { $scaled }, which the input layer turns into the numbers that this cell reads.
cell-reads_return = The network gets a return of { $value }, scaled { $scaled }, which the input layer turns into the numbers that this cell reads.
cell-price_from_below = The network gets a price of { $value }, scaled { $scaled }, and this cell reads what the layer below made of it.
cell-return_from_below = The network gets a return of { $value }, scaled { $scaled }, and this cell reads what the layer below made of it.
# After one of the sentences before; `list` has cell-scaled_input.
cell-reads_beside = Beside it, scaled: { $list }.
cell-scaled_input = { $input } { $scaled }
cell-strokes = A stroke marks what is from the step before: c′ its cell state, h′ the outputs of all this layer’s units. W x and U h′ are this unit’s weighted sums. Rounded to four decimals.

## Above the equations, and their names for whoever hears them.

cell-forget_gate = Forget gate
cell-input_gate = Input gate
cell-candidate = Candidate
cell-cell_state = Cell state
cell-output_gate = Output gate
cell-hidden_state = Hidden state

cell-differ_on_step = Other gates on step { $step }
cell-differ_on_steps = Other gates on steps { $first } to { $last }
cell-nothing_to_compare = Every step is marked, so there is nothing to compare with.
cell-differing_units = The units whose gates stand most differently here than on the other steps. Choose one to see its lines.
# After a unit's name. `gate` is a gate's name.
cell-gate_differs = { $gate } { $inside } here, { $outside } elsewhere

# `whose` is cell-unit or cell-unit_of_layer, `day` as in days-on_date.
cell-summary = { $whose } over the window read for { $day }: { $ranges }. At the end the memory holds { $memory } and shows { $shown }.
cell-range_of_forget_gate = the forget gate between { $low } and { $high }
cell-range_of_input_gate = the input gate between { $low } and { $high }
cell-range_of_candidate = the candidate between { $low } and { $high }
cell-range_of_cell_state = the cell state between { $low } and { $high }
cell-range_of_output_gate = the output gate between { $low } and { $high }
cell-range_of_hidden_state = the hidden state between { $low } and { $high }
# cell: LSTM, GRU or RNN
cell-drawn_for_lstm = This drawing is of the LSTM. The trained network’s cell is another one, { $cell }: which days mattered is there to see for it, its inside is not.
cell-linear_explanation = A linear network has no cell. Its forecast is a sum: each number of the window times its weight, and a constant. The bars are these weights, and they are all it has learned: the same for every day that is forecast.
# After the sentence before, of NLinear.
cell-from_last_explanation = This one takes the last day off every day before it weighs them, and puts the last day’s value on top. The bars count both in: the last day’s weight is what remains for it.
# input: settings-return_, settings-price or a further input
cell-weights_of = Weight of each day: { $input }
# `day` as in days-on_date.
cell-sum_of_products = For { $day } the products add up to { $products } and the constant is { $constant }: together { $forecast }, scaled.
# After the sentence before.
cell-largest_weight = The largest weight, { $weight }, is that of { $date }.
cell-weights_as_a_table = Weights, as a table
cell-weights_table = Weights and products of the window
cell-day = Day
cell-number_of_day = Number
cell-scaled = Scaled
cell-weight = Weight
cell-product = Product

## The error's way back through the window.

travel-title = The error’s way back
travel-means = Training asks what the error would do if the network’s state on a day had been another: the gradient ∂L/∂hₜ, worked out from the newest day back to the oldest (backpropagation through time). L is the squared error of this day’s forecast, scaled. A line is the gradient’s length on each day, as a share of that on the newest: it does not hang on how large the error is. Each step back multiplies, so what shrinks by the same factor is a straight line here. Where next to nothing is left, the network can hardly learn from what it read there: the vanishing gradient. An LSTM hands on its cell state c beside h, and the error travels along both.
travel-layer = Layer
# The lowest and the top layer of several, by number.
travel-lowest_layer = { $layer }, lowest
travel-top_layer = { $layer }, top
travel-play = Play the way
travel-pause = Pause
travel-back = Step back
travel-on = Step on
travel-place = Place on the way
travel-forward = forward
travel-backward = back
# `step` is cell-step_on or cell-step_of; `list` has travel-part.
travel-goes_forward = Forward. { $step }. Size of the state h (root mean square): { $list }.
# `list` has travel-part.
travel-at_loss = The loss. Forecast less what happened, scaled: { $list }. From here the error goes back.
travel-at_unknown_loss = The loss. Nobody knows this day’s error yet; however large, it goes back the same way.
# `step` is cell-step_on or cell-step_of; `list` has travel-part.
travel-goes_back = Back. { $step }. Left of the newest day’s gradient: { $list }.
# A line's name, and its number.
travel-part = { $name } { $number }
# cell: LSTM
travel-cell_state_of = { $cell }, c
travel-less_than = less than { $percent }
# `day` as in days-on_date; `list` has travel-reaches or travel-nothing_comes_back.
travel-summary = For { $day }, of the gradient on the newest day: { $list }.
travel-reaches = { $days ->
    [one] { $name }: 1 % or more of it up to { $days } day back, { $left } on the oldest day
   *[other] { $name }: 1 % or more of it up to { $days } days back, { $left } on the oldest day
}
travel-nothing_comes_back = { $name }: its forecast hangs on no day
travel-as_a_table = The way as a table
travel-table = The error’s way back, as a table
travel-norm_of = { $name }, length
travel-others = The other cells are not trained with these settings on these prices yet. One press trains them, to stand beside this one.
travel-outdated = The form has other settings than the network above was trained with. Press Train first; then the other cells can be trained alike.
travel-no_chain = A linear network has no chain of states for an error to travel along: it reaches every day of the window in one step, the oldest as easily as the newest.

## All kinds of network on the same days.

cells-title = Is a network needed? All cells on the same days
cells-means = Trains LSTM, GRU, plain RNN and both linear networks with these settings on the same days with the same seed. Of five, one or another wins by luck; the last two columns count all of them.
cells-train = Train all cells: “{ $recipe }” on { $source }
# cell: LSTM, GRU, RNN, Linear or NLinear
cells-training = Training { $number } of { $of } ({ $cell })
cells-kept = What { $finished } of { $of } cells gave is kept.
cells-lines_mean = A dot is a cell’s mean squared error divided by that of “tomorrow = today”, with its 95 % interval. The dashed line is 1: as good as that.
cells-parameters = Numbers
cells-time = Time
cells-p_beats_means = The p of the verdict with all cells counted (Holm): the chance that any of them is wrongly below 0.05 is at most one in twenty.
cells-p_knows_means = Whether it knows anything, with all cells counted in the same way.
cells-ratio_of = { $cell }: { $ratio } ({ $low } to { $high })
cells-counted = With all { $cells } counted, { $beats } beat “tomorrow = today” and { $knows } know something of the next day.
# After the sentence before.
cells-smallest = The smallest rMAE is that of { $cell }, { $rmae }; whether the cells differ from one another is not tested here.

## The charts: what stands in them, and the same in words.

## Legends, axes and tables.

charts-actual = Actual
charts-predicted = Predicted
charts-predicted_training = Predicted, training
charts-predicted_validation = Predicted, validation
charts-predicted_test = Predicted, test
charts-forecast = Forecast
charts-no_change = No change
charts-price = Price
charts-first_window = First window
charts-dealt_at_random = Dealt at random
charts-training = Training
charts-validation = Validation
charts-test = Test
charts-sealed = Sealed
charts-gradient_norm = Gradient norm
charts-weight_norm = Weight norm
charts-wanted = Wanted, { $level } %
charts-exact = Exact, 19 of 20
charts-interval_from = { $level } % interval, from
charts-interval_to = { $level } % interval, to
charts-next_day = Next day
charts-next_week = Next week
charts-next_month = Next month
# A place on the axis; the number comes last, after a space.
charts-epoch_number = Epoch { $epoch }
charts-epoch = Epoch
charts-date = Date
# Over a line in the chart, on the day of a price out of line.
charts-odd_price = odd
charts-corrected_price = corrected
charts-split_adjusted = { $split } adjusted

## Around every chart.

charts-save_as_image = Save as image
charts-save_this_as_image = Save as image: { $title }
charts-nothing_yet = Nothing to draw yet.
charts-library_missing = The chart library did not load. Reload the page to try again; the numbers below are complete without it.
charts-last_rows = The last rows as a table
charts-as_a_table = { $title }, as a table

## The history.

charts-daily_prices = { $count } daily prices of { $symbol } from { $first } to { $last }.
charts-weekly_prices = { $count } weekly prices of { $symbol } from { $first } to { $last }.
charts-monthly_prices = { $count } monthly prices of { $symbol } from { $first } to { $last }.
charts-course = They start at { $start } and end at { $end }, with a low of { $low } on { $low_day } and a high of { $high } on { $high_day }.
charts-jumps = Jumps that look like splits: { $jumps }.
charts-jump = { $split } on { $day }
charts-jump_adjusted = { $split } on { $day }, adjusted

## The split into blocks.

charts-dealt = The rows are dealt at random over the whole history: { $training } for training, { $validation } for validation, { $test } for the test.
charts-split_by_time = The prices are split by time: { $blocks }. The first { $warm_up } rows only serve as the first window’s input.
charts-training_rows = { $count } rows for training ({ $first } to { $last })
charts-validation_rows = { $count } rows for validation ({ $first } to { $last })
charts-test_rows = { $count } rows for test ({ $first } to { $last })
charts-sealed_rows = The last { $count } rows ({ $first } to { $last }) are sealed: nothing is trained or tested on them.
charts-sealed_row = The last row ({ $day }) is sealed.

## The losses.

charts-no_epoch = No epoch has finished yet.
charts-validation_losses = { $count ->
    [one] { $count } epoch finished: the training loss went from { $train_first } to { $train_last }, the validation loss from { $first } to { $last }.
   *[other] { $count } epochs finished: the training loss went from { $train_first } to { $train_last }, the validation loss from { $first } to { $last }.
}
charts-test_losses = { $count ->
    [one] { $count } epoch finished: the training loss went from { $train_first } to { $train_last }, the test loss from { $first } to { $last }.
   *[other] { $count } epochs finished: the training loss went from { $train_first } to { $train_last }, the test loss from { $first } to { $last }.
}
charts-lowest_validation_loss = The lowest validation loss was { $lowest } in epoch { $epoch }; the learning rate is { $rate }.
charts-lowest_test_loss = The lowest test loss was { $lowest } in epoch { $epoch }; the learning rate is { $rate }.
charts-no_norm = No norm is known of these epochs.
charts-gradient_went = The gradient’s norm went from { $first } to { $last }.
charts-norms_went = The gradient’s norm went from { $first } to { $last }, that of all weights from { $weights_first } to { $weights_last }.

## The predictions.

charts-nothing_to_show = There is nothing to show yet.
charts-so_far = What the network of epoch { $epoch } predicts for { $count } days, { $first } to { $last }.
charts-misses_before_test = Before the test block it misses the price by { $miss } on average.
charts-no_predictions = There are no predictions to show.
charts-predictions = { $count } predictions from { $first } to { $last }. On average they miss the actual price by { $errors }.
charts-error_in_training = { $error } in the training block
charts-error_in_validation = { $error } in the validation block
charts-error_in_test = { $error } in the test block
charts-growth = Over { $days } test days, 1 became { $flat } in where it says up, { $short } also sold short, and { $hold } held.
charts-no_test_block = There is no test block to show.
charts-test_block = The { $count } days of the test block, { $first } to { $last }. The model misses the price by { $model } on average; saying “tomorrow = today” misses it by { $naive }.
charts-band_split = The shaded band is the { $level } % interval, split: it held { $held } % of the test days and is { $width } wide on average.
charts-band_adaptive = The shaded band is the { $level } % interval, adaptive: it held { $held } % of the test days and is { $width } wide on average.
charts-band_volatility = The shaded band is the { $level } % interval: it held { $held } % of the test days and is { $width } wide on average.
charts-last_prices = The last { $count } prices, ending at { $price } on { $day }.
# `next` is charts-next_day, charts-next_week or charts-next_month.
charts-next_split = { $next }: { $price } is forecast, with its { $level } % interval, split, from { $low } to { $high }.
charts-next_adaptive = { $next }: { $price } is forecast, with its { $level } % interval, adaptive, from { $low } to { $high }.
charts-next_volatility = { $next }: { $price } is forecast, with its { $level } % interval from { $low } to { $high }.
charts-no_test_days = There are no test days to show.
charts-two_runs = The { $count } test days from { $first } to { $last }. { $one } misses the price by { $one_error } on average, { $other } by { $other_error }.

## The rolling coverage.

charts-held_least_split = Over { $days } test days at a time, the split interval that is meant to hold { $level } % held fewest from { $first } to { $last }: { $share }.
charts-held_least_adaptive = Over { $days } test days at a time, the adaptive interval that is meant to hold { $level } % held fewest from { $first } to { $last }: { $share }.
charts-held_least_volatility = Over { $days } test days at a time, the interval by volatility that is meant to hold { $level } % held fewest from { $first } to { $last }: { $share }.
charts-exactly_right = One that is exactly right would be between { $low } and { $high } % on 19 of 20 stretches; this one was on { $within }.
charts-worst_of_split = The split one’s worst was { $share }, from { $first } to { $last }.
charts-worst_of_adaptive = The adaptive one’s worst was { $share }, from { $first } to { $last }.
charts-worst_of_volatility = The worst of the one by volatility was { $share }, from { $first } to { $last }.

## The fan of several days.

charts-no_fan = One day ahead is forecast: there is no fan to show.
# The fan's beginning; charts-fan_end follows. `ahead` is "day 1".
charts-fan_start = After { $last_price } on { $day }: { $price } is forecast for { $ahead }, with an { $level } % interval from { $low } to { $high },
charts-fan_end = and { $price } for { $ahead }, with one from { $low } to { $high }.

## Which days mattered: the bars, their words, and the choice of a day.

days-title = Which days mattered
days-hint = Each bar is a day the network read: how far the forecast would move, had that day been one percent higher and all others as they were. Choose a day with the slider, with the arrow keys, or by a click in the charts above.
days-hint_further = Each bar is a day the network read: how far the forecast would move, had “{ $input }” been one deviation higher on that day and all else as it was. Choose a day with the slider, with the arrow keys, or by a click in the charts above.
days-no_percent = This forecast cannot be told in percent: it is no positive price, or the network’s numbers are not finite. Choose another day.
days-one_percent_more_in = One percent more in
# After days-one_percent_more_in.
days-price = a day’s price
# After days-one_percent_more_in.
days-daily_return = a day’s return
days-as_a_table = The days as a table
days-table = Which days mattered, as a table
days-more_on = 1 % more on
days-price_moves_by = Forecast price moves by
days-return_moves_by = Forecast return moves by

# Before the day in question, as days-on_date and its kin name it.
days-forecast_for = Forecast for
# A day after “for”. German has the accusative there.
days-on_date = { $date }
# As days-on_date.
days-next_trading_day = the next trading day
# As days-on_date.
days-next_week = the next week
# As days-on_date.
days-next_month = the next month
days-to_the_next_day = To the next day
# After days-forecast_for and the day.
days-was_forecast = { $forecast } was forecast, { $actual } came
# After days-forecast_for and the day.
days-is_forecast = { $forecast } is forecast

days-no_pull = No day has any pull on the forecast for { $day }: the network says the same whatever it reads.
days-less_than_one_percent = less than 1 %
days-more_than_99_percent = more than 99 %
days-price_higher = Of the pull on the forecast for { $day }, { $share } comes from the newest day, { $newest }: had its price been 1 % higher, the forecast price would be { $amount } % higher.
days-price_lower = Of the pull on the forecast for { $day }, { $share } comes from the newest day, { $newest }: had its price been 1 % higher, the forecast price would be { $amount } % lower.
days-return_higher = Of the pull on the forecast return for { $day }, { $share } comes from the newest day, { $newest }: had its return been one percentage point higher, the forecast return would be { $amount } points higher.
days-return_lower = Of the pull on the forecast return for { $day }, { $share } comes from the newest day, { $newest }: had its return been one percentage point higher, the forecast return would be { $amount } points lower.
days-strongest_price = The strongest pull is that of { $day }, with { $amount } %.
days-strongest_return = The strongest pull is that of { $day }, with { $amount } points.
days-by_construction = The last price moves it by 1 % by construction, because a forecast return is put on top of that price: this is “tomorrow = today”. The network itself adds { $added }.
days-echo = A network that leans on the last price like this says little more than “tomorrow = today”: it is the echo, seen from inside.
# The label of the choice, where there is more than one percent to choose.
days-more_in = More in
# After days-more_in; `input` is settings-volume or its like.
days-further = { $input }, by one deviation
days-deviation_more_on = One deviation more on
days-forecast_moves_by = Forecast moves by
days-further_higher = Of the pull of { $input } on the forecast for { $day }, { $share } comes from the newest day, { $newest }: had it been one deviation higher, the forecast would be { $amount } % higher.
days-further_lower = Of the pull of { $input } on the forecast for { $day }, { $share } comes from the newest day, { $newest }: had it been one deviation higher, the forecast would be { $amount } % lower.
days-part_of_input = { $input } { $share }
days-all_pulls = Of all pulls on this forecast, by one deviation of each: { $list }.

## The drawer at the bottom: its buttons, and what is in them before a training.

drawer-title = More about this run
drawer-scores = Scores
drawer-how_sure = How sure?
drawer-paid = Would it have paid?
drawer-does_it_hold = Does it hold?
drawer-which_days = Which days
drawer-cell = Inside the cell
drawer-network = Network
drawer-runs = Runs
drawer-leaks = Leaks
drawer-scores_come = After a training: its errors, beside those of forecasts that cost nothing.
drawer-how_sure_comes = After a training: how often each interval held what happened, and how wide it had to be for that.
drawer-which_days_come = After a training: how far a forecast moves with each day of its window.
drawer-runs_come = After a training: what changed from run to run, and what it did.

## What is said of forecasts: caveats, comparisons, intervals, the sealed block.

forecast-test_days_scattered = The { $days } test days are drawn at random from the whole history, with training days before and after each of them: the scores tell how well gaps are filled, not how well the future is forecast.
forecast-looks_ahead = Of each day that it forecasts, the network was told what is known only when that day is over: its scores are of hindsight. Of the next, unknown day nobody can tell it: there the mean stands in, and the interval may be far too narrow.
forecast-prices_stand_still = The price did not move on any test day, so “tomorrow = today” is exactly right and nothing can beat it. Where a score would divide by its error of zero, it stops at { $cap }.
forecast-one_day = { $date } alone has { $share } of the squared error: scores and verdict are mostly of that day.
forecast-repeats_last_price = The network repeats the last price on every test day: it has become “tomorrow = today” itself, and there is nothing to compare.
forecast-always_the_same_price = The network forecasts one and the same price on every test day: it has learned nothing from its window.
forecast-always_the_same_move = The network forecasts one and the same move on every test day: it has learned an average, and nothing from its window.
forecast-nothing_to_measure_chance_by = The two errors differ in the same way, or not at all, on every test day, so the Diebold–Mariano test has nothing to measure chance by and finds no evidence.
forecast-few_test_days = { $count ->
    [one] There are only { $count } test day: too few for a verdict to mean much. Load a longer history.
   *[other] There are only { $count } test days: too few for a verdict to mean much. Load a longer history.
}
forecast-intervals_promise_less = The intervals from { $level } % on are calibrated on so few days that they are drawn as wide as the worst of them and promise less than their level.
forecast-few_days_for_last_step = The last step of the horizon could be tested on only { $days } days: too few for its score to mean much.
forecast-far_intervals_promise_less = The { $level } % intervals of the far steps are calibrated on so few days that they are drawn as wide as the worst of them and promise less than their level.

# Of two runs: `first` begins the sentence, in German as a masculine “Lauf 1” or “Er”.
forecast-same_forecasts = { $first } and { $second } forecast the same price on each of { $days } test days.
# Parts: first, second, ratio, days
forecast-errors_disagree = { $first } has { $ratio } times the absolute error of { $second } over { $days } test days, and the squared errors say the opposite: one is better on usual days, the other on the large misses, and neither is better altogether.
# Parts: first, second, ratio, days, p
forecast-within_chance = { $first } has { $ratio } times the error of { $second } over { $days } test days. That is not more than chance may give ({ $p }): neither is shown to be better.
forecast-first_is_better = { $first } is better than { $second }: { $ratio } times its error over { $days } test days, which is more of a difference than chance gives ({ $p }).
forecast-first_is_worse = { $first } is worse than { $second }: { $ratio } times its error over { $days } test days, which is more of a difference than chance gives ({ $p }).

# What an interval was calibrated on; in German in the dative, as after “kalibriert an”.
forecast-the_validation_rows = the { $rows } validation rows
forecast-the_last_training_rows = the last eighth of the training rows ({ $rows } rows), for want of a validation block: the network has seen them, so the interval may be too narrow
forecast-interval = { $level } % interval
forecast-adaptive_interval = { $level } % interval, adaptive
forecast-split_interval = { $level } % interval, split
forecast-split_conformal_means = One width for all days, from the errors on days before the test block: right as long as the market stays as it was.
forecast-adaptive_conformal_means = The width moves a little every day: wider after a miss, narrower after a hit, so that it follows calm and stormy times.
forecast-volatility_conformal_means = The width breathes with the market: in units of how much the price has moved lately, and moved by each miss and hit like the adaptive one.
forecast-history_20 = “tomorrow = today”, 20-day volatility
forecast-history_250 = “tomorrow = today”, 250-day volatility
forecast-calm_and_wild = The { $level } % interval held { $calm } of the days that came after calm weeks, and { $wild } of those after wild ones.
# What is asked is whether the share that is held stays near its level.
forecast-steady = Over 100 test days at a time it held as much as chance allows on { $share } of the stretches.
# Both are percentages of the price.
forecast-beside_plain_band = All its levels together miss by { $crps } % of the price (CRPS); a plain band around “tomorrow = today”, as wide as the last 20 days say, by { $plain } %.
forecast-directions = It said “up” on { $up } and “down” on { $down } of { $days } test days.
forecast-one_sided = That is a one-sided forecast: its share of right days tells little but how the market went.
# Both parts are a statistic with its p-value, or forecast-not_defined.
forecast-direction_tests = Right more often than by leaning to one side? Pesaran–Timmermann { $right }. Earning more than by it? Anatolyev–Gerko { $earned }.
forecast-not_defined = not defined
forecast-too_few_days_to_roll = The rolling coverage is taken over { $days } test days at a time, and there are only { $test_days }: load a longer history to see where the interval was too narrow.
forecast-scattered_days_do_not_roll = A random split scatters the test days over the whole history, so there is no stretch of them to follow: split by time to see where the interval was too narrow.

forecast-too_few_rows = { $count ->
    [one] There are only { $count } row of prices and this look-back window needs at least { $needed }: load a longer history or choose a shorter window.
   *[other] There are only { $count } rows of prices and this look-back window needs at least { $needed }: load a longer history or choose a shorter window.
}
forecast-too_few_rows_for_horizon = { $count ->
    [one] There are only { $count } row of prices and this look-back window and horizon need at least { $needed }: load a longer history or choose a shorter window or horizon.
   *[other] There are only { $count } rows of prices and this look-back window and horizon need at least { $needed }: load a longer history or choose a shorter window or horizon.
}
# `input` is settings-volume or its like, `lack` a sentence.
forecast-no_input = The network is to read an input that these prices do not have: { $input }. { $lack } Choose other inputs under Settings, or other prices.
forecast-diverged = The training diverged: the network’s forecasts are no longer usable numbers. Try a lower learning rate.
forecast-results_of_other_prices = The results do not belong to these prices (expected { $expected } values, got { $found }): train again.
forecast-unscorable = These prices span too wide a range to be scored: check the data for wrong values.
# The forecasters, as in a table.
forecast-persistence = Tomorrow = today (persistence)
forecast-drift = Drift
forecast-moving_average = 5-day mean
forecast-ar1 = AR(1) on returns
forecast-ridge = Ridge regression
forecast-best_possible = Best possible

forecast-seal_is_open = The sealed block of this history is open already, and what was seen cannot be unseen. Load another history for a fresh one.
forecast-no_look_yet = Nobody has looked at this test block yet.
forecast-first_look = This is the first look at this test block: its verdict counts in full.
forecast-looks_at_one_experiment = This test block has been looked at { $looks } times, always with the same experiment: its verdict still counts in full.
forecast-looks_at_several_experiments = This test block has been looked at { $looks } times, with { $experiments } different experiments. Each is another chance to be lucky: of { $experiments } networks that know nothing, at least one would be said to beat “tomorrow = today” in up to { $percent } % of cases. Choosing the best of them and quoting its score is no test any more.
forecast-looks_measured = This test block has been looked at { $looks } times, with { $experiments } different experiments. Each is another chance to be lucky: if none of the { $networks } runs in the list that can be compared knew anything, at least one would still be said to beat “tomorrow = today” in { $percent } % of cases, measured by their own errors, in place of { $single } % for one. Choosing the best of them and quoting its score is no test any more.

forecast-folds_not_offered = A walk-forward test of { $found } folds is not offered: choose from { $least } to { $most }.
forecast-fewer_folds_needed = There are only { $rows } rows of prices and these folds need at least { $needed }: load a longer history or choose at most { $possible } folds.
forecast-no_folds_possible = There are only { $rows } rows of prices and these folds need at least { $needed }: load a longer history or choose a shorter look-back window.
forecast-times_retrained = { $count ->
    [one] Retrained once
   *[other] Retrained { $count } times
}
# `retrained` is forecast-times_retrained's.
forecast-folds_beat = { $retrained }, the network beats “tomorrow = today” over { $days } test days (rMAE { $rmae }, { $p }); it was the better one in { $better } of { $folds } folds.
forecast-folds_know_something = { $retrained }, the network ties with “tomorrow = today” over { $days } test days (rMAE { $rmae }, { $p }), and yet knows something; it was the better one in { $better } of { $folds } folds.
forecast-folds_tie = { $retrained }, the network ties with “tomorrow = today” over { $days } test days (rMAE { $rmae }, { $p }); it was the better one in { $better } of { $folds } folds.
forecast-folds_lose = { $retrained }, the network loses to “tomorrow = today” over { $days } test days (rMAE { $rmae }, { $p }); it was the better one in { $better } of { $folds } folds.

# A place on the way ahead, by itself; holidays are not known, so no date is claimed.
forecast-day_number = Day { $number }
forecast-week_number = Week { $number }
forecast-month_number = Month { $number }
# The same within a sentence; in German without an article, in any case.
forecast-the_day = day { $number }
forecast-the_week = week { $number }
forecast-the_month = month { $number }
# Several of them, as forecast-list writes the numbers; in German in the accusative.
forecast-the_days = days { $numbers }
forecast-the_weeks = weeks { $numbers }
forecast-the_months = months { $numbers }
# How far it beats “no change”, without a full stop: forecast-worse_on may follow.
forecast-beats_on_no_day = On none of these { $last } days ahead does the network beat “no change”
forecast-beats_in_no_week = On none of these { $last } weeks ahead does the network beat “no change”
forecast-beats_in_no_month = On none of these { $last } months ahead does the network beat “no change”
forecast-beats_on_each_day = The network beats “no change” on each of these { $last } days ahead
forecast-beats_in_each_week = The network beats “no change” on each of these { $last } weeks ahead
forecast-beats_in_each_month = The network beats “no change” on each of these { $last } months ahead
# `first` is the first place.
forecast-beats_at_first = On { $first } the network beats “no change”; beyond { $first } it does not
forecast-beats_up_to = Up to { $end } the network beats “no change”; beyond { $end } it does not
forecast-beats_on_these_days = The network beats “no change” on { $these }, and on no other of these { $last } days ahead
forecast-beats_in_these_weeks = The network beats “no change” on { $these }, and on no other of these { $last } weeks ahead
forecast-beats_in_these_months = The network beats “no change” on { $these }, and on no other of these { $last } months ahead
forecast-worse_on_all = { $beats }: it is worse on each of them.
forecast-worse_on = { $beats }; on { $these } it is worse.

forecast-days = { $count ->
    [one] { $count } day
   *[other] { $count } days
}
forecast-weeks = { $count ->
    [one] { $count } week
   *[other] { $count } weeks
}
forecast-months = { $count ->
    [one] { $count } month
   *[other] { $count } months
}
forecast-error_is_level = The error is the same wherever the line is moved, because nothing in it moves.
forecast-no_echo = The line fits best where it stands: it is no echo of the past.
# `saving` is a percentage, or forecast-under_one_percent.
forecast-echo_of_yesterday = The line fits best 1 day earlier, with { $saving } less error: it runs 1 day late, an echo of yesterday’s price. Two lines that look close in a chart can be just that.
forecast-echo_of_last_week = The line fits best 1 week earlier, with { $saving } less error: it runs 1 week late, an echo of last week’s price. Two lines that look close in a chart can be just that.
forecast-echo_of_last_month = The line fits best 1 month earlier, with { $saving } less error: it runs 1 month late, an echo of last month’s price. Two lines that look close in a chart can be just that.
# `distance` is of forecast-days and its like.
forecast-runs_late = The line fits best { $distance } earlier, with { $saving } less error: it runs { $distance } late, as an average over past prices does.
forecast-runs_early = The line fits best { $distance } later, with { $saving } less error: it runs { $distance } early, which no forecast does for a reason. Take it for chance.
forecast-few_days_to_compare = { $count ->
    [one] With only { $count } day to compare, that may be chance.
   *[other] With only { $count } days to compare, that may be chance.
}
forecast-few_weeks_to_compare = { $count ->
    [one] With only { $count } week to compare, that may be chance.
   *[other] With only { $count } weeks to compare, that may be chance.
}
forecast-few_months_to_compare = { $count ->
    [one] With only { $count } month to compare, that may be chance.
   *[other] With only { $count } months to compare, that may be chance.
}
forecast-under_one_percent = under 1 %
# The end of a list; the rest has commas: “2, 4 and 7–9”.
forecast-list_end = { $rest } and { $last }

## The panel that leads through a lesson, the list of lessons, and a teacher's link.

guide-step_of_lesson = { $lesson }, step { $step } of { $steps }
guide-steps = Steps of the lesson
guide-done = Done.
guide-came_out_otherwise = Here it comes out otherwise: the lesson speaks of its own prices and settings.
guide-not_there_yet = That part of the page is not there yet: it appears after a training.
guide-i_have_looked = I have looked
guide-next = Next
guide-show_me_where = Show me where
guide-back = Back
guide-skip = Skip
guide-leave = Leave the lesson
guide-finished = You have finished “{ $lesson }”.
guide-next_lesson = Next: { $lesson }
guide-close = Close
guide-you_guess = Your guess: { $answer }.
guide-guessed_right = You guessed: { $answer }. So it is.
guide-guessed_otherwise = You guessed: { $answer }. It is: { $right }.

guide-hint = Each leads you through the page in a few minutes, with prices and settings of its own; yours come back at its end. A step is done when you have done it. Leave whenever you like.
guide-running = Running
guide-start = Start
guide-go_on = Go on at step { $step }

guide-for_teachers = For teachers: a link for your class
guide-link_hint = The link opens the page with the prices and settings of this moment, with a lesson if you choose one, and without what you tick. Your class can always bring it back.
guide-lesson = Lesson
guide-none = None
guide-hide = Hide
guide-copy_link = Copy lesson link
guide-link_hides = This link hides parts of the page.{ " " }
guide-show_everything = Show everything

## The visitor's own prices: a file chosen, dropped or pasted, and how it is read.

# The heading of this way to prices.
import-title = Your own prices
import-what_it_takes = Any table of dates and prices, or the saved answer of a price service: choose it, drop it anywhere on this page, or paste it. It is read here and sent nowhere.
import-file = Price file
import-paste_instead = Paste prices instead
import-prices_to_read = Prices to read
# A table as people have it.
import-example =
    Date,Close
    2024-01-02,185.64
    2024-01-03,184.25
import-read_pasted = Read pasted prices
import-drop_here = Drop the file to read its prices, or a trained model

# Before the file's name.
import-is_it = Is{ " " }
# After the file's name.
import-read_as_it_should_be = { " " }read as it should be?
import-how_it_is_read = How the file is read
import-separated_by = Cells separated by
import-decimal_mark = Decimal mark
import-date_order = Date order
import-date_column = Date column
import-close_column = Close column
import-ticker = Share
# No column is one of prices.
import-not_found = not found
import-use_these = Use these prices
import-leave = Leave this file
import-which_file = { $name } holds { $count } files of prices. Which one is to be read?
import-packed_file = File in the archive
import-open_packed = Open this file
import-hold_all = Hold all { $count } for one study
import-leave_archive = Leave this archive

import-first_and_last_rows = The file’s first and last rows
import-line = Line
import-date_read = Date read
import-price_read = Price read
# A column without a name.
import-column = Column { $number }
import-more_rows = { $count ->
    [one] … { $count } more row …
   *[other] … { $count } more rows …
}
import-cannot_be_read = cannot be read

## Looking inside the network: what its units compute, and why a window cannot be followed.

inspect-input_gate = input gate
inspect-forget_gate = forget gate
inspect-candidate = candidate
inspect-output_gate = output gate
inspect-cell_state = cell state
inspect-hidden_state = hidden state

## The forecast journal in a sentence.

journal-nothing_kept = No forecast is kept yet.
journal-waiting = { $count ->
    [one] { $count } forecast waits for its day.
   *[other] { $count } forecasts wait for their day.
}
journal-more_waiting = { $count ->
    [one] { $count } more waits for its day.
   *[other] { $count } more wait for their day.
}
journal-scored = { $count ->
    [one] { $count } forecast: { $inside } inside the 80 % interval, { $closer } closer than “no change”.
   *[other] { $count } forecasts: { $inside } inside the 80 % interval, { $closer } closer than “no change”.
}

## The lessons: each its title and promise, then its steps, a title and what to do.

# A step of several lessons.
lessons-train_it = Train it
lessons-will_it_beat = Will it beat “tomorrow = today”?
lessons-yes_it_beats = Yes
lessons-no_it_does_not = No

lessons-looks_perfect = Looks perfect
lessons-looks_perfect_promise = Why a forecast can lie on the prices and still be worth nothing.
lessons-without_memory = A world without memory
lessons-without_memory_do = Each step of this random walk is the toss of a coin. Nothing in its past says where it goes next.
lessons-like_tutorials = Train as most tutorials do
lessons-like_tutorials_do = The recipe “Notebook” forecasts the price itself and scales with the whole history. Press Train.
lessons-admire = Admire the result
lessons-admire_do = The two lines nearly cover each other, and many articles stop here. Zoom in until you can tell single days apart.
lessons-which_moves_first = Which of the two lines moves first?
lessons-actual_moves_first = What happened
lessons-predicted_moves_first = The forecast
lessons-read_the_verdict = Read the verdict
lessons-read_the_verdict_do = Nobody can forecast a coin better than “tomorrow = today”, and the verdict compares with exactly that. What looked perfect is at best as good as saying nothing. “Why?” has the numbers.

lessons-slide_it = Slide it
lessons-slide_it_promise = How to catch a forecast that only repeats yesterday.
lessons-price_forecast = Have a forecast of the price itself
lessons-price_forecast_do = These are a random walk and the recipe “Notebook”, which forecasts the price itself. Press Train.
lessons-a_day_back = Move the line a day back
lessons-a_day_back_do = Move the predicted line one day earlier, with the slider or the left arrow key, and watch the error.
lessons-what_will_the_error_do = What will the error do?
lessons-error_rises = Rise
lessons-error_falls = Fall
lessons-best_fit = Where does it fit best?
lessons-best_fit_do = Each bar is the error in one place. A forecast that knows something fits best where it stands. This one fits best a day earlier: it repeats the last price it saw, an echo.
lessons-put_it_back = Put it back
lessons-put_it_back_do = Move the line back to where it stands. From now on, slide any forecast that looks too good, wherever you meet it.

lessons-find_the_leak = Find the leak
lessons-find_the_leak_promise = What happens when the answer gets into the question.
lessons-start_clean = Start clean
lessons-start_clean_do = Press Train. The test days come after all training days, as the future does.
lessons-open_a_leak = Open a leak
lessons-open_a_leak_do = It lost by far: the prices went where the network had never been. Now switch on “Split at random”. The test days then lie between training days, so it has seen what came right before and after them.
lessons-train_with_leak = Train with the leak
lessons-train_with_leak_do = Press Train again and wait for the verdict.
lessons-measure_it = Measure what it changed
lessons-measure_it_do = Both runs stand in the list. With the leak the error is less than half, and yet the network forecasts no better: the answer was in the question. You measured it instead of believing it.
lessons-close_the_leak = Close the leak
lessons-close_the_leak_do = Switch it off again. A score is only worth something if nothing of the answer was in the question.

lessons-predict_returns = Predict returns
lessons-predict_returns_promise = The question that cannot be answered by copying.
lessons-ask_for_change = Ask for the change
lessons-ask_for_change_do = Choose the recipe “Honest”. It forecasts the return, the change from today to tomorrow in per cent. Copying today’s price is no answer to that.
lessons-train_honest_do = Press Train. The best epoch is chosen on a validation block, so it may end early.
lessons-a_tie = A tie is the right answer
lessons-a_tie_do = The network learned that the best forecast of a coin’s toss is no change at all. It ties with “tomorrow = today”, and that is the truth about this world.

lessons-how_sure = How sure?
lessons-how_sure_promise = A forecast with a range that keeps its word.
lessons-a_forecast = Have a forecast
lessons-a_forecast_do = Press Train: the recipe “Honest”, on a random walk.
lessons-promises = Read the promises
lessons-promises_do = Each line is a range meant to hold 50, 80 or 95 % of the days. Its width comes from the errors on days the network did not learn from.
lessons-promises_kept = Check whether they were kept
lessons-promises_kept_do = The column “held” counts it on the test days: each range held about what it was meant to. One that was meant to hold 80 % and held 60 % would have been too sure of itself.
lessons-wilder_world = Try a wilder world
lessons-wilder_world_do = Choose “Volatility clusters”, where calm and storm take turns.
lessons-train_there = Train there
lessons-train_there_do = Press Train, and wait for the same table.
lessons-who_adapts = Which method adapts?
lessons-who_adapts_do = Compare the two methods once more. The adaptive one comes closer to what it was meant to hold; one width for all days cannot follow the storm.
lessons-tomorrow_range = Tomorrow, with its range
lessons-tomorrow_range_do = The forecast for the next day carries its range too. Whoever tells you a price without one has not told you how sure they are.

lessons-when_it_works = When it does work
lessons-when_it_works_promise = A network beats “tomorrow = today” where there is something to learn.
lessons-rhythm = Take a world with a rhythm
lessons-rhythm_do = Choose “Noisy seasonal wave”: a wave that repeats under the noise.
lessons-train_for_verdict_do = Press Train and wait for the verdict.
lessons-it_beats_it = It beats it, and by how much
lessons-it_beats_it_do = This time the network wins, and the difference is more than chance. “Scores” also has the best that anyone could reach in this world: how close did it come?

lessons-knows_something = Knows something?
lessons-knows_something_promise = Why a tie can hide a forecast that knows something.
lessons-weak_pull = Prices on a weak leash
lessons-weak_pull_do = What is far from its level drifts back here, a twentieth of the way a day. All the rest of a day’s move is luck, many times as strong.
lessons-whole_truth = Is a tie the whole truth?
lessons-whole_truth_do = By its errors it is no better than chance would make it. But guessing has a price of its own: whoever guesses errs by that, too.
lessons-does_it_know = Does it know anything all the same?
lessons-two_questions = Two questions, two answers
lessons-two_questions_do = What it knows is smaller than what guessing costs it, so by its errors it ties. The second line of the verdict asks something else: do its forecasts lean towards what happened, more than chance and more than a steady drift? They do.
lessons-what_is_it_worth = What is it worth?
lessons-what_is_it_worth_do = Move the cost of a trade. A signal this weak trades often and earns little each time: knowing something is not yet being paid for it.

lessons-more_inputs = More inputs?
lessons-more_inputs_promise = When more to read helps, and how to find out.
lessons-prices_alone = Prices alone
lessons-prices_alone_do = In this world an unusual volume today moves tomorrow’s price. The network reads past prices only. Press Train.
lessons-nothing_in_prices = Nothing in the prices
lessons-nothing_in_prices_do = A tie: what moves these prices is not in them, and no network finds what it is not shown.
lessons-read_the_volume = Let it read the volume
lessons-read_the_volume_do = Under “Inputs”, tick “volume”. It is a second number of each day, scaled on the training rows alone.
lessons-train_again = Train again
lessons-it_was_in_the_volume = It was in the volume
lessons-it_was_in_the_volume_do = The same days, the same network, one number more a day: now it wins. “Scores” has the linear forecaster, which reads the same, and the best that anyone could reach.
lessons-which_input = Which input was it?
lessons-which_input_do = Choose the volume under “More in”: the bars say on which day it counts. On real prices, tick one input at a time, and let “Runs” count all your looks: one of many helps by chance.

lessons-how_far_back = How far back?
lessons-how_far_back_promise = What an LSTM and a plain RNN can carry from the past, and how to see it.
lessons-an_old_echo = An echo fifteen days old
lessons-an_old_echo_do = In this world each move comes back fifteen days later, at six tenths of its size. The window holds twenty days, so the network, an LSTM, is shown all it needs. Press Train.
lessons-hardly_heard = Hardly heard
lessons-hardly_heard_do = It wins, but barely: its error is more than nine tenths of that of “tomorrow = today”, and eight tenths could be reached. It was shown the echo and made little of it.
lessons-plain_cell = Take the plain cell
lessons-plain_cell_do = Under “Cell”, choose RNN: one tanh layer without gates, a quarter of the LSTM’s numbers to learn.
lessons-train_plain_cell_do = The same days, seed and settings. Press Train and wait for the verdict.
lessons-who_remembers = Textbooks say that a plain RNN forgets. Which will have the smaller error here?
lessons-the_lstm = The LSTM
lessons-the_plain_cell = The plain RNN
lessons-it_remembers = It remembers
lessons-it_remembers_do = The plain cell’s error is smaller by a tenth or more. Where a cell begins matters: the RNN’s recurrent matrix begins orthogonal, which hands on a state at its full length; the LSTM’s forget gates begin half open, and halved fifteen times next to nothing is left.
lessons-see_it_travel = See the error travel
lessons-see_it_travel_do = “Step on” walks through the window and brings the error back; step 6 of 20 holds the echo. “Train all cells” puts the others beside it. Then give the LSTM a “Forget gate’s bias” of 1, train it, and compare under “Runs”.

lessons-what_gates_are_for = What gates are for
lessons-what_gates_are_for_promise = What an open forget gate keeps, and a plain cell loses.
lessons-an_older_echo = An echo forty days old
lessons-an_older_echo_do = Now each move comes back forty days later, and the window holds forty-five. The LSTM’s forget gates begin nearly open, with a bias of 3: a memory fades by 5 % a day, and after forty days a seventh of it is left. Press Train.
lessons-it_was_kept = It was kept
lessons-it_was_kept_do = It wins. The thirty-nine newest days of the window tell nothing of tomorrow; what does lies before them, and the cell carried it past them all.
lessons-it_is_lost = Lost on the way
lessons-it_is_lost_do = A tie: its forecasts are worth no more than the last price. The plain cell writes its whole state anew each day, through the same matrix and a tanh, and after forty days the echo is gone. This is what gates are for: what is multiplied by nearly one fades slowly.
lessons-see_it_fade = See where it fades
lessons-see_it_fade_do = “Step on” walks through the window and brings the error back; step 6 of 45 holds the echo. “Train all cells” puts the others beside it. Then choose the LSTM with a “Forget gate’s bias” of 0, train it, and see what half-open gates make of forty days.

## How an LSTM works, in words beside its equations. Where a word is set apart, the sentence comes in
## pieces, up to it and from it on.

lstm-lead_before = What a price means depends on the prices before it. A{ " " }
lstm-recurrent = recurrent
lstm-lead_after = { " " }network is built for that: it reads one day at a time, and after each day it hands a note to itself about what it has seen so far.

lstm-one_cell = One cell, used again for every day
lstm-chain = With a window of twenty days, the same cell runs twenty times. Its weights do not change from day to day; only its input and its memory do. Drawn once per day, as here, the loop becomes a chain, and the output of its last link is the forecast.
lstm-vanishing_before = A plain recurrent cell has one layer, and rewrites its whole note every day. To learn, an error must travel back through all those rewritings, and at each one it is multiplied by much the same number. Halve it twenty times and less than a millionth is left: the error{ " " }
lstm-vanishes = vanishes
lstm-vanishing_after = , and the cell never learns that something three weeks ago mattered.

lstm-the_cell = The cell: a memory line and four small layers
lstm-history_before = Sepp Hochreiter and Jürgen Schmidhuber answered this in 1997 with the{ " " }
lstm-long_short_term_memory = long short-term memory
lstm-memory_and_output = , the LSTM. Its cell keeps two things: an output{ " " }
lstm-output_and_state = , which others see, and a{ " " }
lstm-cell_state = cell state
lstm-state_after = , which runs straight through the top of the drawing. Nothing squeezes the cell state on its way; it is only scaled a little and added to.
lstm-layers_before = Four small layers decide what happens to it. All four read the same two things: today’s input{ " " }
lstm-input_and_output = { " " }and yesterday’s output{ " " }
lstm-output_and_gates = . Three of them are{ " " }
lstm-gates = gates
lstm-gates_after = : the function σ (sigmoid) brings their values between 0, closed, and 1, open. The fourth proposes new content between −1 and 1, by tanh.
lstm-signs = In the drawing, × and + work number by number; so does ⊙ in the formulas below. Where lines meet, values are read by several layers.

lstm-four_steps = Four steps through the cell
lstm-forget = Forget
lstm-forget_gate = What of the old memory is still worth keeping? The forget gate gives every number of the cell state a share from 0, drop it, to 1, keep it. The cell of 1997 had no such gate and could only pile up; Felix Gers, Jürgen Schmidhuber and Fred Cummins added it in 2000.
lstm-input = Input
lstm-input_gate = How much of today should be written down? On a day like any other the input gate can stay nearly shut; on a day that changes the picture it opens.
lstm-candidate = Candidate
lstm-candidate_layer = What is there to write? The candidate is the content the input gate lets in. With it the memory is brought up to date: keep a part of the old, add a part of the new.
lstm-output = Output
lstm-output_gate = What of the memory is of use right now? The output gate picks it, and the result goes to the next day, to the next layer and, after the last day, to the forecast. What is not shown is not lost: it stays in the cell state.

lstm-why_it_lasts = Why the memory lasts
lstm-one_multiplication = Follow an error back along the memory line. Between yesterday’s cell state and today’s stands one multiplication, by the forget gate:
lstm-learned_gate = While the gate stays near 1, the error comes through nearly whole, over twenty days as over one. And the gate is learned: the cell finds out by itself what to carry for long and what to let go. (Errors also flow through the gates; those paths fade as they do in a plain cell.)

lstm-in_this_network = In this page’s network
lstm-matrices_before = The four layers share one stacked matrix for the input and one for the previous output, with the gates in the order{ " " }
lstm-matrices_after = , as in PyTorch: one product gives all four at once. Two such layers are stacked, 32 numbers of memory each unless you set it otherwise; the second reads what the first puts out, day by day. None of this makes prices predictable. An LSTM can only remember what helps, and whether anything does is what the verdict above measures.
lstm-sources = Sources
lstm-authors_of_1997 = S. Hochreiter and J. Schmidhuber (1997).{ " " }
lstm-authors_of_2000 = F. A. Gers, J. Schmidhuber and F. Cummins (2000).{ " " }

## The drawing of the chain. Its words are short: they have little room.

lstm-chain_title = The recurrent chain, unrolled in time
lstm-chain_description = The same cell drawn once per day, from day 1 to day 20. Each cell reads its day’s price from below and hands its memory to the cell of the next day. The last cell’s output gives the forecast for day 21.
lstm-day = day { $day }
lstm-memory = memory
lstm-forecast_for = forecast for day { $day }

## The drawing of the cell.

lstm-cell_title = The LSTM cell with its four interacting layers
lstm-cell_description = Along the top runs the cell state from the day before to today: it is first multiplied by the forget gate’s output, then the product of input gate and candidate is added. Below, four small layers all read the previous output and today’s input. At the right, the new cell state passes through tanh and is multiplied by the output gate’s values; the result is today’s output, handed to the next day.
lstm-memory_line = cell state: the memory line
lstm-todays_input = today’s input
lstm-draw_forget = forget
lstm-draw_input = input
lstm-draw_candidate = candidate
lstm-draw_output = output

## Prices: what they are called, where they come from, what is odd about them.

market-daily = Daily
market-weekly = Weekly
market-monthly = Monthly
market-close = Close
market-adjusted_close = Adjusted close

# Prices without a file's name.
market-pasted_prices = Pasted prices
market-daily_from_alpha_vantage = { $symbol }, daily, from Alpha Vantage
market-weekly_from_alpha_vantage = { $symbol }, weekly, from Alpha Vantage
market-monthly_from_alpha_vantage = { $symbol }, monthly, from Alpha Vantage

market-no_symbol = No symbol is given: type one, such as IBM or TSCO.LON.
market-symbol_too_long = A symbol has at most { $most } characters: type one such as IBM or TSCO.LON.
market-not_in_a_symbol = A symbol cannot contain “{ $character }”: use letters, digits, and . - ^ = only.
market-no_pair = A pair is two codes with a slash between them: type one such as EUR/USD or BTC/USD.

market-extent = { $count ->
    [one] 1 row from { $from } to { $to }.
   *[other] { $count } rows from { $from } to { $to }.
}
market-out_of_order = { $count ->
    [one] 1 row was out of date order and has been sorted in.
   *[other] { $count } rows were out of date order and have been sorted in.
}
# `reason` as market-bad_date and those below it.
market-row_left_out = Line { $line } was left out: { $reason }.
market-rows_left_out = { $count } rows were left out, the first on line { $line }: { $reason }.
market-bad_date = its date cannot be read
market-price_missing = its price is missing
market-price_no_number = its price is not a number
market-price_not_positive = its price is not above zero
market-too_many_cells = it has more cells than the table has columns
market-odd_left_out =
    { $rows ->
        [one] { $rows } row with an odd price was left out, on { $first }.
       *[other] { $rows } rows with odd prices were left out, the first on { $first }.
    }
market-odd_corrected =
    { $rows ->
        [one] The decimal point was moved in { $rows } row with an odd price, on { $first }.
       *[other] The decimal point was moved in { $rows } rows with odd prices, the first on { $first }.
    }
market-date_twice = There were two rows for { $date }; the last one was kept.
market-dates_repeated = { $count } rows repeated a date, the first { $first }; the last row of each date was kept.

# `one` as market-one_trading_day.
market-gap = There is a gap of { $days } days between { $from } and { $to }; the forecast steps over it as if it were { $one }.
market-gaps = There are { $count } gaps, the longest of { $days } days between { $from } and { $to }; the forecast steps over each as if it were { $one }.
# In German in the nominative.
market-one_trading_day = one trading day
market-one_week = one week
market-one_month = one month
market-gap_of_weekdays = There is a gap of { $days } weekdays between { $from } and { $to }.
market-gaps_of_weekdays = There are { $count } gaps, the longest of { $days } weekdays between { $from } and { $to }.
market-on_weekends = { $count ->
    [one] 1 row is on a weekend.
   *[other] { $count } rows are on weekends.
}
market-never_closed = This market trades on weekends, too.
market-one_price = Every row has the price { $price }: there is nothing to forecast, and no forecast can be judged by it.
# `kind` as price_file-close and those beside it.
market-spike = On { $date } the { $kind } is { $value }, while it is about { $usual } on the rows before and after: most likely a wrong number.
market-spikes = { $count } prices are out of line with the rows before and after them, most likely wrong numbers: first on { $date } the { $kind } of { $value } (before: { $usual }).
# `percent` as `-35.2%`.
market-far_move = On { $date } the price moves by { $percent }, far beyond its usual moves: a wrong number would weigh heavily in what is learnt and scored.
market-far_moves = { $count } moves are far beyond the usual ones, the largest of { $percent } on { $date }: a wrong number among them would weigh heavily in what is learnt and scored.
market-adjusted_alone = On { $date } the adjusted close jumps and the close does not: the adjustment looks wrong there.
market-often_adjusted_alone = On { $count } days, first on { $date }, the adjusted close jumps and the close does not: the adjustment looks wrong there.
market-coarse = The prices are rounded to steps of { $step }, which is { $percent } of a usual price: smaller moves are lost.
market-price_stays = The price stays at { $price } for { $rows } rows from { $from } to { $to }.
market-price_stands_still = The price stands still { $count } times, the longest for { $rows } rows from { $from } to { $to }.
market-unfinished_week = The last row, { $last }, is of a week that was not over yet.
market-unfinished_month = The last row, { $last }, is of a month that was not over yet.

# `split` as `7:1`.
market-jump = The jump on { $date } looks like a { $split } split that these closing prices are not adjusted for; adjusted prices would train a better forecast.
# The count is of the others.
market-jumps = { $count ->
    [one] The jump on { $date } (and there is 1 more such jump) looks like a { $split } split that these closing prices are not adjusted for; adjusted prices would train a better forecast.
   *[other] The jump on { $date } (and there are { $count } more such jumps) looks like a { $split } split that these closing prices are not adjusted for; adjusted prices would train a better forecast.
}
market-looks_like_split = Looks like a { $split } split on { $date }.
market-may_be_split = May be a { $split } split on { $date }.
market-adjusted_for_split = Prices before { $date } are adjusted for a { $split } split.

## Files of a run: their buttons, the run card, and models that are opened again.

model_file-download_model = Download model
model_file-download_script = Download PyTorch script
model_file-download_predictions = Download predictions (CSV)
model_file-download_run_card = Download run card
model_file-download_scores_csv = Download scores (CSV)
model_file-download_scores_latex = Download scores (LaTeX)
model_file-model_means = Weights and scaling, as safetensors with PyTorch’s names.
model_file-script_means = Loads the model in PyTorch and repeats the predictions.
model_file-predictions_mean = Every price and what was predicted for it.
model_file-run_card_means = The run in words, as Markdown, with its link.
model_file-scores_csv_means = The score table, for a spreadsheet.
model_file-scores_latex_means = The score table, for a paper.

## The run card. Its Markdown is the card's own business.

model_file-card_title = Hindcast run: { $symbol }
model_file-beats = The network beats “tomorrow = today”
model_file-signal = The network knows something, but not enough to beat “tomorrow = today”
model_file-ties = The network ties with “tomorrow = today”
model_file-loses = The network loses to “tomorrow = today”
model_file-replay = Replay it: { $link }
model_file-changed_by_hand = { $changes }, so its link does not repeat this run, only its settings: { $link }
model_file-data = Data
model_file-daily = daily
model_file-weekly = weekly
model_file-monthly = monthly
model_file-rows = { $rows } rows, { $first } to { $last }
model_file-blocks = { $training } rows for training, { $validation } for validation, { $test } for the test
model_file-network = Network
model_file-recipe = Recipe { $recipe }: target { $target }, scaler { $scaler }, split { $split }, label { $label }
model_file-recipe_honest = honest
model_file-recipe_notebook = notebook
model_file-target_return = return
model_file-target_price = price
model_file-scaler_train = train
model_file-scaler_all = all
model_file-split_time = time
model_file-split_random = random
model_file-label_next = next
model_file-label_average = average
model_file-shape = Window { $window }, { $layers } { $cell } layers of { $units } units, dropout { $dropout }, { $parameters } parameters
# kind: Linear or NLinear
model_file-shape_of_linear = Window { $window }, one linear layer ({ $kind }), { $parameters } parameters
model_file-untrained_weights = the untrained weights, as no epoch was better
model_file-weights_of_epoch = the weights of epoch { $epoch }
model_file-epochs = { $done } epochs of { $planned }
model_file-course = Batch { $batch }, learning rate { $rate }, seed { $seed }; { $done }, { $weights }
model_file-trained_on_gpu = Trained on the GPU by WebGPU ({ $adapter }), { $ms } ms a step
model_file-trained_on_cpu = Trained on the CPU ({ $adapter }), { $ms } ms a step
model_file-run_on_gpu = Run on the GPU by WebGPU ({ $adapter }), without training
model_file-run_on_cpu = Run on the CPU ({ $adapter }), without training
model_file-scores = Scores on the test days
model_file-forecast = forecast
model_file-right_direction = right direction
model_file-interval = The { $level } % interval, calibrated on { $calibrated_on }, held { $coverage } % of the test days and is { $width } wide on average.
model_file-next_day = The next day
model_file-next_price = After { $after } at { $last }: **{ $price }**, with { $level } % between { $low } and { $high }.
model_file-files = Files of this run
model_file-model_holds = the network, named as in PyTorch
model_file-script_holds = loads it and repeats the predictions
model_file-predictions_hold = prices and predictions
model_file-report_holds = the report, with everything
model_file-no_advice = Educational, not advice.

## Models that were trained before.

model_file-from_a_file = from a file, not trained here
model_file-kept_from_before = kept from an earlier training, not trained anew
model_file-comes_from_a_file = This network comes from a file, { $name }: it was not trained here, but judged on these prices as it is.
model_file-comes_from_run = This is the network of run { $run } as it was kept on this device: it was not trained anew.
# A file of prices, by its name.
model_file-the_file = the file { $name }
model_file-rows_of = { $what }, { $rows } rows from { $first } to { $last }
model_file-days_of = { $what }, from { $first } to { $last }
# After a colon; what the model needs was said by `rows_of` or `days_of`.
model_file-needs = it needs { $wanted }.
model_file-opened_and_needs = The model is opened, and it needs { $wanted }.
model_file-not_its_prices = These are not the prices that the opened model was trained on: it needs { $wanted }. Load those prices; the model waits for them.
model_file-needs_other = The opened model also reads a second series: { $wanted }. Load it, press “Keep as the second series” under Prices, then load the prices that it forecasts; the model waits for them.
model_file-another_other = The second series has other prices than the one that the opened model was trained on: { $wanted }. Load that one, press “Keep as the second series” under Prices, then load the prices that it forecasts; the model waits for them.
model_file-longer_and_scattered = These prices have gone on since the opened model was trained, and its training days were drawn at random, so no fair test days are left. Train it anew instead.
model_file-corrected_since = These prices are of the same days as those the model was trained on, but not the same: they were corrected or adjusted since. Its scores differ from those it had.
model_file-gone_on = { $count ->
    [one] These prices go on for { $count } row after those the model was trained on. It is judged on the last fifth of them all, so its scores differ from those it had.
   *[other] These prices go on for { $count } rows after those the model was trained on. It is judged on the last fifth of them all, so its scores differ from those it had.
}
model_file-unreadable = This is no complete safetensors file: choose a model that was downloaded here, or download it again.
model_file-foreign = This safetensors file holds another network than Hindcast’s: choose a model that was downloaded here.
model_file-damaged = This model cannot be used, because its { $part } is not as it should be: download it again from the page that trained it.
model_file-list_of_settings = list of settings
model_file-list_of_tensors = list of tensors
model_file-scaling = scaling
model_file-length = length
model_file-layout = layout

## The network section: the recipe, the leaks, the device, and the drawing of the network.

# The section's heading.
network-title = How it is trained
network-reset = Reset values
network-settings = Settings of the network and its training
network-settings_button = Settings
network-summary = window { $window } · hidden { $hidden } · layers { $layers } · batch { $batch }
# The line above of a network whose cell is not the LSTM.
network-summary_of_cell = { $cell } · { $summary }
# cell: Linear or NLinear
network-summary_of_linear = { $cell } · window { $window } · batch { $batch }

network-honest = Honest
network-notebook = Notebook
network-what_honest_does = Forecasts the return, scales on training days alone, begins at the average change, and keeps a validation block that picks the best epoch, if any.
network-what_notebook_does = As tutorials do it: forecasts the price itself and scales with the whole history, test days included. Instructive, and not to be trusted.
# `changes` are some of the following, with commas.
network-changed_from_recipe = Changed from the recipe: { $changes }.
network-forecasts_price = it forecasts the price itself
network-forecasts_return = it forecasts the return
network-scales_on_training = it scales on training rows alone
network-scales_on_all = it scales on the whole history, test rows included
network-splits_at_random = its test rows are drawn at random from the whole history
network-learns_average = it learns a 5-day average instead of the next day
network-reads_known_too_late = it reads what is known only when the day that it forecasts is over

network-automatic = Automatic
network-what_automatic_is = A real graphics card where the browser offers one, else the CPU.
network-what_webgpu_is = The graphics card through WebGPU, even a slow emulated one.
network-what_cpu_is = The processor. The same seed gives the same losses to the last digit.

network-leaks = Leaks to try
network-what_leaks_do = Each lets some of the answer into the question. Train without it, then with it: “Runs” says what it changed on this history, also where that is nothing.
network-leak_scaler = Scale on the whole history
network-leak_split = Split at random
network-leak_label = Learn a 5-day average
network-leak_lookahead = Read what is known too late

# A part of the drawing.
network-window = Window
network-window_shape = { $count ->
    [one] { $count } day, 1 number
   *[other] { $count } days, 1 number each
}
network-window_shape_of_several = { $count } days, { $numbers } numbers each
# The layer before the LSTM; the names are PyTorch’s.
network-first_linear = Linear { $inputs } → { $outputs }, ReLU
# The layer after it.
network-last_linear = Linear { $inputs } → { $outputs }
# Around the layer of NLinear: a name, and below it what comes out.
network-less_last_day = Less the last day
network-less_last_day_shape = each day, less the last
network-and_last_day = And the last day
network-and_last_day_shape = its own value on top
network-numbers_a_day = { $count ->
    [one] { $count } number a day
   *[other] { $count } numbers a day
}
network-last_day = Last day
network-last_days_joined = Last day of each, joined
network-numbers = { $count ->
    [one] { $count } number
   *[other] { $count } numbers
}
network-dropout_shape = { $percent } % set to zero, in training only
network-next_days = { $count ->
    [one] the next day, 1 number
   *[other] the next { $count } days, { $count } numbers
}
network-learns_nothing = learns nothing
network-to_learn = { $number } to learn
# After the number of all of them.
network-numbers_to_learn = numbers to learn.

## Notices: what happened, and what to do next. And the place of a part that did not load.

## Parts of the page.

notices-part_did_not_load = A part of this page did not load, so nothing was done. Check the connection and try again; if that does not help, reload the page: it may have been updated since you opened it.
notices-results_did_not_load = This part of the page did not load. Check the connection and try again; if that does not help, reload the page: it may have been updated since you opened it.
notices-try_again = Try again

## Links.

notices-link_to_symbol = This link is about the prices of { $symbol }. Enter your free Alpha Vantage key and press Load prices.
notices-link_waits = This link is about the prices of { $symbol }. A link spends no request of your key by itself.
notices-link_to_file = This link is about prices from the file { $name }, which a link cannot carry. Open that file under Prices, or choose another source.
notices-other_wanted = These settings also read a second series, which is not here: { $wanted }. Load it under Prices, press “Keep as the second series”, then load the prices to forecast.
notices-link_while_training = A training is running. Stop it, then open the link again.
notices-link_while_studying = The network is being trained over and over below the verdict. Cancel that, then open the link again.

## Files of prices.

notices-file_while_training = A training is running. Stop or cancel it, then open the prices again.
notices-use_while_training = A training is running. Stop or cancel it, then press Use these prices again.
notices-file_not_readable = The browser could not read this file: it may have been moved or changed. Choose it again.
notices-file_leaves_a_question = This file leaves a question: see under Prices how it was read, correct it if need be, and press Use these prices.
notices-archive_leaves_a_question = This archive holds { $count } files of prices: choose one of them under Prices.
notices-no_file_dropped = What was dropped is no file: drop a file of prices, such as a CSV, or a trained model.
notices-too_many_files = { $count } files were dropped. Drop one to open it, or 2 to 20 to train on them together.
notices-files_held = { $count } files are held. “Does it hold?” trains on them together; drop one by itself to open it.

## Models.

notices-model_while_training = A training is running. Stop or cancel it, then open the model again.
notices-model_too_large = This file is far larger than any model that was trained here: choose a model that was downloaded here.
# After what the model needs.
notices-model_waits_for_symbol = Enter your free Alpha Vantage key and press Load prices: the model waits for them.
# After what the model needs.
notices-model_waits_for_file = Open that file under Prices: the model waits for it.

## Saving.

notices-report_not_saved = The report could not be saved. Allow downloads for this page and try again.
notices-file_not_saved = The file could not be saved. Allow downloads for this page and try again.

## What is kept on the device.

notices-nothing_is_kept = This browser keeps nothing for this page: its storage is full or switched off. Runs and their networks are there until you close this tab; download what you want to keep.
notices-network_not_readable = The network of this run could not be read from this device: press Restore and train it again.
notices-resume_while_busy = Something else is under way. Stop or cancel it, then press Resume it again.
notices-interrupted_not_readable = The interrupted training could not be read from this device. Its settings are none of the loss: train again.
notices-interrupted_needs_prices = The interrupted training needs the prices it began with: { $prices }. Load them, then press Resume it again.
notices-interrupted_needs_other = The interrupted training also reads a second series, which is not here or has other prices now: { $wanted }. Load the one it began with, keep it as the second series under Prices, then press Resume it again.

## Training.

notices-no_prices = There are no prices to train on yet. Choose a source and load them first.
notices-first_recipe_stopped = Stopped, so the second recipe was not trained. Press Run both recipes to start again.
notices-second_recipe_stopped = Stopped during the second recipe. The first one’s result is in the list of runs: tick both there to compare them as they are.
notices-partner_is_gone = That run is no longer in the list: choose another one to compare with.
# Why follows.
notices-still_sealed = The sealed block could not be scored and is still sealed. { $reason }

## Alpha Vantage.

notices-key_wanted = Enter your Alpha Vantage key (a free one takes a minute), or try IBM with the demo key.
notices-key_as_symbol = That looks like an API key, so nothing was asked for. Type the key into the field “API key” and a symbol such as IBM into “Symbol”.
notices-copies_gone = The copies, the list of recent symbols, and the runs, networks and forecasts that were kept are gone from this device. What you see stays until you leave the page.
notices-copies_not_removed = The list of recent symbols is gone, but this browser did not let the page remove copies of prices, runs and networks that it may hold. To remove them, clear this site’s data in the browser’s settings, where cookies are listed.
notices-newer_with_key = Enter your Alpha Vantage key and press Refresh for newer prices.
notices-newer_by_refresh = A link spends no request of your key by itself: press Refresh for newer prices.
# Why follows: this and the next one.
notices-prices_of_a_copy = These are the prices of the copy kept on this device. { $reason }
notices-prices_of_a_copy_of = These are the prices of the copy kept on this device, of { $date }. { $reason }
notices-no_copy_kept = The prices are loaded, but this browser keeps no copy of them: its storage for this page is full or switched off. Until you close this tab they need not be asked for again.
notices-recent_only = Alpha Vantage called the request for the whole history of { $symbol } invalid, so these are its last { $count } days: enough to see how it works, too few to learn much from.
notices-no_recent_either = Alpha Vantage called the request for the whole history invalid, so the last 100 days were asked for. { $reason }
# What was offered instead: so many rows, and how they are adjusted; this and the next two.
notices-days_instead = { $count ->
    [one] { $count } trading day of { $symbol } since { $first }, { $how }. A forecast is now for one trading day ahead.
   *[other] { $count } trading days of { $symbol } since { $first }, { $how }. A forecast is now for one trading day ahead.
}
notices-weeks_instead = { $count ->
    [one] { $count } week of { $symbol } since { $first }, { $how }. A forecast is now for one week ahead.
   *[other] { $count } weeks of { $symbol } since { $first }, { $how }. A forecast is now for one week ahead.
}
notices-months_instead = { $count ->
    [one] { $count } month of { $symbol } since { $first }, { $how }. A forecast is now for one month ahead.
   *[other] { $count } months of { $symbol } since { $first }, { $how }. A forecast is now for one month ahead.
}
notices-adjusted = adjusted for splits and dividends
notices-as_traded = as traded, not adjusted for splits and dividends
notices-symbol_to_search_for = Type a part of the company’s name into the symbol field, then search.
notices-search_needs_a_key = Searching by name needs an Alpha Vantage key of your own (a free one takes a minute): enter it, or type the symbol itself.

## What surrounds the sections: the top bar, the notice bar, the foot.

# The document's title.
page-document_title = Hindcast: does an LSTM beat “tomorrow = today”?
# What search engines and link previews show under the title.
page-document_description = Train an LSTM on stock prices in your browser, on your own GPU, and see plainly whether its forecasts beat saying that tomorrow’s price is today’s.
page-skip_to_content = Skip to the content
page-lessons = Lessons
page-how_it_works = How it works
# Opens colours, language and what the page is.
page-more = More
page-close_panel = Close: { $panel }
page-copy_link = Copy link
page-link_copied = Link copied
page-copy_by_hand = This browser lets no page copy. Here is the link:
page-colours = Colours
page-colours_auto = Auto
page-colours_light = Light
page-colours_dark = Dark
page-language = Language
page-dismiss_message = Dismiss message
page-load_weekly = Load the free weekly history
page-load_recent = Load the last 100 days
page-load_symbol = Load { $symbol }
page-search_symbol = Search for “{ $typed }”
page-not_advice = Educational, not advice.
page-what_it_is = Hindcast shows how an LSTM forecasts and how to judge a forecast. Nothing here is a recommendation to buy or sell anything.
page-who_sees_what = Everything runs in this tab: prices go from Alpha Vantage to your browser, the network trains on your own device, and no one else sees your key, your prices or your results.
page-not_kept = This browser does not keep the page: it opens only while there is a network.
page-licences = Licences of what Hindcast is made of
# A language’s words could not be fetched.
page-language_did_not_load = { $language } did not load: check your connection, and choose it again.

## What the test days would have paid.

paid-comes = After a training: who had traded the test days by its forecasts, beside who had held.
paid-scattered = A random split has scattered the test days over the history: nobody could have traded on one after the other.
paid-cost = Cost of a trade
# bp: basis points, hundredths of a percent.
paid-cost_is = { $cost } bp
paid-growth_title = What 1 became
paid-rules = The rules beside one another
paid-rule = Rule
paid-one_became = 1 became
paid-sharpe = Sharpe
paid-sharpe_means = Sharpe ratio of a year: mean return by its deviation, over an interest of 0
paid-turnover = Turnover
paid-turnover_means = Bought and sold in all, in units of what is owned
paid-trades = Trades
paid-drawing = Drawing how far luck moves it …
paid-hold = Buy and hold
paid-hold_means = in all the time
paid-long_flat = In or out
paid-long_flat_means = in where it says up, else out
paid-long_short = In or short
paid-long_short_means = in where it says up, sold short where it says down
# All three are Sharpe ratios or differences of them, as in the two below.
paid-ahead_of_holding = Its Sharpe ratio less that of holding: { $difference }, with a 95 % interval from { $low } to { $high }. That is more than luck would give.
paid-behind_holding = Its Sharpe ratio less that of holding: { $difference }, with a 95 % interval from { $low } to { $high }. That is worse than luck would give.
paid-not_told_from_luck = Its Sharpe ratio less that of holding: { $difference }, with a 95 % interval from { $low } to { $high }. The interval is over zero: not told apart from luck.
paid-worth_up_to =
    { $trades ->
        [one] It traded on { $trades } day and earned more a day than holding as long as a trade costs less than { $cost } basis points.
       *[other] It traded on { $trades } days and earned more a day than holding as long as a trade costs less than { $cost } basis points.
    }
paid-not_worth_it =
    { $trades ->
        [one] It traded on { $trades } day and earned no more a day than holding, even if trading were free.
       *[other] It traded on { $trades } days and earned no more a day than holding, even if trading were free.
    }
# A deflated Sharpe ratio.
paid-deflated =
    { $looks ->
        [one] The chance that its Sharpe ratio is more than luck’s is { $share } (deflated for { $looks } look).
       *[other] The chance that its Sharpe ratio is more than that of the best of { $looks } useless ones is { $share } (deflated for { $looks } looks).
    }
paid-no_advice = A test of the forecast, and no advice: it trades at the very price that the forecast is made of, without spread, taxes or interest.

## Price files: how one is read, what it leaves open, why it gives no prices.

# Columns’ roles.
price_file-date = date
price_file-open = open
price_file-high = high
price_file-low = low
price_file-close = close
price_file-adjusted_close = adjusted close
price_file-volume = volume
price_file-not_used = not used

price_file-decimal_point = decimal point
price_file-decimal_comma = decimal comma

# What separates cells; in German also after “durch”.
price_file-commas = commas
price_file-semicolons = semicolons
price_file-tabs = tabs
price_file-bars = bars
price_file-blanks = blanks

price_file-year_month_day = year, month, day
price_file-day_month_year = day, month, year
price_file-month_day_year = month, day, year
price_file-unix_seconds = seconds since 1970
price_file-unix_milliseconds = milliseconds since 1970
price_file-unix_microseconds = microseconds since 1970
price_file-unix_nanoseconds = nanoseconds since 1970
price_file-compact_pattern = YYYYMMDD

price_file-read_as_answer = Read as: an answer of Alpha Vantage.
# `price` as price_file-price_column and those below it.
price_file-read_as_table = Read as: date { $dates }, { $price }, { $mark }, cells separated by { $separator }.
price_file-read_as_json = Read as: JSON, date { $dates }, { $price }.
# Follows price_file-read_as_table and price_file-read_as_json, after a space.
price_file-rows_of_share = Only the rows of { $share } are read.
price_file-price_column = { $role } = column { $column }
price_file-named_price_column = { $role } = column { $column } (“{ $name }”)
price_file-no_price_column = no column of prices

# `shares` as `INTC, PEP, WMT`; the count is at least 2.
price_file-doubt_of_tickers = The file holds the prices of { $count } shares ({ $shares }): which one is to be read?
# `shares` as `INTC, PEP, WMT`: the first of more.
price_file-doubt_of_many_tickers = The file holds the prices of { $count } shares ({ $shares }, …): which one is to be read?
price_file-doubt_of_minguo = The years look like those of the Republic of China, whose year 113 is 2024: are the dates right as shown?
price_file-doubt_of_buddhist = The years look like those of the Buddhist calendar, whose year 2567 is 2024: are the dates right as shown?
price_file-doubt_of_closes = Several columns have the name of the close: is the right one chosen?
price_file-doubt_of_date_order = The dates could be { $read } or { $other }: are they right as shown?
price_file-doubt_of_point = The numbers are read with a decimal point, but they could be read otherwise: are the prices right as shown?
price_file-doubt_of_comma = The numbers are read with a decimal comma, but they could be read otherwise: are the prices right as shown?
price_file-doubt_of_columns = The columns have no names that are known here, so their meaning was guessed from their numbers: is the close the right column?
price_file-doubt_of_price = No column looks like a closing price: which one is it?

price_file-too_large = This file has { $megabytes } MB, and the largest that is read here has { $most } MB: choose a file of one share’s daily prices.
price_file-empty = This file is empty: choose one with a column of dates and a column of prices.
price_file-zip = This file is a ZIP archive: unpack it first, and choose the file within.
price_file-packed = This file is packed (by gzip, 7-Zip or the like): unpack it first, and choose the file within.
price_file-workbook = This file is a workbook of another form than .xlsx, not text: save it as .xlsx or as CSV and choose that file.
price_file-old_workbook = This file is an old Excel workbook, or one that is locked by a password: save it without a password as .xlsx or as CSV and choose that file.
price_file-pdf = This file is a PDF document, not text: save the prices as CSV and choose that file.
price_file-parquet = This file is a Parquet file, not text: save the prices as CSV (in pandas, read_parquet and then to_csv) and choose that file.
price_file-data_file = This file is a program’s own file of data (Feather, HDF5, SQLite, pickle), not text: save the prices as CSV and choose that file.
price_file-image = This file is a picture: choose one that holds the prices as text.
price_file-web_page = This file is a web page (HTML) and no price file: download the prices themselves, or copy the table from the page and paste it here.
price_file-sign_in_page = This file is a web page that asks to sign in, saved in place of the prices: sign in there first, then download the prices again.
price_file-markup = This file is a document of tags (XML) and no table: save the prices as CSV and choose that file.
price_file-binary = This file is made of bytes that no text has, not text: save the prices as CSV and choose that file.
price_file-no_table = From line { $line } on there is no column of dates beside a column of numbers: choose a file with one row per day, its cells separated by commas, semicolons, tabs, bars or blanks.
price_file-no_dates = From line { $line } on there are rows, but none of their columns holds dates, and prices without dates are no history: save the file again with a column of dates, best as YYYY-MM-DD (in pandas, keep the index).
price_file-damaged_json = This JSON file is damaged or cut short at line { $line }: download it again.
price_file-too_many_values = This JSON file holds millions of values: choose a file of one share’s daily prices.
price_file-no_prices_in_json = Nothing in this JSON file is a list of dates and prices: choose one that holds a price for each day.
price_file-service_error = This file holds an error message of a service and no prices: ask the service again, and save what it answers then.
price_file-service_error_number = This file holds an error message of a service ({ $number }) and no prices: ask the service again, and save what it answers then.
price_file-no_prices = From line { $line } on there are dates, but no column that looks like a closing price: say in the preview which column it is.
price_file-no_usable_row = No row can be used, from line { $line } on ({ $reason }): correct in the preview how the file is read, or choose another file.
price_file-there_is_no_row = there is none
price_file-intraday = This file holds several prices a day (see line { $line }): choose one with daily, weekly or monthly prices.
# What stands for a digit of the day, the month and the year in a pattern: DD.MM.YYYY.
price_file-day_letter = D
price_file-month_letter = M
price_file-year_letter = Y
# What a packed file (a ZIP archive, an Excel workbook) does not give.
price_file-packed_too_large = Unpacked, this file has more than { $most } MB, and no larger one is read here: choose a file of one share’s daily prices.
price_file-packed_locked = This file is locked by a password: save it without one and choose it again.
price_file-packed_unreadable = This file cannot be unpacked, because it is damaged or packed in a way that is not read here: download it again, or unpack it yourself and choose the file within.
price_file-packed_no_prices = Nothing in this file is a table of dates and prices: choose one with a row for each day.
# `files` as `a.csv, b.csv`.
price_file-packed_several = This archive holds { $count } files of prices ({ $files }): unpack it, and choose one of them.
price_file-packed_many = This archive holds { $count } files of prices ({ $files }, …): unpack it, and choose one of them.

## The section of prices: where they come from, what was loaded, what is odd about it, and the known
## worlds with their sliders.

# The page's heading.
prices-question = Can a network beat “tomorrow = today”?
prices-lede = Train an LSTM on stock prices, here in your browser, and see plainly whether its forecast is worth more than repeating the last price.
# The section's heading.
prices-title = Prices
prices-in_use = Prices in use

prices-real_prices = Real prices
prices-from_alpha_vantage = From Alpha Vantage, straight to this browser. Weekly and monthly histories are free; long daily ones need a premium key.
prices-known_worlds = Known worlds
# The network that is not needed is the internet.
prices-what_worlds_are = Generated prices whose true process is known, and so the best score anyone could reach. No key, no network.
# What the choice is of.
prices-known_world = Known world
prices-lesson_of_random_walk = Nothing to learn: tomorrow is today plus luck. An honest network ties.
prices-lesson_of_mean_reverting = A little to learn: what is far from its level drifts back.
prices-lesson_of_seasonal = Much to learn: a wave that repeats under the noise.
prices-lesson_of_volatility_clusters = Nothing to learn about up and down: only how wild tomorrow will be.
prices-lesson_of_regime_switching = Something to learn: the last weeks tell which of two hidden markets it is.
prices-lesson_of_trend_break = A trap: the trend that was learned turns round.
prices-lesson_of_jump_diffusion = Nothing to learn: leaps come out of nowhere.
prices-lesson_of_sine = All to learn: a wave without any noise.
prices-lesson_of_echo = Something to learn, if one remembers far enough: each move comes back after a number of days.
prices-lesson_of_shock = A little to learn on a few days: a shock comes back weeks later, and nothing else does.
prices-lesson_of_volume = Nothing to learn from prices, much from volumes: let the network read both.
prices-parameters_of = Parameters: { $world }
prices-usual_values = Back to the usual values

prices-waiting = Waiting for prices …
prices-none_yet = No prices yet. Choose a known world, load a symbol, or open a file.
prices-other_series = Second series
prices-what_other_is = A network can read the moves of a second series beside the prices that it forecasts: load it, keep it here, then load the prices to forecast and tick it under Settings.
prices-no_other_yet = There is none yet.
# `name` is a symbol, a file or a world, `rows` a number.
prices-other_kept = Kept: { $name }, { $rows } rows from { $first } to { $last }.
prices-other_wanted = The settings read { $wanted } as the second series, which is not here: load it, and keep it.
prices-keep_as_other = Keep as the second series
prices-remove_other = Remove the second series
# Buttons that load prices at one press.
prices-world_with_rhythm = A world with a rhythm
prices-ibm_without_key = IBM, no key
prices-history = Price history
prices-split = What is trained on and what is held out
# A tag beside the name of a world.
prices-synthetic = synthetic
# Which price a day, a week or a month is told by.
prices-field = Field
prices-daily_adjusted_close = daily adjusted close
prices-daily_close = daily close
prices-weekly_adjusted_close = weekly adjusted close
prices-weekly_close = weekly close
prices-monthly_adjusted_close = monthly adjusted close
prices-monthly_close = monthly close
prices-rows = Rows
prices-dates = Dates
prices-from_to = { $first } to { $last }
prices-last_price = Last price
prices-best_reachable = Best reachable on the held-out fifth: an error { $ratio } times that of “tomorrow = today”.

prices-data_check = Data check
prices-nothing_odd = nothing odd
prices-things_to_know = { $count ->
    [one] 1 thing to know
   *[other] { $count } things to know
}
prices-looked_for = Looked for: gaps, repeated dates, rows out of order, rows without a usable price, weekends, prices that stand still, and jumps that look like splits.
prices-what_splits_do = A split changes the number of shares, not what they are worth. Adjusted prices are what they would have been without it; results of the unadjusted ones are cleared.
prices-more_jumps = { $count ->
    [one] And { $count } more such jump.
   *[other] And { $count } more such jumps.
}
prices-adjust = Adjust
prices-undo = Undo
prices-adjust_for_all = Adjust for all { $count }
prices-leave_odd_out =
    { $count ->
        [one] Leave out the row with an odd price
       *[other] Leave out the { $count } rows with odd prices
    }
prices-take_odd_back =
    { $count ->
        [one] Take the row with an odd price back
       *[other] Take the { $count } rows with odd prices back
    }
prices-correct_odd =
    { $count ->
        [one] Correct the decimal point of the odd price
       *[other] Correct the decimal points in { $count } rows
    }
prices-undo_correction = Undo the correction
prices-undo_all = Undo all
# `split` is a ratio, as `7:1`.
prices-adjust_for = Adjust for the { $split } split on { $date }
prices-undo_adjusting_for = Undo adjusting for the { $split } split on { $date }

## The form for prices from Alpha Vantage: the symbol, the interval, the key, and the day's requests.

requests-form = Prices from Alpha Vantage
requests-interval = Interval
requests-load = Load prices
requests-try_demo = Try IBM with the demo key

requests-key = API key
# The words of the button are the beginning of what it is called.
requests-show = Show
requests-show_key = Show what is typed as the key
requests-key_is_sent = Sent to Alpha Vantage and to no one else.
requests-key_in_tab = A key is kept for this tab. Leave the field empty to use it.
requests-key_on_device = A key is remembered on this device. Leave the field empty to use it.
requests-key_not_remembered = This browser lets the page remember nothing, so the key is kept for this tab only.
requests-key_not_forgotten = This browser did not delete the key: it stays on this device until you delete the site’s data in the browser’s settings.
requests-get_key = Get a free key
requests-remember_key = Remember on this device
requests-forget_key = Forget the key

requests-symbol = Symbol
requests-symbol_help = As in IBM or TSCO.LON, EUR/USD or BTC/USD. Or type a company’s name and press Enter: a search is one request.
requests-search = Search
requests-search_by_name = Search by name
requests-searching = Searching …
requests-no_match = Alpha Vantage knows no name like “{ $typed }”. Try fewer letters, or the symbol itself.
requests-matches = { $count ->
    [one] { $count } match. Enter takes it.
   *[other] { $count } matches. Choose with the arrow keys and Enter.
}
# What the list below the field is called.
requests-choices = Choices
requests-loaded_lately = loaded lately
# `base` and `quote` as EUR and USD.
requests-understood_rate = { $base } in { $quote }: an exchange rate, day by day.
requests-understood_coin = { $base } in { $quote }: a coin’s price, day by day, weekends included.
requests-exchange_rate = exchange rate
requests-coin = coin

# Before how many there were today.
requests-requests = Requests:
requests-used_of = { $used } of { $limit } today, counted on this device.
# More than a free key has.
requests-used = { $used } today, counted on this device.
requests-what_a_free_key_has = A free key has { $limit } a day, by New York’s date as in the service’s own times; prices that are kept here cost none.
requests-symbols_are_remembered = Symbols that were loaded earlier are remembered on this device.
requests-from_copy_on_device = From the copy kept on this device, of { $date }.
requests-from_copy_in_tab = From the copy kept in this tab, of { $date }.
requests-fetched_kept_on_device = Fetched on { $date }. A copy is kept on this device.
requests-fetched_kept_in_tab = Fetched on { $date }. A copy is kept until this tab closes.
requests-refresh = Refresh
requests-forget = Forget

## The verdict section: scores, intervals, days ahead, the sealed block.

# Both ends of a range, prices or dates.
results-from_to = { $low } to { $high }

results-scores_title = Scores on the held-out test block
results-network_means = the network you trained
results-persistence = Persistence
results-persistence_means = tomorrow = today
results-drift_means = today plus the average step
results-moving_average_means = the mean of the last five days
results-ar1_means = the last return, weighted
results-ridge = Ridge
results-ridge_means = a straight line through the same window
results-best_possible_means = by someone who knows the process
results-forecast = Forecast
results-mae_means = Mean absolute error, in price units
results-rmse_means = Root mean squared error, in price units
results-mape_means = Mean absolute percentage error
results-rmae_means = MAE divided by that of persistence: below 1 is better
results-r_squared = R² returns
results-r_squared_means = Out-of-sample R² on returns, against the expanding mean
results-direction_and_interval = Direction right (95 % interval)
results-always_up = Persistence names no direction. For comparison, always saying “up” would have been right on { $share } of the test days.

results-intervals_title = How sure is it?
# `calibrated_on` is in the dative in German.
results-intervals_are = Each interval is a range around the forecast that is meant to hold a given share of the days. Calibrated on { $calibrated_on }; the column “held” says what came of it on the test days.
results-split = Split
results-adaptive = Adaptive
results-volatility = Volatility
results-shown_in_charts = Shown in the charts
results-method = Method
results-interval = Interval
results-meant_to_hold = Meant to hold
results-held = Held
results-mean_width = Mean width
# The interval of the next day, week or month.
results-next = Next
results-held_lately = Held over the last 100 test days

results-bands_title = Beside plain bands
results-bands_are = All at { $level } %. Widths and scores are shares of the price; of scores, smaller is better.
results-band = Band
results-calm = Calm
results-calm_means = Held on the third of the test days that came after calm weeks
results-wild = Wild
results-wild_means = Held on the third of the test days that came after wild weeks
results-interval_score = Score
results-interval_score_means = Interval score: the width, and what a miss is off by, weighed
results-crps_means = Continuous ranked probability score: all levels together
results-between_title = Where it fell.
results-between_means = One column between any two ends of the bands; of exact bands all would reach the dashed line.
results-between_summary = Below the widest band fell { $below } of the test days and above it { $above }; meant were { $meant } each.
results-direct = Direct: all days at once
results-recursive = Recursive: day after day
# The chart's title.
results-the_days_ahead = The days ahead
results-day_bands = The bands are meant to hold 50, 80 and 95 % of what happens, for each day ahead by itself. A whole path stays inside far less often than any one day does.
results-week_bands = The bands are meant to hold 50, 80 and 95 % of what happens, for each week ahead by itself. A whole path stays inside far less often than any one week does.
results-month_bands = The bands are meant to hold 50, 80 and 95 % of what happens, for each month ahead by itself. A whole path stays inside far less often than any one month does.
results-how_good_by_day = How good is it, day by day?
results-how_good_by_week = How good is it, week by week?
results-how_good_by_month = How good is it, month by month?
# The column that says how far ahead.
results-ahead = Ahead
results-network_mae_means = Mean absolute error of the network, in price units
results-no_change = “No change”
results-no_change_means = Mean absolute error of the last known price
# Of the two columns before it.
results-ratio_means = The first divided by the second: below 1 is better
results-network = Network
results-held_means = Share of test days that the 80 % interval held
results-forecast_and_interval = Forecast (80 % interval)
results-price_and_range = { $price } ({ $low } to { $high })
results-days_are_scored = Scored on the test block; the verdict above is about the first row. Each row has a Diebold–Mariano test of its own, which allows for forecasts several days ahead that overlap; the rows after the first are judged together (Holm), so that one of many that looks significant by chance does not count.
results-weeks_are_scored = Scored on the test block; the verdict above is about the first row. Each row has a Diebold–Mariano test of its own, which allows for forecasts several weeks ahead that overlap; the rows after the first are judged together (Holm), so that one of many that looks significant by chance does not count.
results-months_are_scored = Scored on the test block; the verdict above is about the first row. Each row has a Diebold–Mariano test of its own, which allows for forecasts several months ahead that overlap; the rows after the first are judged together (Holm), so that one of many that looks significant by chance does not count.

results-slide_title = Slide it
results-slide_help = Move the predicted line of the test block, by dragging or with the arrow keys, and watch the chart above and the error. Where does it fit best?
results-move_line = Move the predicted line
results-where_it_stands = Where it stands
results-days_earlier = { $count ->
    [one] { $count } trading day earlier
   *[other] { $count } trading days earlier
}
results-days_later = { $count ->
    [one] { $count } trading day later
   *[other] { $count } trading days later
}
results-weeks_earlier = { $count ->
    [one] { $count } week earlier
   *[other] { $count } weeks earlier
}
results-weeks_later = { $count ->
    [one] { $count } week later
   *[other] { $count } weeks later
}
results-months_earlier = { $count ->
    [one] { $count } month earlier
   *[other] { $count } months earlier
}
results-months_later = { $count ->
    [one] { $count } month later
   *[other] { $count } months later
}

results-keep_sealed = Keep the last 5 % sealed
results-keep_sealed_help = Neither trained nor tested on. When you have made your choice, open it once: the only score that nothing was chosen by.
results-sealed_title = The sealed block
results-is_sealed = sealed
results-is_opening = opening
results-is_opened = opened
results-sealed_prices = The last { $count } prices, { $from } to { $to }, took no part in training or test.
results-why_once = Every verdict you look at before you settle on a network makes the test block a little less of a test. These days are untouched, so their score is worth most, and only once: open them when your choice is made.
results-open_sealed = Open the sealed block
results-opening = Opening …
results-open_question = Open it now, with this network? For these prices it then stays open, in your later visits too.
results-open_it = Yes, open it
results-not_yet = Not yet
results-days_from_to = { $count } days, { $from } to { $to }
results-opened_with_run = It was opened with run { $run }. For a later network it is a block like any other, and its score would be no test: load another history for a fresh one.
results-opened_earlier = It was opened in an earlier visit. For a later network it is a block like any other, and its score would be no test: load another history for a fresh one.
results-block = Block
results-test_block = Test
results-sealed_block = Sealed
results-tomorrow_is_today = “Tomorrow = today”

## A training on its way, and what ends it otherwise than was meant.

# Why a network that was trained before is on this device.
run-only_forecasts = Nothing is trained: the network is there, and only forecasts.
# After what befell the trainer. The button stands beside “Train”.
run-can_go_on = The training is kept on this device: press Resume it to go on from there, or Train to start afresh.
run-goes_on = Training goes on after epoch { $epoch }, the last that was kept.
run-lost_before_an_epoch = This run is lost before its first epoch was done; prices and settings are kept. Press Train to start afresh.
run-lost_before_an_epoch_with_results = This run is lost before its first epoch was done; the results of the earlier stop, prices and settings are kept. Press Train to start afresh.
run-lost_after = This run is lost after { $done } of { $planned } epochs; prices and settings are kept. Press Train to start afresh.
run-lost_after_with_results = This run is lost after { $done } of { $planned } epochs; the results of the earlier stop, prices and settings are kept. Press Train to start afresh.
run-stopped_run_lost = The results are kept, but the stopped run cannot go on. Press Train to start afresh.

## The list of runs, runs side by side, both recipes in one go, and what can be taken home.

# The list's heading.
runs-title = Your runs
runs-tick_two = Tick two runs to see them side by side.
runs-one_is_ticked = Run { $run } is chosen. Tick the run to compare it with.
# A column's heading.
runs-run = Run
runs-what_changed = What changed, and what it did
# The heading of a column with buttons.
runs-actions = What to do with it
runs-kept_here = Runs are kept on this device with their settings and scores, the newest also with their networks, and never with your API key.
runs-forget_all = Forget all that is kept
runs-nothing_to_compare_with = Nothing to compare with on this history.
runs-same_settings_as = The same settings as run { $run }.
# Epochs, and steps into the next one.
runs-steps_after_epochs = { $count ->
    [one] { $epochs }, { $count } step
   *[other] { $epochs }, { $count } steps
}
runs-compare_run = Compare run { $run }
runs-pin = Pin
runs-pin_run = Pin run { $run }: later runs are compared with it
runs-show = Show
runs-show_run = Show the results of run { $run } again
runs-restore = Restore
runs-restore_run = Restore the settings of run { $run }
runs-delete = Delete
runs-delete_run = Delete run { $run } from the list

runs-side_by_side = Run { $one } and run { $other } side by side
runs-close = Close
runs-both_and_actual = Both beside what happened
runs-beats = Beats “tomorrow = today”
runs-counting_looks = Counting all of these looks together …
runs-best_of = Of { $runs } runs on the same test days, run { $best } is the best: that it beats “tomorrow = today” has { $p } when all { $runs } are counted (Hansen’s SPA test).
runs-as_good = Not told apart from it, and so as good as it: { $numbers }.
runs-all_as_good = None of the others is told apart from it.
runs-none_as_good = All others are told apart from it, and worse.
runs-signal = Knows something, not yet usable
runs-ties = Ties with “tomorrow = today”
runs-loses = Loses to “tomorrow = today”
runs-same_settings = Both have the same settings.
runs-set_differently = What was set differently
runs-setting = Setting
runs-run_number = Run { $run }
runs-scores_on_same_days = Their scores on the same test days
runs-direction_right = Direction right
runs-tomorrow_is_today = Tomorrow = today

runs-run_both = Run both recipes
runs-both_means = Trains honest, then notebook, on these prices, and sets the two side by side.
# Which of both is being trained: “1 of 2: honest”.
runs-place_of_both = Recipe { $place }.

runs-take_home = Take it home
runs-take_home_means = What was trained here is yours: the files hold the network, the prices and the link that replays the run, and never your API key. Put model, script and predictions into one folder and run the script with Python.
runs-saved_model = A model saved before: judged on its prices again, without training.
runs-files = Files
runs-files_come = The files of a run come after training: the network, a script, the predictions, the scores.
runs-cite = Cite this
runs-copy = Copy
runs-copied = Copied

## What several trainings with different seeds come to.
##
## A score is spoken of by its name, which is of masculine gender in German: “der rMAE”.

seeds-wrong_count = { $found } runs cannot be summarised: choose from { $least } to { $most } seeds.
seeds-unpaired = One experiment has { $first } runs and the other { $second }: compare them over the same seeds.
seeds-not_finite = One of the runs has no usable score: leave out the run whose training diverged.
seeds-no_spread = All { $runs } seeds gave the same { $score }, { $mean }: the seed makes no difference here.
seeds-spread = Over { $runs } seeds the { $score } ran from { $lowest } to { $highest }, with a mean of { $mean } and a standard deviation of { $deviation }. A single run is one draw from that.
# `surely` is seeds-surely’s.
seeds-is_better = { $better } is better than { $worse } on this test block: better in { $wins } of { $pairs } seeds, with a { $score } that is { $size } lower on average ({ $surely }).
seeds-surely = 95 % interval { $near } to { $far }; { $p }
seeds-same_scores = { $first } and { $second } cannot be told apart: every seed gave both the same { $score }.
seeds-too_few_pairs = Whether { $first } or { $second } is better cannot be told from { $pairs } seeds: even with all of them on one side, chance alone would do that in { $percent } % of cases. Run at least { $least }.
# `wins` and `difference` are clauses, seeds-wins’s and seeds-mean_difference’s.
seeds-cannot_tell = Whether { $first } or { $second } is better cannot be told: { $wins }, and { $difference }.
# Parts: first, second, first_wins, second_wins, pairs
seeds-wins = { $first } was better in { $first_wins } and { $second } in { $second_wins } of { $pairs } seeds
seeds-mean_difference = the mean difference in { $score }, { $difference }, may lie anywhere from { $low } to { $high } ({ $p })

## The visit: its runs, two of them side by side, an opened seal.

# Which of both recipes is being trained.
session-first_of_both = 1 of 2: honest
session-second_of_both = 2 of 2: notebook
session-honest_run = Run { $number }, honest
session-notebook_run = Run { $number }, notebook
# At the beginning of a sentence.
session-run_first = Run { $number }
session-run = run { $number }
session-last_days = The last 5 %
session-last_days_sealed = sealed
session-last_days_tested = tested on
session-rate_by_hand = Learning rate by hand
session-rate_not_changed = not changed
session-not_the_same_days = It was not tested on the same days as run { $other }, so no test can compare them. Against “tomorrow = today” on its own days it has an rMAE of { $own_ratio }, run { $other } of { $other_ratio }.
session-tested_on = { $count ->
    [one] run { $number } on { $count } day from { $first } to { $last }
   *[other] run { $number } on { $count } days from { $first } to { $last }
}
session-tested_on_nothing = run { $number } on 0 days
session-other_prices_of_one_title = Runs { $one } and { $other } are both on { $title }, but not on the same prices: they were made with another seed, loaded at another time, or adjusted for splits in between. An error says nothing beside one on other prices, so they are not compared. Train both on the same prices.
session-other_prices = Runs { $one } and { $other } are on different prices: { $one_title } and { $other_title }. An error says nothing beside one on other prices, so they are not compared. Train both on the same prices.
session-other_days = These two were not tested on the same days: { $one }, { $other }. One may have had the easier days, so they are not compared. Give both the same look-back window, split and sealed block.
session-seal_showed_worse = On days that nobody had looked at, its error is { $now } times that of “tomorrow = today”, worse than on the test block. A score that was chosen, or lucky, falls back like this: it was { $before } there.
session-seal_showed_better = On days that nobody had looked at, its error is { $now } times that of “tomorrow = today”, better than on the test block. So few days leave much to luck: it was { $before } there.
session-seal_showed_the_same = On days that nobody had looked at, its error is { $now } times that of “tomorrow = today”, as on the test block. That is how a score looks that nobody chose by: it was { $before } there.
# The run that is spoken of, at the beginning of a sentence. In German by its number, which needs no case.
# Parts: number
session-this_run = It

## Settings: their names, what they do, and why one was refused.

settings-window = Look-back window
settings-window_means = How many past days the network reads before it forecasts the next one.
settings-horizon = Horizon
settings-horizon_means = How many days ahead it forecasts; from two on with a fan and a score for each day.
settings-hidden = Hidden units
settings-hidden_means = How many numbers each layer remembers from one day to the next.
settings-layers = Recurrent layers
settings-layers_means = How many layers are stacked, each reading the one below it.
settings-dropout = Dropout
settings-dropout_means = The share of the last hidden values switched off at random in each training step, so that the network cannot lean on a few of them.
settings-batch = Batch size
settings-batch_means = How many windows the network sees before each correction of its weights.
settings-epochs = Epochs
settings-epochs_means = How many times, at most, training goes through all its windows.
settings-learning_rate = Learning rate
settings-learning_rate_means = How large each correction of the weights is: too large and training diverges, too small and it crawls.
settings-forget_bias = Forget gate’s bias
settings-forget_bias_means = Where the bias of each forget gate begins. At 0 the cell begins by losing half of its memory every day, at 1 a quarter, at 3 a twentieth.
settings-seed = Seed
settings-seed_means = Where all chance starts from: the same seed gives the same generated prices and, on one device, the same training.
settings-recipe = Recipe
settings-target = Target
settings-scaler = Scaler
settings-split = Split
settings-label = Label
settings-lookahead = Look-ahead
# How a forecast of several days comes about.
settings-steps = Days ahead
settings-device = Device
# A choice in a word, as in a list of what changed: “Recipe: honest → notebook”.
settings-honest = honest
settings-notebook = notebook
settings-price = price
settings-return_ = return
settings-train = train
settings-all = all
settings-time = time
settings-random = random
settings-next = next
settings-average = average
settings-no_lookahead = none
settings-one_day_ahead = one day
settings-direct = direct
settings-recursive = recursive
settings-auto = auto
settings-webgpu = webgpu
settings-cpu = cpu
# A choice at more length, as beside its setting’s name in a table.
settings-the_return = the return
settings-the_price = the price itself
settings-on_training_rows = fitted on the training rows
settings-on_whole_history = fitted on the whole history
settings-by_time = by time
settings-at_random = at random
settings-the_next_day = the next day
settings-a_5_day_average = a 5-day average
settings-automatic = automatic
settings-the_cpu = CPU
settings-the_gpu = WebGPU
settings-scaler_of_training_rows_means = Mean and spread come from the training rows alone.
settings-scaler_of_all_rows_means = Mean and spread come from the whole history: the network is told how high the test prices lie before it has seen one.
settings-split_by_time_means = The last fifth of the history is for the test, so every test day is the future.
settings-split_at_random_means = Test days are drawn at random from the whole history: the network has learned from the days before and after each of them, so it fills gaps instead of forecasting.
settings-label_next_means = The network is asked for the next day.
settings-label_average_means = The network is asked for a 5-day average that ends with the next day: four of the five days are in its window, so most of the answer is in the question.
settings-no_lookahead_means = Each day is read with what is known when it ends.
settings-one_day_ahead_means = Each day is read with the volume, range, gap, momentum or second series of the day after: of the day that it forecasts, the network is told what is known only when that is over. Of tomorrow nobody knows it, so there the mean stands in.
settings-steps_direct_means = The network has one output for each day ahead and learns them all at once: no error is fed back, but the far days share its attention with the next one.
settings-steps_recursive_means = The network learns the next day alone and then reads its own forecast as if it had happened, day after day: simple, but errors add up and most paths flatten out.
settings-must_be_whole = { $label } must be a whole number from { $least } to { $most }.
settings-must_be_a_number = { $label } must be a number from { $least } to { $most }.
# Why the two cannot be had together, next to whichever of them was asked for second.
settings-average_is_of_one_day = Horizon must be 1 while the network learns a 5-day average, which is a label of the next day alone.
settings-nothing_is_known_too_late = The past of what is forecast, and the weekday, are known in time: first tick another input in the settings.
# What a value has to be, after the word for the value; see settings-either.
settings-must_be = must be { $slugs }
# The end of a choice; the rest has commas: “a, b or c”.
settings-either_end = { $rest } or { $last }
settings-cell = Cell
# A cell at more length; the others go by their short names in every language.
settings-plain_rnn = plain RNN
settings-lstm_means = Long short-term memory: four gates, and a cell state that keeps what a gate lets it keep.
settings-gru_means = Gated recurrent unit: three gates and no cell state; a quarter fewer numbers to learn than the LSTM.
settings-rnn_means = The plain recurrent network: one tanh layer, without gates; a quarter of the LSTM’s numbers to learn.
settings-linear_means = A linear network: one weight for each number of the window and a constant. No cell, no layers: is more needed?
settings-nlinear_means = A linear network on the differences from the last day, added to that day’s value. Made for prices; of returns it says that tomorrow’s begins at today’s.

# What the network reads of each day, beside the past of what it forecasts.
settings-inputs = Inputs
# `own` is settings-return_ or settings-price.
settings-inputs_means = The network reads the { $own } of each day, always, and what is ticked here, each as a number of its own, scaled on the training rows. More to read is more to learn by heart.
# The first word of a list of inputs: the past of what is forecast.
settings-own_past = own past
settings-volume = volume
settings-range = high–low range
settings-gap = overnight gap
settings-weekday = weekday
settings-momentum = 20-day momentum
settings-other = second series
settings-weekday_sine = weekday (sine)
settings-weekday_cosine = weekday (cosine)
settings-volume_means = How much more was traded than the day before.
settings-range_means = How far the day’s high was from its low.
settings-gap_means = The move from the last close to the open.
settings-weekday_means = Two waves of a week.
settings-momentum_means = The move of the last 20 days; of the first days, since the beginning.
settings-other_means = The move of a second series since the day before, by its last price on this day or before it. If its market closes later, part of this is known too late.
settings-lacks_rows = Only { $known } of { $of } rows of these prices have it.
settings-lacks_days = These prices are of weeks or months, which have no weekday.
settings-lacks_other = There is no second series: load one, and press “Keep as the second series” under Prices.
settings-other_is_coarser = The second series has longer intervals than these prices: its dates do not say when its prices were known.
settings-other_is_the_first = The second series is these prices themselves: load others to forecast.
settings-other_may_close_later = The second series is read by its date. Where its market closes after that of the first, its move of a day was not known yet when the first’s day ended, and a forecast that uses it is better than anyone could have made.
settings-input_unknown = { $count ->
    [one] { $count } row lacks it and is read as the mean.
   *[other] { $count } rows lack it and are read as the mean.
}
# Next to the horizon, the inputs, or the choice how days ahead come about.
settings-inputs_are_not_forecast = A network that reads more than prices forecasts several days only directly: nobody knows the volume of a day that has not come.
settings-direct_with_inputs_means = The network has one output for each day ahead. Beside more inputs than prices there is no other way: nobody knows the volume of a day that has not come.
# After the word for the value, as settings-must_be.
settings-must_be_inputs = must begin with return, then any of { $slugs }

## The stage: its views, their tools, and what stands over a chart.

stage-title = Charts
stage-views = Views
# The views, each in a word.
stage-history = History
stage-split = Split
stage-prediction = Prediction
stage-test = Test
stage-tomorrow = Tomorrow

# What can be done with the chart in sight.
stage-tools = Tools for this chart
# The choice of the interval that the charts shade.
stage-band = Band shown
# A button: brings the slider.
stage-slide_it = Slide it
# A button: the chart’s last rows.
stage-table = Table
stage-png_image = PNG image
stage-svg_image = SVG image
# A button: all days ahead, not the next one alone.
stage-whole_forecast = Whole forecast

# Also beside the verdict.
stage-outdated = These results are of other settings.
stage-line_waits = After training, the network’s line stands here.
stage-line_comes = The network’s line comes with its first epochs.

# Behind an “i”.
stage-what_is_this = What is this?
stage-what_history_is = All prices of the source. The shaded rows at the end are the test block: the network is judged on them, and nothing is fitted to them.
stage-what_split_is = Which rows the network is trained on, which choose its best epoch where the recipe has such rows, and which judge it. Recipe and settings change it at once.
stage-what_prediction_is = For each row, the price that came and the price that was predicted from the rows before it. The network has seen the training rows, so only the test block says how good it is.
stage-what_test_is = The end of the test block, closely. A line that repeats the price before it looks right from afar and comes one row late: “Slide it” moves the line and says where it fits best.
stage-what_tomorrow_is = The last prices and the one forecast from them, with the interval chosen above and the line of “tomorrow = today”.
stage-norms = Norms
# At the ends of lines, short.
stage-training_end = train
stage-validation_end = valid.
stage-test_end = test
stage-gradient_end = gradient
stage-weights_end = weights
# On a line through the best epoch.
stage-best_epoch = best, { $epoch }

## Walk-forward and seeds, as the page shows them.

# The section's heading.
studies-means = One verdict is one training on one test block. Both may have been lucky. These studies train the settings of the form again and again to find out.
studies-load_prices_first = Load prices first.
studies-training_is_running = A training is running. This can start when it has ended.
studies-other_study_is_running = Another study is running. This can start after it.
studies-running = Running. The page stays usable.
studies-done = { $count ->
    [one] Done: { $count } training.
   *[other] Done: { $count } trainings.
}
studies-settings_have_changed = The settings have changed since. Run it again to see what they do.
studies-cancel = Cancel
studies-time_left = about { $time } left
studies-progress = Progress of the study

studies-walk_forward = Walk-forward: would it have held at other times?
studies-walk_forward_means = The history is cut into stretches. For each one a network is trained afresh on what came before it, and tested on days that were its future.
studies-train_folds = Train { $folds } folds of “{ $recipe }” on { $source }
studies-walk_forward_settings = Settings of the walk-forward
studies-folds = Folds
studies-learn_from = Learn from
studies-expanding = All that came before (expanding)
studies-sliding = The latest days only (sliding)
studies-expanding_means = Each network learns from everything before its test days: more and more of it.
studies-sliding_means = Each network learns from equally many days right before its test days: less of it, but nothing of a market long gone.
# What the folds together say, then how their intervals did.
studies-folds_say = { $finding } Their 80 % intervals held { $held } of these days.
studies-folds_say_so_far = So far: { $finding } Their 80 % intervals held { $held } of these days.
studies-fold = Fold
studies-tested_on = Tested on
studies-rmse_ratio = RMSE ratio
studies-rmse_ratio_means = RMSE divided by that of persistence: below 1 is better
studies-all_folds = All
studies-test_days = { $count ->
    [one] { $count } test day
   *[other] { $count } test days
}
studies-errors_are_shares = In the row of all days, rMAE and verdict weigh each error as a share of the price, so that years of high prices do not drown the others; the RMSE ratio is in prices.
studies-training = training
studies-validation = validation
studies-test = test
# A fold's drawing, for ears.
studies-fold_in_words = Learns from { $train_from }, is tested from { $test_from } to { $test_to }

studies-seeds = Seeds: how much is luck?
studies-seeds_mean = The seed draws the network’s first weights and the order of its lessons. Other seeds, same prices, same test block: what differs then is luck in training.
studies-train_seeds = Train “{ $recipe }” { $count } times on { $source }
# With something beside it: “count” is of all trainings.
studies-train_seeds_of_two = Train { $count } times on { $source }: “{ $recipe }” and the other
studies-seeds_settings = Settings of the repetition
studies-repetitions = Repetitions
studies-beside = Beside
studies-no_partner = Nothing: how much is luck?
studies-honest_recipe = The honest recipe
studies-notebook_recipe = The notebook recipe
studies-honest_run = Run { $run }: honest, rMAE { $rmae }
studies-notebook_run = Run { $run }: notebook, rMAE { $rmae }
studies-partner_means = With a partner both are trained with each seed, in pairs, and a test over the pairs says which one is better, or that it cannot be told. That needs at least six.
studies-apart = What sets B apart from A: { $changes }.
studies-not_apart = What sets B apart from A: nothing: they are the same.
studies-dots_mean = A dot is the rMAE of one seed, the upright bar their median. The dashed line is 1: as good as “tomorrow = today”.
# The dots, for ears.
studies-rmae_range = rMAE from { $lowest } to { $highest }.
studies-scores_and_median = { $count ->
    [one] { $count } score, median { $median }
   *[other] { $count } scores, median { $median }
}
# A column's heading, also after “A: ”.
studies-verdict = verdict

several-title = Several histories: does it hold elsewhere?
several-means = The same settings are trained on each history by itself. Of many, one or another wins by luck; the last two columns count all of them.
several-settings = Settings of the several histories
several-of = Histories
several-seeds_of_the_world = Seeds of this world
several-files = Files
several-symbols = Symbols at Alpha Vantage
several-name_symbols = Symbols in a row (2 to 20)
several-symbols_for_example = IBM, MSFT, GE
several-count = How many
several-choose_files = Files with prices (2 to 20)
several-train_seeds = Train “{ $recipe }” on { $count } seeds of { $source }
several-train_files = { $count ->
    [one] Train “{ $recipe }” on { $count } file
   *[other] Train “{ $recipe }” on { $count } files
}
several-train_symbols = { $count ->
    [one] Train “{ $recipe }” on one symbol
   *[other] Train “{ $recipe }” on { $count } symbols
}
several-cost = { $most ->
    [one] Asks Alpha Vantage at most once; { $used } of the { $of } requests that a free key has a day are used today. What was asked today is kept and not asked again.
   *[other] Asks Alpha Vantage at most { $most } times, with a pause between; { $used } of the { $of } requests that a free key has a day are used today. What was asked today is kept and not asked again.
}
several-may_be_too_many = That may be more than are left: it stops at the first refusal, with the histories that it has.
several-only_copies = Without an API key (give it under “Prices”) only what is kept on this device can be had.
several-history = History
several-seed = Seed { $seed }
several-p_beats = p beats, all
several-p_beats_means = The p of the verdict with all histories counted (Benjamini & Hochberg). Below 0.05 it is a find, of which one in twenty may be false.
several-p_knows = p knows, all
several-p_knows_means = Whether it knows anything, with all histories counted in the same way.
several-leaves_a_question = This file can be read in more than one way. Open it by itself to say how.
several-not_asked = Alpha Vantage had refused what was asked before, so it was not asked for this one.
several-how_many = A study is of { $least } to { $most } histories, and only a world has seeds.
several-verdicts = { $count ->
    [one] Of { $count } history it beats “tomorrow = today” on { $beats }, knows something on { $signals }, ties on { $ties } and loses on { $loses }.
   *[other] Of { $count } histories it beats “tomorrow = today” on { $beats }, knows something on { $signals }, ties on { $ties } and loses on { $loses }.
}
several-counted = With all of them counted it still beats on { $beats } and knows something on { $knows }.
# The p-value comes with its sign: “p = 0.020”.
several-they_know = All of them together: it knows something ({ $days } days, { $p }).
several-they_know_not = All of them together: it is not known to know anything ({ $days } days, { $p }).

## Studies: how far one is, how it ended, what its seeds say.

study-honest_recipe = honest recipe
study-notebook_recipe = notebook recipe
study-the_honest_recipe = the honest recipe
study-the_notebook_recipe = the notebook recipe

study-fold = Fold { $number } of { $folds }
study-history = History { $number } of { $histories }
study-training = Training { $number } of { $trainings } (seed { $seed })
# Of one of two sides, A or B.
study-training_of_side = Training { $number } of { $trainings } (seed { $seed }, { $side })
# After the training's name: this and the next two.
study-starting = { $training }, starting
study-being_scored = { $training }, being scored
study-in_epoch = { $training }, epoch { $epoch } of { $epochs }
# `progress` as study-starting and the two after it.
study-at_once = { $progress }; { $count } trainings at once

study-has_ended = The study has ended.
study-trainer_stopped = The trainer stopped before the training had ended.
study-cancelled_before_anything = Cancelled before anything was finished.
# What is kept follows.
study-cancelled = Cancelled. { $kept }
# A training's name is in front of it.
study-not_finished = { $training } was not finished.
study-nothing_kept = Nothing was finished before.
study-folds_kept = What { $finished } of { $folds } folds gave is kept.
study-trainings_kept = What { $finished } of { $trainings } trainings gave is kept.
study-histories_kept = What { $finished } of { $histories } histories gave is kept.

study-other_windows = Their look-back windows differ, so their test days differ a little too: each is measured against “tomorrow = today” on its own days.
study-too_few_seeds = Fewer than three seeds were finished: too few to say how far apart scores lie.
# All scores are ratios, where 1 is as good as “tomorrow = today”.
study-all_below_one = All of them are below 1, so that much does not hang on the seed.
study-none_below_one = All of them are not below 1, so that much does not hang on the seed.
study-some_below_one = { $below } of { $runs } are below 1: whether one training seems to beat “tomorrow = today” is luck here.
study-verdicts = The verdict was “beats” { $beats }, “knows something” { $signals }, “ties” { $ties } and “loses” { $loses }.
study-never = never
study-once = once
study-twice = twice
study-times = { $count } times

## The forecast of the next day, and the journal.

# The section's heading.
tomorrow-title = Tomorrow
tomorrow-no_day_yet = After training: the forecast for the next trading day, and its range.
tomorrow-no_week_yet = After training: the forecast for the next trading week, and its range.
tomorrow-no_month_yet = After training: the forecast for the next month, and its range.
tomorrow-chart = The last days and the next
tomorrow-is_sealed = The last 5 % are sealed: this is the forecast for the first sealed day. Train without the seal to forecast beyond the last price.
tomorrow-of_sealed_day = The forecast for the first sealed day.
tomorrow-no_advice = Educational, not advice: the forecast is what one small network says after one training, not what will happen.
# By how much the forecast differs from the last price.
tomorrow-change = { $change } ({ $percent } %)
# Beside the heading: the last day that is known.
tomorrow-after = after { $date }

tomorrow-world_has_no_tomorrow = A generated world has no tomorrow: nothing to keep.
tomorrow-is_kept = Kept in the journal
tomorrow-keep = Keep this forecast
tomorrow-keep_means = It is scored when you load these prices again and the day is there.
tomorrow-journal = Forecast journal
tomorrow-journal_means = Forecasts that were kept before anyone knew the answer. Load the prices again on a later day, and each is scored beside “no change”, the last price it knew.
tomorrow-forecast = Forecast
tomorrow-price = Price
tomorrow-interval = 80 % interval
tomorrow-what_happened = What happened
tomorrow-off_by = Off by
tomorrow-of_day = the trading day after { $after }, made on { $made_on }
tomorrow-of_week = the week after { $after }, made on { $made_on }
tomorrow-of_month = the month after { $after }, made on { $made_on }
tomorrow-inside = { $price } on { $date }, inside
tomorrow-outside = { $price } on { $date }, outside
tomorrow-waits = waits for its day
tomorrow-delete_forecast = Delete the forecast of { $symbol }, { $after }

## The trainer: why a run is on its device, why a training could not go on, what befell the worker.
## Reasons are sentences without a full stop.

trainer-cpu_chosen = The CPU was chosen in the settings
trainer-workers_asked = { $workers ->
    [one] One worker, as asked for
   *[other] { $workers } workers, as asked for
}
trainer-one_worker_fastest = One worker: two were not faster
trainer-workers_timed = { $workers } workers: { $times } times as fast as one here
trainer-worker_gone = One worker: another one failed; the results are the same
trainer-cpu_for_several_days = A direct forecast of several days is trained on the CPU: the GPU’s kernels forecast one day at a time
trainer-cpu_for_linear = A linear network is trained on the CPU: the GPU’s kernels are those of the recurrent cells
trainer-gpu_lost_earlier = The GPU was lost earlier; reload the page to use it again
trainer-software_adapter = WebGPU runs on a software adapter here ({ $name }), which is slower than the CPU kernel
trainer-gpu_faster = A step takes { $gpu_ms } ms here and { $cpu_ms } ms on the CPU
trainer-cpu_faster = A step takes { $cpu_ms } ms here and { $gpu_ms } ms on WebGPU ({ $name })
trainer-gpu_not_ready = A step takes { $cpu_ms } ms here, and WebGPU ({ $name }) was not ready in time
trainer-webgpu_chosen_software = WebGPU was chosen in the settings; it is a software adapter, so expect it to be slow
trainer-webgpu_chosen = WebGPU was chosen in the settings
trainer-no_webgpu = This browser offers no WebGPU
trainer-gpu_silent = The GPU did not answer within { $seconds } seconds; reload the page to try it again
trainer-webgpu_not_opened = WebGPU could not be opened ({ $error })
trainer-gpu_lost_goes_on = The GPU was lost ({ $reason }), so training goes on here from epoch { $epoch }
trainer-gpu_lost_starts_again = The GPU was lost ({ $reason }), so training starts again here

trainer-stopped_run_gone = The stopped run is no longer in memory, so it cannot go on. Train again.
trainer-diverged = Training diverged in epoch { $epoch }: the loss is no longer a finite number. Try a lower learning rate.
# With one of the details below.
trainer-bad_job = The training data do not fit together ({ $detail }). Load the prices again.
trainer-device_stopped = The device stopped delivering results ({ $detail }).
trainer-targets_do_not_divide = { $targets } targets, which { $outputs } a row cannot be
trainer-other_inputs = { $found } inputs where { $needed } are needed
trainer-row_beyond = a row beyond the last one, { $rows }
trainer-forecast_beyond = a forecast from beyond the last row, { $rows }
trainer-outputs_do_not_fit = { $outputs } outputs for { $days } days ahead
trainer-other_parameters = { $found } parameters where { $needed } are needed
trainer-no_training_rows = no training rows
# One of the sizes below.
trainer-size_out_of_bounds = The { $name } is { $value }, but must lie between { $low } and { $high }. Choose a { $name } within these bounds.
trainer-number_of_features = number of features
trainer-hidden_size = hidden size
trainer-number_of_layers = number of layers
trainer-number_of_outputs = number of outputs
trainer-look_back_window = look-back window
trainer-batch_size = batch size
trainer-kept_state_damaged = the kept state of the training is damaged
trainer-kept_state_of_another = the kept state is of another network, with { $found } parameters where { $expected } are needed

trainer-not_let_to_start = This browser did not let the page start its trainer (a Web Worker). Try a current Chrome, Edge, Firefox or Safari.
trainer-outdated = The page and its trainer are of different versions, probably because a new one was just published. Reload the page.
trainer-out_of_memory = The trainer ran out of memory and was started again.
trainer-crashed = The trainer crashed and was started again.
trainer-did_not_load = The trainer did not load. Check your connection, then press Train to try again.
trainer-did_not_stop = The trainer did not stop and was started again.
trainer-vanished = The trainer no longer answered and was started again.
trainer-silent = The trainer has said nothing for 15 seconds. A slow connection or a large network can take that long; if nothing comes, press Stop, and it is started again.

## The training section: its buttons, where it stands, its losses, and what it goes on with.

# The section's heading.
training-title = Training
training-train = Train
training-stop = Stop
training-resume = Resume
training-one_step = One step
training-one_epoch = One epoch
training-what_steps_do = Trains one batch, or once through all of them, and pauses.

training-load_prices_first = Load prices to begin.
training-loading = Loading prices …
training-studying = The trainer is busy with the study: cancel it, or wait.
training-ready = Ready to train.
training-stopping = Stopping …
training-judging_opened = Judging the opened model …
training-starting = Starting the trainer …
training-running = Training …
training-opened_is_judged = The opened model is judged. Nothing was trained.
training-done = Done. The verdict is in.
training-failed = Training failed. The message above says what to do.
training-stopped = Stopped.
training-stopped_after_epoch = Stopped after epoch { $epoch }.
training-stopped_at_step = Stopped at step { $step } of { $steps } in epoch { $epoch }.

training-progress = Training progress
training-epoch_of = Epoch { $epoch } of { $epochs }
training-best_was_none = best was no training
training-best_was = best was epoch { $epoch }
training-left = { $time } left
training-took = took { $time }
# Each tenth of the way, for whoever hears the page.
training-percent_done = { $percent } % done
# Opens the training’s numbers and the change of its learning rate.
training-details = Losses and rate
training-training_loss = Training loss
training-validation_loss = Validation loss
training-test_loss = Test loss
training-per_step = Per step

# Not the name of the setting, which stands on the page as well.
training-new_rate = New rate from the next step on
training-change_rate = Change rate
# `changed` says how the learning rate was changed by hand, without a full stop.
training-link_does_not_repeat = { $changed }. The link does not repeat that.

training-loss = Loss per epoch
# A curve of the losses.
training-validation = Validation
# A curve of the losses.
training-test = Test
training-loss_not_in_file = The opened model was trained before: its file does not hold the losses of its epochs.
training-loss_comes = Press Train: the loss is drawn here as it falls, epoch by epoch.
training-what_validation_loss_is = Mean squared error per sample, in scaled units. Training stops when the validation loss no longer improves, and keeps the best epoch.
training-what_test_loss_is = Mean squared error per sample, in scaled units. This recipe keeps no validation rows: the second curve is of the test block, shown and never used to choose.
training-norms = Norms per epoch
training-what_norms_are = How long the gradient is, averaged over the epoch’s steps and before clipping, and how large all weights are together. Calm lines are good ones.
training-what_so_far_is = Only to look at, and drawn anew as it learns. It is judged at the end.

training-open_model = Open a trained model
# `wanted` is a sentence that says which prices it needs.
training-model_waits = A trained model waits for its prices: { $wanted }
training-put_away = Put it away
training-interrupted_honest = A training was interrupted at epoch { $epoch } of { $epochs }: { $source }, honest recipe. It can go on from there.
training-interrupted_notebook = A training was interrupted at epoch { $epoch } of { $epochs }: { $source }, notebook recipe. It can go on from there.
training-resume_it = Resume it
training-discard = Discard

## The verdict.

# The section's heading.
verdict-title = Verdict
# Opens the statistics behind the verdict.
verdict-why = Why?
verdict-download_report = Download report
verdict-comes_after_training = Comes at the end of the training.
verdict-nothing_yet = After training, this says how the network’s errors on days it never saw compare with those of the forecast that costs nothing: tomorrow = today.
verdict-comes = After training: does it beat “tomorrow = today”?
# The verdict in large letters; the sentence under it says against what.
verdict-it_beats = It beats it.
verdict-it_signals = It knows something.
verdict-it_ties = It ties.
verdict-it_loses = It loses.
verdict-off_by = Off by { $network } on average; “tomorrow = today” by { $naive }.
verdict-cannot_be_judged = Cannot be judged.
verdict-no_price_moved = No price moved on the test days: “tomorrow = today” is never off, and nothing can be better.
# The second question in a line of its own, at most 45 letters: does it know anything of the next day?
verdict-it_knows = Knows anything? Yes ({ $p }).
verdict-it_drifts = Knows anything? Perhaps a drift ({ $p }).
verdict-it_knows_not = Knows anything? Not shown ({ $p }).
# The ends of the needle’s scale, and what it points to.
verdict-better = better
verdict-worse = worse
verdict-error_ratio = { $ratio } × the error
verdict-needle = Its error is { $ratio } times that of “tomorrow = today”.
verdict-beats = It beats “tomorrow = today”.
verdict-signal = It knows something, but is not yet usable: it ties with “tomorrow = today”.
verdict-ties = It ties with “tomorrow = today”.
verdict-loses = It loses to “tomorrow = today”.
# The verdict in a word, for tables; the network is who does it.
verdict-beats_in_a_word = beats
verdict-signal_in_a_word = signal
verdict-ties_in_a_word = ties
verdict-loses_in_a_word = loses
verdict-errors = On the test days the network was off by { $network } on average, “tomorrow = today” by { $naive }: { $difference }.
verdict-times_the_error = { $ratio } times the error
verdict-more_error = { $percent } % more error
verdict-less_error = { $percent } % less error
verdict-same_error = the same error to a thousandth
verdict-beats_means = A difference this large would be rare if the two were equally good. On real prices, be suspicious of it, and try other seeds and symbols.
verdict-signal_means = As it stands, its errors are no smaller than chance would make them. But its forecasts lean towards what happened, more than chance and more than a steady drift would: there is something in them, still drowned in the noise of guessing.
verdict-though_it_knows = And yet it knows something: apart from how far it overshoots, its forecasts lean towards what happened.
verdict-though_it_may_know_nothing = That it knows more than a steady drift is not shown.
verdict-only_a_drift = Only a drift: it says the same direction on at least 19 of 20 days, so this may be the market’s luck on just these days.
verdict-squared_errors = As shares of the price, its squared errors are { $ratio } times those of “tomorrow = today” (95 % interval: { $low } to { $high }).
# Both parts are a statistic and its p-value.
verdict-clark_west = Does it know anything? Clark–West against “no change” { $no_change }, against the average return so far { $mean }.
# `verdict` is a whole sentence, as verdict-ties.
verdict-in_prices = By errors in prices instead of shares of the price: { $verdict } Diebold–Mariano { $dm }, { $p }.
verdict-disagreement_means = Absolute and squared errors disagree: one of the two is better on usual days, the other on the large misses. Neither has won.
verdict-ties_means = The difference is within what chance alone would give. That is what an efficient market looks like, and no shame for the network.
verdict-loses_means = The network did worse than repeating the last price, by more than chance would give.
verdict-significance = Significance
verdict-label_beats = Beside the { $days }-day average that it learned, it would be said to beat “tomorrow = today”, with an rMAE of { $ratio }. The numbers here are of the next day’s price, which is what anyone could buy at.
verdict-label_ties = Beside the { $days }-day average that it learned, it would be said to tie with “tomorrow = today”, with an rMAE of { $ratio }. The numbers here are of the next day’s price, which is what anyone could buy at.
verdict-label_loses = Beside the { $days }-day average that it learned, it would be said to lose to “tomorrow = today”, with an rMAE of { $ratio }. The numbers here are of the next day’s price, which is what anyone could buy at.
verdict-p_value = p = { $p }
verdict-p_below = p < { $p }
verdict-predicted_and_actual = Predicted beside what happened
verdict-close_up = The test block, close up

## What is said of a training while it goes on.

# `fold` is watch-fold's.
watch-gradients_exploded_unclipped = The gradients grew { $fold } since the first epochs. Try a smaller learning rate, or the honest recipe, which clips them.
watch-gradients_exploded_clipped = The gradients grew { $fold } since the first epochs. Try a smaller learning rate; clipping keeps each step short, but not in a good direction.
watch-weights_exploded = The weights grew { $fold } since the first epochs: the network is running away from what it can learn. Try a smaller learning rate.
# `parts` is watch-parts's.
watch-gradients_vanished = The gradients have all but vanished, to one part in { $parts } of the first epochs’, and the loss has hardly fallen. Try another learning rate, another seed or a shorter window.
# Without a full stop: more may follow.
watch-rate_changed = Learning rate changed by hand { $places }
watch-rate_at_epoch = at epoch { $epoch } to { $rate }
watch-rate_at_step = at epoch { $epoch }, step { $step } to { $rate }
# `count` changes more than the places that are named.
watch-and_more_changes = { $count ->
    [one] { $places }, and once more
   *[other] { $places }, and { $count } times more
}
# So many times what it was.
watch-fold_of = { $times }-fold
watch-million_fold = a million-fold
# One part in so many.
watch-million = a million

## The known worlds: their names, what they do, and what can be changed about them.

worlds-random_walk = Random walk with drift
worlds-mean_reverting = Mean-reverting prices
worlds-seasonal = Noisy seasonal wave
worlds-volatility_clusters = Volatility clusters
worlds-regime_switching = Hidden rising and falling markets
worlds-trend_break = Trend that breaks
worlds-jump_diffusion = Walk with jumps
worlds-sine = Pure sine wave

worlds-random_walk_process = Each day’s return is a small constant drift plus fresh noise, so past prices say nothing about the next move.
worlds-mean_reverting_process = The price is drawn back to its level: each day a part of the distance is expected to vanish, and fresh noise is added.
worlds-seasonal_process = The price follows a regular wave around its level, with fresh noise on every day’s price.
worlds-volatility_clusters_process = Big moves follow big moves and small ones small ones, but each is as likely up as down: the size of tomorrow’s move can be foreseen, its direction cannot.
worlds-regime_switching_process = A rising and a falling market take turns, and nobody is told which one it is: the last weeks’ moves say it more or less.
worlds-trend_break_process = One steady trend turns into another on a day that nothing announces: a network that learned the first goes on believing in it.
worlds-jump_diffusion_process = A walk with a small drift that leaps now and then, as likely up as down: no past price announces a leap.
worlds-sine_process = The price follows a regular wave without any noise: whoever sees the wave knows every price to come.

# The words of formulas.
worlds-counted_from_first_day = { $equation }, t = 0 on the first day
worlds-sign_stays = { $equation }, the sign stays with probability { $probability }
worlds-drift_breaks = { $equation }, μ = { $before } before day { $day } and { $after } from it on, { $noise }
worlds-jumps_on_a_share = { $equation } on a share { $share } of days, else 0

worlds-drift_per_day = Drift per day
worlds-drift_per_day_means = The return expected every day: 0.0003 is about 8 % a year.
worlds-daily_noise = Daily noise
worlds-daily_noise_means = How far chance moves the price on a usual day: 0.01 is one percent.
worlds-memory = Memory φ
worlds-memory_means = The share of the distance to its level that the price keeps overnight: near 1 it is almost a random walk.
worlds-wave_height = Height of the wave
worlds-noisy_wave_height_means = How far the wave carries the price from its level: 0.05 is five percent.
worlds-pure_wave_height_means = How far the wave carries the price from its level: 0.1 is ten percent.
worlds-days_per_wave = Days per wave
worlds-noisy_days_per_wave_means = A wave longer than the look-back window is harder to make out.
worlds-pure_days_per_wave_means = How many trading days one wave takes.
worlds-reaction = Reaction α
worlds-reaction_means = How strongly one wild day makes the next one wild.
worlds-persistence = Persistence α + β
worlds-persistence_means = How slowly quiet and wild times pass: near 1 they last for months.
worlds-drift_of_either = Drift of either market
worlds-drift_of_either_means = How much the price rises a day in the good market, and falls in the bad one.
worlds-chance_to_stay = Chance to stay
worlds-chance_to_stay_means = The chance that tomorrow’s market is today’s: at 0.95 one lasts twenty days.
worlds-drift_before = Drift before the break
worlds-drift_before_means = The return expected every day until the trend breaks.
worlds-drift_after = Drift after the break
worlds-drift_after_means = The return expected every day from then on.
worlds-jump_chance = Chance of a jump
worlds-jump_chance_means = The share of days on which the price leaps: 0.02 is five times a year.
worlds-jump_size = Size of a jump
worlds-jump_size_means = How far a usual leap goes: 0.05 is five percent, up or down.

# These two end a sentence that has named the text.
worlds-unknown_parameter = this world’s parameters are { $keys }
worlds-parameter_out_of_bounds = { $key } must be a number from { $min } to { $max }

# Worlds in which a network's memory and its inputs are tested.
worlds-echo = Moves with an echo
worlds-shock = Shocks that come back
worlds-volume = Volume that foretells
worlds-echo_process = A part of each day’s move comes back after a fixed number of days, with fresh noise on it: whoever remembers less than that sees nothing.
worlds-shock_process = Quiet days, and now and then a shock, up or down, that comes back after a fixed number of days: it has to be kept in mind through all the quiet ones.
worlds-volume_process = An unusual volume today moves tomorrow’s price; the prices by themselves are a random walk.
worlds-lag = Days until it comes back
worlds-echo_lag_means = A look-back window or a memory shorter than this cannot know of the echo.
worlds-shock_lag_means = How many days a shock has to be remembered before it counts again.
worlds-echo_strength = Strength of the echo
worlds-echo_strength_means = The part of a move that comes back: 0.6 of it, and chance is the rest.
worlds-shock_strength = What comes back
worlds-shock_strength_means = The part of a shock that comes back.
worlds-shock_chance = Chance of a shock
worlds-shock_chance_means = The share of days with a new shock: 0.02 is five times a year.
worlds-volume_strength = Weight of the volume
worlds-volume_strength_means = How far a usual surprise in the volume moves the next day’s price, beside the daily noise: 1 is as far.

## Where the page does not start: index.html has these in English.

start-needs_server = Hindcast was opened as a file. Browsers run WebAssembly only for a page that a web server sends: start one in this folder, for example with “python3 -m http.server”, and open its address.
start-needs_webassembly = This browser runs no WebAssembly here, which trains the network. Allow it for this page, or use a newer browser.
start-file_missing = A part of the page did not arrive. Check your connection and load the page again.
start-slow = The page is still loading. Wait a little longer, or load it again.
start-load_again = Load again
