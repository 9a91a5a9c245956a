### The words of Hindcast’s page, in German: en.ftl has the comments.

language-name = German
language-own_name = Deutsch

## How numbers are written.

number-decimal_mark = ,
number-thousands_mark = .
number-equation_separator = ;

## How dates are written.

date-months = Jan. Feb. März Apr. Mai Juni Juli Aug. Sep. Okt. Nov. Dez.
date-weekdays = Mo. Di. Mi. Do. Fr. Sa. So.
date-in_numbers = { $day }.{ $month }.{ $year }
date-written = { $day }. { $month } { $year }
date-day_and_month = { $day }. { $month }
date-month_and_year = { $month } { $year }
date-with_weekday = { $weekday }, { $date }

## The address: what it asked for and cannot have, and what a lesson’s link hides.

address-refused = Die Adresse verlangt { $key }={ $value }. Das lässt sich nicht verwenden ({ $rule }); stattdessen gilt { $used }.
address-refused_for_usual_value = Die Adresse verlangt { $key }={ $value }. Das lässt sich nicht verwenden ({ $rule }); stattdessen gilt der übliche Wert.
address-refused_for_usual_ones = Die Adresse verlangt { $key }={ $value }. Das lässt sich nicht verwenden ({ $rule }); stattdessen gelten die üblichen Werte.
address-refused_and_left_out = Die Adresse verlangt { $key }={ $value }. Das lässt sich nicht verwenden ({ $rule }) und bleibt weg.
address-bad_escapes = die %-Kodierung ist nicht lesbar
address-breaks_rule = der Wert { $rule }
address-switch_rule = der Wert muss 1 sein oder fehlen
address-source_rule = der Wert muss aussehen wie world:random-walk oder av:IBM:daily
address-workers_rule = der Wert muss eine ganze Zahl von 1 bis { $most } sein
address-of_worlds = nur bekannte Welten haben welche

address-unknown_lesson = Die Adresse nennt eine Lektion, die es hier nicht gibt, darum hat keine begonnen; „Lektionen“ zeigt sie.
address-unknown_hidden = Die Adresse blendet etwas aus, was es hier nicht gibt; alles andere ist ausgeblendet.
address-embed_rule = In der Adresse muss „embed“ 1 sein oder fehlen; darum ist die ganze Seite zu sehen.
address-unknown_key = In der Adresse steht „{ $key }“, was hier nichts bedeutet; es wurde übergangen.
address-unknown_name = In der Adresse steht etwas, was hier nichts bedeutet; es wurde übergangen.
address-other_case = In der Adresse muss „{ $key }“ genau so geschrieben sein; es wurde übergangen.
address-repeated = In der Adresse steht „{ $key }“ mehr als einmal; es gilt das letzte.
address-without_value = In der Adresse steht „{ $key }“ ohne „=“ und ohne Wert; es wurde übergangen.

address-prices = die Wahl der Kurse
address-recipe = „Ehrlich“ oder „Notebook“
address-settings = die Zahlen des Netzes
address-device = GPU oder CPU
address-leaks = die Datenlecks
address-verdict = die Karte mit dem Urteil
address-slide = das Verschieben der Linie
address-scores = die Fehlermaße
address-intervals = wie sicher es ist
address-runs = die Liste der Läufe
address-tomorrow = die Prognose

## What Alpha Vantage gives and refuses.

alpha_vantage-daily_raw = Täglich, nicht bereinigt
alpha_vantage-daily_recent = Täglich, letzte 100 Tage
alpha_vantage-not_adjusted = Mit Ihrem Schlüssel gibt es keine bereinigten Kurse, darum sind dies Kurse, wie sie gehandelt wurden: Ein Aktiensplit sieht aus wie ein Absturz. Der wöchentliche Kursverlauf ist bereinigt.

alpha_vantage-premium = Alpha Vantage gibt diesen Kursverlauf nur für Premium-Schlüssel heraus. Laden Sie stattdessen den kostenlosen wöchentlichen Kursverlauf.
alpha_vantage-daily_limit = Ihr Schlüssel für Alpha Vantage hat seine Anfragen für heute verbraucht: Versuchen Sie es morgen noch einmal, oder trainieren Sie bis dahin mit einer bekannten Welt oder einer Kursdatei.
alpha_vantage-demo_limit = Alpha Vantage gibt heute keine Kurse mehr für den öffentlichen Schlüssel „demo“ heraus: Geben Sie einen eigenen Schlüssel ein (kostenlos unter alphavantage.co/support), oder trainieren Sie mit einer bekannten Welt oder einer Kursdatei.
alpha_vantage-too_fast = Alpha Vantage bittet um weniger Anfragen auf einmal: Warten Sie eine Minute, und laden Sie dann noch einmal.
alpha_vantage-key_missing = Der API-Schlüssel fehlt oder ist nicht gültig: Geben Sie Ihren Schlüssel für Alpha Vantage ein, oder holen Sie sich einen kostenlosen unter alphavantage.co/support.
alpha_vantage-demo_key = Mit dem Schlüssel „demo“ gibt es nur wenige Beispiele (IBM, EUR/USD, BTC/EUR): Holen Sie sich für anderes einen kostenlosen Schlüssel unter alphavantage.co/support.
alpha_vantage-unknown_symbol = Alpha Vantage kennt das Symbol { $symbol } nicht: Prüfen Sie die Schreibweise (Börsen außerhalb der USA brauchen eine Endung, wie in TSCO.LON).
alpha_vantage-wrong_interval = Alpha Vantage hat { $found } Kurse geschickt, gefragt waren { $expected }: Wählen Sie den täglichen, wöchentlichen oder monatlichen Kursverlauf, und laden Sie noch einmal.
alpha_vantage-daily = tägliche
alpha_vantage-weekly = wöchentliche
alpha_vantage-monthly = monatliche
alpha_vantage-intraday = untertägige
alpha_vantage-other_symbol = In der Antwort von Alpha Vantage geht es nicht um { $symbol }, daher wurde sie nicht verwendet: Laden Sie noch einmal, oder wählen Sie eine andere Quelle, wenn das nicht hilft.
alpha_vantage-other_notice = Alpha Vantage hat keine Kurse geschickt, sondern eine Meldung, die hier nicht bekannt ist: Laden Sie später noch einmal, oder wählen Sie eine andere Quelle.
alpha_vantage-no_prices_for = Alpha Vantage hat keine Kurse für { $symbol }: Prüfen Sie das Symbol, oder wählen Sie einen anderen Zeitabstand.
alpha_vantage-one_row = Alpha Vantage hat einen einzigen Kurs von { $symbol } geschickt, und ein Kurs ist kein Kursverlauf: Wählen Sie einen anderen Zeitabstand oder ein anderes Symbol.

alpha_vantage-unreadable = Die Antwort von Alpha Vantage ist nicht lesbar ({ $reason }): Laden Sie noch einmal, oder wählen Sie eine andere Quelle, wenn das nicht hilft.
alpha_vantage-no_prices = sie enthält keine Kurse
alpha_vantage-empty = sie ist leer
alpha_vantage-cut_short = sie bricht mittendrin ab
alpha_vantage-unknown_shape = sie ist in Zeile { $line }, Spalte { $column } anders aufgebaut als bekannt
alpha_vantage-not_json = sie ist in Zeile { $line }, Spalte { $column } kein gültiges JSON

alpha_vantage-bad_row = Die Zeile { $date } in der Antwort von Alpha Vantage lässt sich nicht verwenden ({ $reason }): Wählen Sie einen anderen Zeitabstand oder ein anderes Symbol.
alpha_vantage-not_a_date = das ist kein Datum
alpha_vantage-there_twice = sie ist doppelt da
alpha_vantage-price_not_positive = ihr Kurs liegt nicht über null
alpha_vantage-has_no_close = ihr fehlt der Schlusskurs
alpha_vantage-has_no_adjusted_close = ihr fehlt der bereinigte Schlusskurs
alpha_vantage-close_no_price = als Schlusskurs steht dort „{ $quote }“, keine Zahl über null
alpha_vantage-adjusted_close_no_price = als bereinigter Schlusskurs steht dort „{ $quote }“, keine Zahl über null

alpha_vantage-forbidden = Alpha Vantage hat die Anfrage abgelehnt (HTTP 403): Prüfen Sie Ihren API-Schlüssel und ob ein VPN oder eine Firewall im Weg ist.
alpha_vantage-too_many_requests = Alpha Vantage hat zu viele Anfragen bekommen (HTTP 429): Warten Sie eine Minute, und laden Sie dann noch einmal.
alpha_vantage-server_trouble = Alpha Vantage hat eine Störung (HTTP { $status }): Laden Sie in ein paar Minuten noch einmal.
alpha_vantage-unexpected_status = Alpha Vantage hat mit dem unerwarteten Status HTTP { $status } geantwortet: Laden Sie noch einmal, oder wählen Sie eine andere Quelle, wenn das nicht hilft.
alpha_vantage-offline = Alpha Vantage ist nicht zu erreichen: Prüfen Sie Ihre Internetverbindung und etwaige Inhaltsblocker, und laden Sie dann noch einmal; bekannte Welten gehen auch ohne Verbindung.
alpha_vantage-timeout = Alpha Vantage hat in { $seconds } Sekunden nicht geantwortet: Prüfen Sie Ihre Internetverbindung, und laden Sie dann noch einmal.
alpha_vantage-too_large = Die Antwort von Alpha Vantage ist größer als jede Kursgeschichte und wurde darum nicht gelesen: Laden Sie noch einmal, oder wählen Sie eine andere Quelle, wenn das nicht hilft.

alpha_vantage-demo_has_not = Mit dem Schlüssel „demo“ gibt es nur wenige Beispiele, und { $wanted } von { $symbol } gehören nicht mehr dazu.
alpha_vantage-premium_only = Alpha Vantage gibt { $wanted } nur für Premium-Schlüssel heraus, und Ihrer ist keiner.
alpha_vantage-long_daily_histories = lange tägliche Kursverläufe
alpha_vantage-daily_prices = tägliche Kurse
alpha_vantage-weekly_histories = wöchentliche Kursverläufe
alpha_vantage-monthly_histories = monatliche Kursverläufe
alpha_vantage-long_rate_histories = lange Verläufe von Wechselkursen
alpha_vantage-exchange_rates = Wechselkurse
alpha_vantage-coin_prices = Kurse von Kryptowährungen
alpha_vantage-load_weekly_instead = Laden Sie stattdessen den wöchentlichen Kursverlauf: kostenlos, bereinigt, so lang wie der der Aktie selbst, mit Prognosen eine Woche voraus.
alpha_vantage-load_recent_instead = Laden Sie stattdessen die letzten 100 Tage: genug, um zu sehen, wie es geht, zu wenige, um viel daraus zu lernen.
alpha_vantage-train_elsewhere = Trainieren Sie stattdessen mit einer bekannten Welt oder mit einer Kursdatei.

## Inside the cell: a unit's lines, its equations, and the units that differ.

cell-title = Im Inneren der Zelle
cell-nothing_yet = Trainieren Sie zuerst ein Netz: Wählen Sie oben Kurse und drücken Sie „Trainieren“. Dann können Sie hier einer seiner Zellen bei der Arbeit zusehen, Tag für Tag und mit ihren eigenen Zahlen in den Gleichungen.
cell-explanation = Das ist Ihr trainiertes Netz, keine Zeichnung: Sie sehen, was eine seiner Einheiten mit dem Fenster des gewählten Tages gemacht hat. Zeigen oder tippen Sie auf einen Schritt, oder gehen Sie mit den Pfeiltasten durch die Linien; die Gleichungen zeigen dann die Zahlen, die hinein- und hinausgingen. Mehrere Schritte markieren Sie, indem Sie über die Linien ziehen oder zu den Pfeiltasten die Umschalttaste halten.
cell-layer = Schicht
cell-choose_unit = Einheit, 1 bis { $units }
cell-pause = Pause
cell-play = Schritte abspielen
cell-step_of_window = Schritt des Fensters
cell-as_a_table = Die Linien als Tabelle
cell-table = Im Inneren der Zelle, als Tabelle
cell-step = Schritt
cell-step_of = Schritt { $step } von { $steps }
cell-step_on = Schritt { $step } von { $steps }, { $date }
cell-unit = Einheit { $unit }
cell-unit_of_layer = Einheit { $unit } der Schicht { $layer }
cell-step_and_unit = { $step }, Einheit { $unit }
cell-step_and_unit_of_layer = { $step }, Einheit { $unit } der Schicht { $layer }
cell-reads_price = Das Netz bekommt einen Kurs von { $value }, skaliert { $scaled }. Die Eingabeschicht macht daraus die Zahlen, die diese Zelle liest.
cell-reads_return = Das Netz bekommt eine Rendite von { $value }, skaliert { $scaled }. Die Eingabeschicht macht daraus die Zahlen, die diese Zelle liest.
cell-price_from_below = Das Netz bekommt einen Kurs von { $value }, skaliert { $scaled }, und diese Zelle liest, was die Schicht darunter daraus gemacht hat.
cell-return_from_below = Das Netz bekommt eine Rendite von { $value }, skaliert { $scaled }, und diese Zelle liest, was die Schicht darunter daraus gemacht hat.
cell-reads_beside = Dazu, skaliert: { $list }.
cell-scaled_input = { $input } { $scaled }
cell-strokes = Ein Strich bedeutet: vom Schritt davor. c′ ist dessen Zellzustand, h′ sind die Ausgaben aller Einheiten dieser Schicht. W x und U h′ sind die gewichteten Summen dieser Einheit. Gerundet auf vier Nachkommastellen.

## Above the equations, and their names for whoever hears them.

cell-forget_gate = Forget-Gate
cell-input_gate = Input-Gate
cell-candidate = Kandidat
cell-cell_state = Zellzustand
cell-output_gate = Output-Gate
cell-hidden_state = Verborgener Zustand

cell-differ_on_step = Andere Gates in Schritt { $step }
cell-differ_on_steps = Andere Gates in den Schritten { $first } bis { $last }
cell-nothing_to_compare = Alle Schritte sind markiert, also bleibt nichts zum Vergleichen.
cell-differing_units = Bei diesen Einheiten stehen die Gates hier am deutlichsten anders als in den übrigen Schritten. Wählen Sie eine, um ihre Linien zu sehen.
cell-gate_differs = { $gate } hier { $inside }, sonst { $outside }

cell-summary = { $whose } über das Fenster, das für { $day } gelesen wird: { $ranges }. Am Ende hält das Gedächtnis { $memory } und zeigt { $shown }.
cell-range_of_forget_gate = das Forget-Gate zwischen { $low } und { $high }
cell-range_of_input_gate = das Input-Gate zwischen { $low } und { $high }
cell-range_of_candidate = der Kandidat zwischen { $low } und { $high }
cell-range_of_cell_state = der Zellzustand zwischen { $low } und { $high }
cell-range_of_output_gate = das Output-Gate zwischen { $low } und { $high }
cell-range_of_hidden_state = der verborgene Zustand zwischen { $low } und { $high }
# cell: LSTM, GRU or RNN
cell-drawn_for_lstm = Diese Zeichnung gilt dem LSTM. Das trainierte Netz hat eine andere Zelle, { $cell }: Welche Tage zählten, ist auch bei ihr zu sehen, ihr Inneres nicht.
cell-linear_explanation = Ein lineares Netz hat keine Zelle. Seine Prognose ist eine Summe: jede Zahl des Fensters mal ihrem Gewicht, und eine Konstante. Die Balken sind diese Gewichte, und mehr hat es nicht gelernt: Für jeden vorhergesagten Tag sind es dieselben.
# After the sentence before, of NLinear.
cell-from_last_explanation = Dieses zieht den letzten Tag von jedem Tag ab, bevor es gewichtet, und legt den Wert des letzten Tages obendrauf. In den Balken ist beides mitgezählt: Das Gewicht des letzten Tages ist, was für ihn übrig bleibt.
# input: settings-return_, settings-price or a further input
cell-weights_of = Gewicht jedes Tages: { $input }
# `day` as in days-on_date.
cell-sum_of_products = Für { $day } ergeben die Produkte zusammen { $products }, und die Konstante ist { $constant }: zusammen { $forecast }, skaliert.
# After the sentence before.
cell-largest_weight = Das größte Gewicht, { $weight }, hat der { $date }.
cell-weights_as_a_table = Die Gewichte als Tabelle
cell-weights_table = Gewichte und Produkte des Fensters
cell-day = Tag
cell-number_of_day = Zahl
cell-scaled = Skaliert
cell-weight = Gewicht
cell-product = Produkt

## The error's way back through the window.

travel-title = Der Rückweg des Fehlers
travel-means = Das Training fragt, was der Fehler täte, wäre der Zustand des Netzes an einem Tag ein anderer gewesen: Das ist der Gradient ∂L/∂hₜ, ausgerechnet vom neuesten Tag zurück bis zum ältesten (Backpropagation Through Time). L ist der quadrierte Fehler der Prognose für diesen Tag, skaliert. Eine Linie ist die Länge des Gradienten an jedem Tag, als Anteil der Länge am neuesten: Wie groß der Fehler ist, spielt dafür keine Rolle. Jeder Schritt zurück multipliziert; was immer um denselben Faktor schrumpft, ist hier eine Gerade. Wo fast nichts übrig ist, kann das Netz aus dem dort Gelesenen kaum lernen: Der Gradient verschwindet. Ein LSTM gibt neben h auch seinen Zellzustand c weiter, und der Fehler reist auf beiden.
travel-layer = Schicht
# The lowest and the top layer of several, by number.
travel-lowest_layer = { $layer }, unterste
travel-top_layer = { $layer }, oberste
travel-play = Weg abspielen
travel-pause = Pause
travel-back = Schritt zurück
travel-on = Schritt weiter
travel-place = Stelle auf dem Weg
travel-forward = vorwärts
travel-backward = zurück
travel-goes_forward = Vorwärts. { $step }. Größe des Zustands h (quadratisches Mittel): { $list }.
travel-at_loss = Der Verlust. Prognose minus tatsächlicher Wert, skaliert: { $list }. Von hier geht der Fehler zurück.
travel-at_unknown_loss = Der Verlust. Den Fehler dieses Tages kennt noch niemand; wie groß er auch wird, er geht denselben Weg zurück.
travel-goes_back = Zurück. { $step }. Übrig vom Gradienten des neuesten Tages: { $list }.
travel-part = { $name } { $number }
travel-cell_state_of = { $cell }, c
travel-less_than = weniger als { $percent }
travel-summary = Für { $day }, vom Gradienten am neuesten Tag: { $list }.
travel-reaches = { $days ->
    [one] { $name }: bis { $days } Tag zurück noch 1 % oder mehr, am ältesten Tag { $left }
   *[other] { $name }: bis { $days } Tage zurück noch 1 % oder mehr, am ältesten Tag { $left }
}
travel-nothing_comes_back = { $name }: Die Prognose hängt an keinem Tag
travel-as_a_table = Der Weg als Tabelle
travel-table = Der Rückweg des Fehlers, als Tabelle
travel-norm_of = { $name }, Länge
travel-others = Die anderen Zellen sind mit diesen Einstellungen und Kursen noch nicht trainiert. Ein Druck trainiert sie; dann stehen sie neben dieser.
travel-outdated = Im Formular stehen andere Einstellungen, als das Netz oben beim Training hatte. Drücken Sie zuerst „Trainieren“; dann lassen sich die anderen Zellen ebenso trainieren.
travel-no_chain = Ein lineares Netz hat keine Kette von Zuständen, auf der ein Fehler reisen könnte: Er erreicht jeden Tag des Fensters in einem Schritt, den ältesten so leicht wie den neuesten.

## All kinds of network on the same days.

cells-title = Braucht es ein Netz? Alle Zellen an denselben Tagen
cells-means = Trainiert LSTM, GRU, einfaches RNN und beide linearen Netze mit diesen Einstellungen an denselben Tagen mit demselben Seed. Von fünf gewinnt das eine oder andere durch Glück; die letzten zwei Spalten zählen alle mit.
cells-train = Alle Zellen trainieren: „{ $recipe }“ auf { $source }
# cell: LSTM, GRU, RNN, Linear or NLinear
cells-training = Training { $number } von { $of } ({ $cell })
cells-kept = Was { $finished } von { $of } Zellen ergaben, bleibt.
cells-lines_mean = Ein Punkt ist der mittlere quadratische Fehler einer Zelle, geteilt durch den von „morgen = heute“, mit seinem 95-%-Intervall. Die gestrichelte Linie ist 1: genauso gut.
cells-parameters = Zahlen
cells-time = Zeit
cells-p_beats_means = Das p des Urteils, alle Zellen mitgezählt (Holm): Dass irgendeine zu Unrecht unter 0,05 liegt, geschieht höchstens einmal von zwanzig.
cells-p_knows_means = Ob es etwas weiß, alle Zellen ebenso mitgezählt.
cells-ratio_of = { $cell }: { $ratio } ({ $low } bis { $high })
cells-counted = Alle { $cells } mitgezählt, schlagen { $beats } „morgen = heute“, und { $knows } wissen etwas vom nächsten Tag.
# After the sentence before.
cells-smallest = Den kleinsten rMAE hat { $cell }, { $rmae }; ob sich die Zellen voneinander unterscheiden, wird hier nicht getestet.

## The charts: what stands in them, and the same in words.

## Legends, axes and tables.

charts-actual = Tatsächlich
charts-predicted = Vorhergesagt
charts-predicted_training = Vorhergesagt, Training
charts-predicted_validation = Vorhergesagt, Validierung
charts-predicted_test = Vorhergesagt, Test
charts-forecast = Prognose
charts-no_change = Keine Änderung
charts-price = Kurs
charts-first_window = Erstes Fenster
charts-dealt_at_random = Zufällig verteilt
charts-training = Training
charts-validation = Validierung
charts-test = Test
charts-sealed = Versiegelt
charts-gradient_norm = Gradientennorm
charts-weight_norm = Gewichtsnorm
charts-wanted = Gewünscht, { $level } %
charts-exact = Exakt, 19 von 20
charts-interval_from = { $level }-%-Intervall, von
charts-interval_to = { $level }-%-Intervall, bis
charts-next_day = Nächster Tag
charts-next_week = Nächste Woche
charts-next_month = Nächster Monat
charts-epoch_number = Epoche { $epoch }
charts-epoch = Epoche
charts-date = Datum
charts-odd_price = auffällig
charts-corrected_price = berichtigt
charts-split_adjusted = { $split } bereinigt

## Around every chart.

charts-save_as_image = Als Bild speichern
charts-save_this_as_image = Als Bild speichern: { $title }
charts-nothing_yet = Noch gibt es nichts zu zeichnen.
charts-library_missing = Die Diagramme konnten nicht geladen werden. Laden Sie die Seite neu, um es noch einmal zu versuchen; die Zahlen darunter sind auch ohne sie vollständig.
charts-last_rows = Die letzten Zeilen als Tabelle
charts-as_a_table = { $title }, als Tabelle

## The history.

charts-daily_prices = { $count } tägliche Kurse von { $symbol }, vom { $first } bis zum { $last }.
charts-weekly_prices = { $count } wöchentliche Kurse von { $symbol }, vom { $first } bis zum { $last }.
charts-monthly_prices = { $count } monatliche Kurse von { $symbol }, vom { $first } bis zum { $last }.
charts-course = Sie beginnen bei { $start } und enden bei { $end }. Am tiefsten standen sie am { $low_day } mit { $low }, am höchsten am { $high_day } mit { $high }.
charts-jumps = Sprünge, die nach Aktiensplits aussehen: { $jumps }.
charts-jump = { $split } am { $day }
charts-jump_adjusted = { $split } am { $day }, bereinigt

## The split into blocks.

charts-dealt = Die Zeilen sind zufällig über den ganzen Kursverlauf verteilt: { $training } zum Trainieren, { $validation } zum Validieren, { $test } zum Testen.
charts-split_by_time = Die Kurse sind nach der Zeit aufgeteilt: { $blocks }. Die ersten { $warm_up } Zeilen dienen nur als Eingabe des ersten Fensters.
charts-training_rows = { $count } Zeilen zum Trainieren ({ $first } bis { $last })
charts-validation_rows = { $count } Zeilen zum Validieren ({ $first } bis { $last })
charts-test_rows = { $count } Zeilen zum Testen ({ $first } bis { $last })
charts-sealed_rows = Die letzten { $count } Zeilen ({ $first } bis { $last }) sind versiegelt: An ihnen wird weder trainiert noch getestet.
charts-sealed_row = Die letzte Zeile ({ $day }) ist versiegelt.

## The losses.

charts-no_epoch = Noch ist keine Epoche zu Ende.
charts-validation_losses = { $count ->
    [one] { $count } Epoche ist zu Ende: Der Trainingsverlust ging von { $train_first } auf { $train_last }, der Validierungsverlust von { $first } auf { $last }.
   *[other] { $count } Epochen sind zu Ende: Der Trainingsverlust ging von { $train_first } auf { $train_last }, der Validierungsverlust von { $first } auf { $last }.
}
charts-test_losses = { $count ->
    [one] { $count } Epoche ist zu Ende: Der Trainingsverlust ging von { $train_first } auf { $train_last }, der Testverlust von { $first } auf { $last }.
   *[other] { $count } Epochen sind zu Ende: Der Trainingsverlust ging von { $train_first } auf { $train_last }, der Testverlust von { $first } auf { $last }.
}
charts-lowest_validation_loss = Am niedrigsten war der Validierungsverlust mit { $lowest } in Epoche { $epoch }; die Lernrate ist { $rate }.
charts-lowest_test_loss = Am niedrigsten war der Testverlust mit { $lowest } in Epoche { $epoch }; die Lernrate ist { $rate }.
charts-no_norm = Von diesen Epochen ist keine Norm bekannt.
charts-gradient_went = Die Norm des Gradienten ging von { $first } auf { $last }.
charts-norms_went = Die Norm des Gradienten ging von { $first } auf { $last }, die aller Gewichte von { $weights_first } auf { $weights_last }.

## The predictions.

charts-nothing_to_show = Noch gibt es nichts zu zeigen.
charts-so_far = Was das Netz nach Epoche { $epoch } für { $count } Tage vorhersagt, { $first } bis { $last }.
charts-misses_before_test = Vor dem Testblock verfehlt es den Kurs im Mittel um { $miss }.
charts-no_predictions = Es gibt keine Vorhersagen zu zeigen.
charts-predictions = { $count } Vorhersagen vom { $first } bis zum { $last }. Im Mittel verfehlen sie den tatsächlichen Kurs um { $errors }.
charts-error_in_training = { $error } im Trainingsblock
charts-error_in_validation = { $error } im Validierungsblock
charts-error_in_test = { $error } im Testblock
charts-growth = Über { $days } Testtage wurde aus 1, investiert, wo es steigend sagt, { $flat }, auch leer verkauft { $short } und gehalten { $hold }.
charts-no_test_block = Es gibt keinen Testblock zu zeigen.
charts-test_block = Die { $count } Tage des Testblocks, { $first } bis { $last }. Das Netz verfehlt den Kurs im Mittel um { $model }; wer „morgen = heute“ sagt, verfehlt ihn um { $naive }.
charts-band_split = Das getönte Band ist das { $level }-%-Intervall nach Split: Es hielt { $held } % der Testtage und ist im Mittel { $width } breit.
charts-band_adaptive = Das getönte Band ist das adaptive { $level }-%-Intervall: Es hielt { $held } % der Testtage und ist im Mittel { $width } breit.
charts-band_volatility = Das getönte Band ist das { $level }-%-Intervall: Es hielt { $held } % der Testtage und ist im Mittel { $width } breit.
charts-last_prices = Die letzten { $count } Kurse, zuletzt { $price } am { $day }.
charts-next_split = { $next }: Die Prognose ist { $price }, mit einem { $level }-%-Intervall nach Split von { $low } bis { $high }.
charts-next_adaptive = { $next }: Die Prognose ist { $price }, mit einem adaptiven { $level }-%-Intervall von { $low } bis { $high }.
charts-next_volatility = { $next }: Die Prognose ist { $price }, mit einem { $level }-%-Intervall von { $low } bis { $high }.
charts-no_test_days = Es gibt keine Testtage zu zeigen.
charts-two_runs = Die { $count } Testtage vom { $first } bis zum { $last }. { $one } verfehlt den Kurs im Mittel um { $one_error }, { $other } um { $other_error }.

## The rolling coverage.

charts-held_least_split = Über jeweils { $days } Testtage gezählt, hielt das Split-Intervall, das { $level } % halten soll, vom { $first } bis zum { $last } am wenigsten: { $share }.
charts-held_least_adaptive = Über jeweils { $days } Testtage gezählt, hielt das adaptive Intervall, das { $level } % halten soll, vom { $first } bis zum { $last } am wenigsten: { $share }.
charts-held_least_volatility = Über jeweils { $days } Testtage gezählt, hielt das Intervall nach Volatilität, das { $level } % halten soll, vom { $first } bis zum { $last } am wenigsten: { $share }.
charts-exactly_right = Ein genau richtiges läge in 19 von 20 solchen Zeiträumen zwischen { $low } und { $high } %; dieses tat es in { $within }.
charts-worst_of_split = Beim Split-Intervall waren es im schlechtesten Fall { $share }, vom { $first } bis zum { $last }.
charts-worst_of_adaptive = Beim adaptiven waren es im schlechtesten Fall { $share }, vom { $first } bis zum { $last }.
charts-worst_of_volatility = Bei dem nach Volatilität waren es im schlechtesten Fall { $share }, vom { $first } bis zum { $last }.

## The fan of several days.

charts-no_fan = Die Prognose gilt einem Tag voraus: Es gibt keinen Fächer zu zeigen.
charts-fan_start = Nach { $last_price } am { $day }: Die Prognose für { $ahead } ist { $price }, mit einem { $level }-%-Intervall von { $low } bis { $high },
charts-fan_end = und { $price } für { $ahead }, mit einem von { $low } bis { $high }.

## Which days mattered: the bars, their words, and the choice of a day.

days-title = Welche Tage gezählt haben
days-hint = Jeder Balken steht für einen Tag, den das Netz gelesen hat: So weit würde sich die Prognose bewegen, wäre dieser Tag um ein Prozent höher gewesen und alle anderen, wie sie waren. Wählen Sie einen Tag mit dem Schieberegler, mit den Pfeiltasten oder mit einem Klick in die Diagramme oben.
days-hint_further = Jeder Balken steht für einen Tag, den das Netz gelesen hat: So weit würde sich die Prognose bewegen, wäre diese Eingabe ({ $input }) an dem Tag um eine Standardabweichung höher gewesen und alles andere, wie es war. Wählen Sie einen Tag mit dem Schieberegler, mit den Pfeiltasten oder mit einem Klick in die Diagramme oben.
days-no_percent = Diese Prognose lässt sich nicht in Prozent erzählen: Sie ist kein positiver Kurs, oder die Zahlen des Netzes sind nicht endlich. Wählen Sie einen anderen Tag.
days-one_percent_more_in = Ein Prozent mehr
days-price = beim Kurs eines Tages
days-daily_return = bei der Rendite eines Tages
days-as_a_table = Die Tage als Tabelle
days-table = Welche Tage gezählt haben, als Tabelle
days-more_on = 1 % mehr am
days-price_moves_by = Die Kursprognose bewegt sich um
days-return_moves_by = Die Renditeprognose bewegt sich um

days-forecast_for = Prognose für
days-on_date = den { $date }
days-next_trading_day = den nächsten Handelstag
days-next_week = die nächste Woche
days-next_month = den nächsten Monat
days-to_the_next_day = Zum nächsten Tag
days-was_forecast = { $forecast } war die Prognose, { $actual } kam
days-is_forecast = { $forecast } ist die Prognose

days-no_pull = Kein Tag hat Einfluss auf die Prognose für { $day }: Das Netz sagt dasselbe, was auch immer es liest.
days-less_than_one_percent = weniger als 1 %
days-more_than_99_percent = mehr als 99 %
days-price_higher = Am Einfluss auf die Prognose für { $day } hat der neueste Tag, der { $newest }, einen Anteil von { $share }: Wäre sein Kurs 1 % höher gewesen, läge der vorhergesagte Kurs { $amount } % höher.
days-price_lower = Am Einfluss auf die Prognose für { $day } hat der neueste Tag, der { $newest }, einen Anteil von { $share }: Wäre sein Kurs 1 % höher gewesen, läge der vorhergesagte Kurs { $amount } % tiefer.
days-return_higher = Am Einfluss auf die vorhergesagte Rendite für { $day } hat der neueste Tag, der { $newest }, einen Anteil von { $share }: Wäre seine Rendite einen Prozentpunkt höher gewesen, läge die vorhergesagte { $amount } Punkte höher.
days-return_lower = Am Einfluss auf die vorhergesagte Rendite für { $day } hat der neueste Tag, der { $newest }, einen Anteil von { $share }: Wäre seine Rendite einen Prozentpunkt höher gewesen, läge die vorhergesagte { $amount } Punkte tiefer.
days-strongest_price = Den stärksten Einfluss hat der { $day } mit { $amount } %.
days-strongest_return = Den stärksten Einfluss hat der { $day } mit { $amount } Punkten.
days-by_construction = Um 1 % bewegt schon der letzte Kurs die Prognose, ganz ohne das Netz, denn die vorhergesagte Rendite wird auf ihn aufgeschlagen: Das ist „morgen = heute“. Das Netz selbst gibt { $added } dazu.
days-echo = Ein Netz, das sich so auf den letzten Kurs stützt, sagt kaum mehr als „morgen = heute“: Das ist das Echo, von innen gesehen.
days-more_in = Mehr bei
days-further = { $input }, um eine Standardabweichung
days-deviation_more_on = Eine Standardabweichung mehr am
days-forecast_moves_by = Prognose bewegt sich um
days-further_higher = Am Einfluss dieser Eingabe ({ $input }) auf die Prognose für { $day } hat der neueste Tag, der { $newest }, einen Anteil von { $share }: Wäre sie dort um eine Standardabweichung höher gewesen, läge die Prognose { $amount } % höher.
days-further_lower = Am Einfluss dieser Eingabe ({ $input }) auf die Prognose für { $day } hat der neueste Tag, der { $newest }, einen Anteil von { $share }: Wäre sie dort um eine Standardabweichung höher gewesen, läge die Prognose { $amount } % niedriger.
days-part_of_input = { $input } { $share }
days-all_pulls = Anteile an allem Einfluss auf diese Prognose, je um eine Standardabweichung: { $list }.

## The drawer at the bottom: its buttons, and what is in them before a training.

drawer-title = Mehr über diesen Lauf
drawer-scores = Fehlermaße
drawer-how_sure = Wie sicher?
drawer-paid = Hätte es sich gelohnt?
drawer-does_it_hold = Hält es stand?
drawer-which_days = Welche Tage
drawer-cell = In der Zelle
drawer-network = Netz
drawer-runs = Läufe
drawer-leaks = Datenlecks
drawer-scores_come = Nach einem Training: seine Fehler neben denen von Prognosen, die nichts kosten.
drawer-how_sure_comes = Nach einem Training: wie oft jeder Bereich hielt, was geschah, und wie breit er dafür sein musste.
drawer-which_days_come = Nach einem Training: wie weit sich eine Prognose mit jedem Tag ihres Fensters bewegt.
drawer-runs_come = Nach einem Training: was sich von Lauf zu Lauf geändert und was es bewirkt hat.

## What is said of forecasts: caveats, comparisons, intervals, the sealed block.

forecast-test_days_scattered = Die { $days } Testtage sind zufällig aus dem ganzen Kursverlauf gezogen, mit Trainingstagen vor und nach jedem davon: Die Fehlermaße sagen, wie gut Lücken gefüllt werden, nicht, wie gut die Zukunft vorhergesagt wird.
forecast-looks_ahead = Von jedem Tag, den es vorhersagt, erfuhr das Netz, was erst nach dessen Ende bekannt ist: Seine Fehlermaße sind die eines Rückblicks. Vom nächsten, unbekannten Tag kann ihm das niemand sagen: Dort steht der Mittelwert, und das Intervall ist womöglich viel zu schmal.
forecast-prices_stand_still = Der Kurs hat sich an keinem Testtag bewegt, also stimmt „morgen = heute“ genau, und nichts kann es schlagen. Wo ein Fehlermaß durch diesen Fehler von null teilen müsste, endet es bei { $cap }.
forecast-one_day = Der { $date } allein hat { $share } des quadrierten Fehlers: Fehlermaße und Urteil gelten vor allem diesem Tag.
forecast-repeats_last_price = Das Netz wiederholt an jedem Testtag den letzten Kurs: Es ist selbst zu „morgen = heute“ geworden, und es gibt nichts zu vergleichen.
forecast-always_the_same_price = Das Netz sagt für jeden Testtag ein und denselben Kurs vorher: Es hat aus seinem Fenster nichts gelernt.
forecast-always_the_same_move = Das Netz sagt für jeden Testtag ein und dieselbe Bewegung vorher: Es hat einen Durchschnitt gelernt und aus seinem Fenster nichts.
forecast-nothing_to_measure_chance_by = Die beiden Fehler unterscheiden sich an jedem Testtag auf dieselbe Weise oder gar nicht. Der Diebold-Mariano-Test hat also nichts, woran er den Zufall messen könnte, und findet keinen Beleg.
forecast-few_test_days = { $count ->
    [one] Es gibt nur { $count } Testtag: zu wenig für ein aussagekräftiges Urteil. Laden Sie einen längeren Kursverlauf.
   *[other] Es gibt nur { $count } Testtage: zu wenige für ein aussagekräftiges Urteil. Laden Sie einen längeren Kursverlauf.
}
forecast-intervals_promise_less = Die Intervalle ab { $level } % sind an so wenigen Tagen kalibriert, dass sie so breit gezeichnet sind, wie der schlechteste davon es verlangt, und weniger versprechen als ihr Niveau.
forecast-few_days_for_last_step = Der letzte Schritt des Horizonts ließ sich an nur { $days } Tagen prüfen: zu wenige für ein aussagekräftiges Fehlermaß.
forecast-far_intervals_promise_less = Die { $level }-%-Intervalle der fernen Schritte sind an so wenigen Tagen kalibriert, dass sie so breit gezeichnet sind, wie der schlechteste davon es verlangt, und weniger versprechen als ihr Niveau.

forecast-same_forecasts = { $first } und { $second } sagen für jeden von { $days } Testtagen denselben Kurs vorher.
forecast-errors_disagree = { $first } hat über { $days } Testtage das { $ratio }-Fache des absoluten Fehlers von { $second }, und die quadrierten Fehler sagen das Gegenteil: Der eine ist an gewöhnlichen Tagen besser, der andere bei den großen Fehlern, und insgesamt ist es keiner.
forecast-within_chance = { $first } hat über { $days } Testtage das { $ratio }-Fache des Fehlers von { $second }. Das ist nicht mehr, als der Zufall ausmachen kann ({ $p }): Keiner von beiden ist nachweislich besser.
forecast-first_is_better = { $first } ist besser als { $second }: Über { $days } Testtage beträgt sein Fehler das { $ratio }-Fache, und dieser Unterschied ist größer, als ihn der Zufall macht ({ $p }).
forecast-first_is_worse = { $first } ist schlechter als { $second }: Über { $days } Testtage beträgt sein Fehler das { $ratio }-Fache, und dieser Unterschied ist größer, als ihn der Zufall macht ({ $p }).

forecast-the_validation_rows = den { $rows } Validierungszeilen
forecast-the_last_training_rows = dem letzten Achtel der Trainingszeilen ({ $rows } Zeilen), weil es keinen Validierungsblock gibt: Das Netz hat sie gesehen, also ist das Intervall vielleicht zu schmal
forecast-interval = { $level }-%-Intervall
forecast-adaptive_interval = { $level }-%-Intervall, adaptiv
forecast-split_interval = { $level }-%-Intervall, Split
forecast-split_conformal_means = Eine Breite für alle Tage, aus den Fehlern an Tagen vor dem Testblock: richtig, solange der Markt bleibt, wie er war.
forecast-adaptive_conformal_means = Die Breite ändert sich jeden Tag ein wenig: breiter nach einem Fehlschlag, schmaler nach einem Treffer, sodass sie ruhigen und stürmischen Zeiten folgt.
forecast-volatility_conformal_means = Die Breite atmet mit dem Markt: Sie zählt darin, wie stark sich der Kurs zuletzt bewegt hat, und folgt wie die adaptive jedem Fehlschlag und Treffer.
forecast-history_20 = „morgen = heute“, Volatilität von 20 Tagen
forecast-history_250 = „morgen = heute“, Volatilität von 250 Tagen
forecast-calm_and_wild = Das { $level }-%-Intervall hielt { $calm } der Tage nach ruhigen Wochen und { $wild } der Tage nach wilden.
forecast-steady = Über jeweils 100 Testtage gezählt, hielt es in { $share } der Abschnitte so viel, wie der Zufall erlaubt.
forecast-beside_plain_band = Alle Stufen zusammen verfehlen um { $crps } % des Kurses (CRPS); ein einfaches Band um „morgen = heute“, so breit, wie die letzten 20 Tage es nahelegen, um { $plain } %.
forecast-directions = Es sagte an { $up } von { $days } Testtagen „aufwärts“ und an { $down } „abwärts“.
forecast-one_sided = Das ist eine einseitige Prognose: Ihr Anteil richtiger Tage sagt wenig mehr, als wie der Markt lief.
forecast-direction_tests = Öfter richtig als durch die Neigung zu einer Seite? Pesaran–Timmermann { $right }. Ertragreicher als durch sie? Anatolyev–Gerko { $earned }.
forecast-not_defined = nicht definiert
forecast-too_few_days_to_roll = Die gleitende Abdeckung geht über jeweils { $days } Testtage, und es gibt nur { $test_days }: Laden Sie einen längeren Kursverlauf, um zu sehen, wo das Intervall zu schmal war.
forecast-scattered_days_do_not_roll = Eine zufällige Aufteilung verstreut die Testtage über den ganzen Kursverlauf, also gibt es keine Strecke, der man folgen könnte: Teilen Sie nach der Zeit auf, um zu sehen, wo das Intervall zu schmal war.

forecast-too_few_rows = { $count ->
    [one] Es gibt nur { $count } Zeile mit Kursen, und dieses Rückblickfenster braucht mindestens { $needed }: Laden Sie einen längeren Kursverlauf, oder wählen Sie ein kürzeres Fenster.
   *[other] Es gibt nur { $count } Zeilen mit Kursen, und dieses Rückblickfenster braucht mindestens { $needed }: Laden Sie einen längeren Kursverlauf, oder wählen Sie ein kürzeres Fenster.
}
forecast-too_few_rows_for_horizon = { $count ->
    [one] Es gibt nur { $count } Zeile mit Kursen, und dieses Rückblickfenster und dieser Horizont brauchen mindestens { $needed }: Laden Sie einen längeren Kursverlauf, oder wählen Sie ein kürzeres Fenster oder einen kürzeren Horizont.
   *[other] Es gibt nur { $count } Zeilen mit Kursen, und dieses Rückblickfenster und dieser Horizont brauchen mindestens { $needed }: Laden Sie einen längeren Kursverlauf, oder wählen Sie ein kürzeres Fenster oder einen kürzeren Horizont.
}
forecast-no_input = Das Netz soll eine Eingabe lesen, die diese Kurse nicht haben: { $input }. { $lack } Wählen Sie unter Einstellungen andere Eingaben, oder andere Kurse.
forecast-diverged = Das Training ist divergiert: Die Prognosen des Netzes sind keine brauchbaren Zahlen mehr. Versuchen Sie eine kleinere Lernrate.
forecast-results_of_other_prices = Die Ergebnisse gehören nicht zu diesen Kursen (erwartet waren { $expected } Werte, gekommen sind { $found }): Trainieren Sie noch einmal.
forecast-unscorable = Diese Kurse liegen zu weit auseinander, um bewertet zu werden: Prüfen Sie die Daten auf falsche Werte.
forecast-persistence = Morgen = heute (Persistenz)
forecast-drift = Drift
forecast-moving_average = 5-Tage-Mittel
forecast-ar1 = AR(1) auf Renditen
forecast-ridge = Ridge-Regression
forecast-best_possible = Bestmöglich

forecast-seal_is_open = Der versiegelte Block dieses Kursverlaufs ist schon geöffnet, und Gesehenes lässt sich nicht ungesehen machen. Laden Sie einen anderen Kursverlauf, um einen frischen zu haben.
forecast-no_look_yet = Diesen Testblock hat noch niemand angesehen.
forecast-first_look = Das ist der erste Blick auf diesen Testblock: Sein Urteil zählt voll.
forecast-looks_at_one_experiment = Dieser Testblock wurde { $looks }-mal angesehen, immer mit demselben Experiment: Sein Urteil zählt noch voll.
forecast-looks_at_several_experiments = Dieser Testblock wurde { $looks }-mal angesehen, mit { $experiments } verschiedenen Experimenten. Jedes ist eine weitere Gelegenheit, Glück zu haben: Von { $experiments } Netzen, die nichts wissen, schiene in bis zu { $percent } % der Fälle mindestens eines „morgen = heute“ zu schlagen. Das beste davon auszusuchen und sein Fehlermaß zu nennen, ist kein Test mehr.
forecast-looks_measured = Dieser Testblock wurde { $looks }-mal angesehen, mit { $experiments } verschiedenen Experimenten. Jedes ist eine weitere Gelegenheit, Glück zu haben: Wüsste keiner der { $networks } vergleichbaren Läufe der Liste etwas, hieße es von mindestens einem trotzdem in { $percent } % der Fälle, er schlage „morgen = heute“, gemessen an ihren eigenen Fehlern; bei einem einzigen wären es { $single } %. Den besten auszuwählen und seine Zahl zu nennen ist kein Test mehr.

forecast-folds_not_offered = Einen Walk-Forward-Test mit { $found } Abschnitten gibt es nicht: Wählen Sie { $least } bis { $most }.
forecast-fewer_folds_needed = Es gibt nur { $rows } Zeilen mit Kursen, und diese Abschnitte brauchen mindestens { $needed }: Laden Sie einen längeren Kursverlauf, oder wählen Sie höchstens { $possible } Abschnitte.
forecast-no_folds_possible = Es gibt nur { $rows } Zeilen mit Kursen, und diese Abschnitte brauchen mindestens { $needed }: Laden Sie einen längeren Kursverlauf, oder wählen Sie ein kürzeres Rückblickfenster.
forecast-times_retrained = { $count ->
    [one] Einmal neu trainiert
   *[other] { $count }-mal neu trainiert
}
forecast-folds_beat = { $retrained }, schlägt das Netz „morgen = heute“ über { $days } Testtage (rMAE { $rmae }, { $p }); in { $better } von { $folds } Abschnitten war es besser.
forecast-folds_know_something = { $retrained }, ist das Netz über { $days } Testtage so gut wie „morgen = heute“ (rMAE { $rmae }, { $p }), und doch weiß es etwas; in { $better } von { $folds } Abschnitten war es besser.
forecast-folds_tie = { $retrained }, ist das Netz über { $days } Testtage so gut wie „morgen = heute“ (rMAE { $rmae }, { $p }); in { $better } von { $folds } Abschnitten war es besser.
forecast-folds_lose = { $retrained }, verliert das Netz über { $days } Testtage gegen „morgen = heute“ (rMAE { $rmae }, { $p }); in { $better } von { $folds } Abschnitten war es besser.

forecast-day_number = Tag { $number }
forecast-week_number = Woche { $number }
forecast-month_number = Monat { $number }
forecast-the_day = Tag { $number }
forecast-the_week = Woche { $number }
forecast-the_month = Monat { $number }
forecast-the_days = die Tage { $numbers }
forecast-the_weeks = die Wochen { $numbers }
forecast-the_months = die Monate { $numbers }
forecast-beats_on_no_day = Für keinen der nächsten { $last } Tage schlägt das Netz „keine Änderung“
forecast-beats_in_no_week = Für keine der nächsten { $last } Wochen schlägt das Netz „keine Änderung“
forecast-beats_in_no_month = Für keinen der nächsten { $last } Monate schlägt das Netz „keine Änderung“
forecast-beats_on_each_day = Das Netz schlägt „keine Änderung“ für jeden der nächsten { $last } Tage
forecast-beats_in_each_week = Das Netz schlägt „keine Änderung“ für jede der nächsten { $last } Wochen
forecast-beats_in_each_month = Das Netz schlägt „keine Änderung“ für jeden der nächsten { $last } Monate
forecast-beats_at_first = Für { $first } schlägt das Netz „keine Änderung“, danach nicht mehr
forecast-beats_up_to = Bis { $end } schlägt das Netz „keine Änderung“, danach nicht mehr
forecast-beats_on_these_days = Das Netz schlägt „keine Änderung“ für { $these } und für keinen anderen der nächsten { $last } Tage
forecast-beats_in_these_weeks = Das Netz schlägt „keine Änderung“ für { $these } und für keine andere der nächsten { $last } Wochen
forecast-beats_in_these_months = Das Netz schlägt „keine Änderung“ für { $these } und für keinen anderen der nächsten { $last } Monate
forecast-worse_on_all = { $beats }: Es ist überall schlechter.
forecast-worse_on = { $beats }; für { $these } ist es schlechter.

forecast-days = { $count ->
    [one] { $count } Tag
   *[other] { $count } Tage
}
forecast-weeks = { $count ->
    [one] { $count } Woche
   *[other] { $count } Wochen
}
forecast-months = { $count ->
    [one] { $count } Monat
   *[other] { $count } Monate
}
forecast-error_is_level = Der Fehler ist derselbe, wohin man die Linie auch schiebt, denn in ihr bewegt sich nichts.
forecast-no_echo = Am besten passt die Linie, wo sie steht: Sie ist kein Echo der Vergangenheit.
forecast-echo_of_yesterday = Am besten passt die Linie 1 Tag früher; der Fehler ist dort um { $saving } kleiner. Sie läuft 1 Tag hinterher, ein Echo des gestrigen Kurses. Zwei Linien, die in einem Diagramm eng beieinanderliegen, können genau das sein.
forecast-echo_of_last_week = Am besten passt die Linie 1 Woche früher; der Fehler ist dort um { $saving } kleiner. Sie läuft 1 Woche hinterher, ein Echo des Kurses der letzten Woche. Zwei Linien, die in einem Diagramm eng beieinanderliegen, können genau das sein.
forecast-echo_of_last_month = Am besten passt die Linie 1 Monat früher; der Fehler ist dort um { $saving } kleiner. Sie läuft 1 Monat hinterher, ein Echo des Kurses des letzten Monats. Zwei Linien, die in einem Diagramm eng beieinanderliegen, können genau das sein.
forecast-runs_late = Am besten passt die Linie { $distance } früher; der Fehler ist dort um { $saving } kleiner. Sie läuft { $distance } hinterher, wie es ein Mittel über vergangene Kurse tut.
forecast-runs_early = Am besten passt die Linie { $distance } später; der Fehler ist dort um { $saving } kleiner. Sie läuft { $distance } voraus, und das tut keine Prognose aus gutem Grund. Halten Sie es für Zufall.
forecast-few_days_to_compare = { $count ->
    [one] Bei nur { $count } Tag zum Vergleichen kann das Zufall sein.
   *[other] Bei nur { $count } Tagen zum Vergleichen kann das Zufall sein.
}
forecast-few_weeks_to_compare = { $count ->
    [one] Bei nur { $count } Woche zum Vergleichen kann das Zufall sein.
   *[other] Bei nur { $count } Wochen zum Vergleichen kann das Zufall sein.
}
forecast-few_months_to_compare = { $count ->
    [one] Bei nur { $count } Monat zum Vergleichen kann das Zufall sein.
   *[other] Bei nur { $count } Monaten zum Vergleichen kann das Zufall sein.
}
forecast-under_one_percent = weniger als 1 %
forecast-list_end = { $rest } und { $last }

## The panel that leads through a lesson, the list of lessons, and a teacher's link.

guide-step_of_lesson = { $lesson }, Schritt { $step } von { $steps }
guide-steps = Schritte der Lektion
guide-done = Geschafft.
guide-came_out_otherwise = Hier kommt es anders heraus: Die Lektion spricht von ihren eigenen Kursen und Einstellungen.
guide-not_there_yet = Diesen Teil der Seite gibt es noch nicht: Er erscheint nach einem Training.
guide-i_have_looked = Ich habe es angesehen
guide-next = Weiter
guide-show_me_where = Wo ist das?
guide-back = Zurück
guide-skip = Überspringen
guide-leave = Lektion verlassen
guide-finished = Sie haben „{ $lesson }“ abgeschlossen.
guide-next_lesson = Weiter: { $lesson }
guide-close = Schließen
guide-you_guess = Ihr Tipp: { $answer }.
guide-guessed_right = Ihr Tipp: { $answer }. So ist es.
guide-guessed_otherwise = Ihr Tipp: { $answer }. Richtig ist: { $right }.

guide-hint = Jede führt Sie in wenigen Minuten durch die Seite, mit eigenen Kursen und Einstellungen; Ihre kommen am Ende zurück. Ein Schritt ist geschafft, wenn Sie ihn wirklich gemacht haben. Hören Sie auf, wann Sie möchten.
guide-running = Läuft
guide-start = Beginnen
guide-go_on = Weiter bei Schritt { $step }

guide-for_teachers = Für Lehrkräfte: ein Link für Ihre Klasse
guide-link_hint = Der Link öffnet die Seite mit den Kursen und Einstellungen dieses Augenblicks, auf Wunsch mit einer Lektion und ohne das, was Sie ankreuzen. Ihre Klasse kann es jederzeit wieder einblenden.
guide-lesson = Lektion
guide-none = Keine
guide-hide = Ausblenden
guide-copy_link = Link zur Lektion kopieren
guide-link_hides = Dieser Link blendet Teile der Seite aus.{ " " }
guide-show_everything = Alles zeigen

## The visitor's own prices: a file chosen, dropped or pasted, and how it is read.

import-title = Ihre eigenen Kurse
import-what_it_takes = Irgendeine Tabelle mit Datum und Kurs oder die gespeicherte Antwort eines Kursdienstes: Wählen Sie sie aus, legen Sie sie irgendwo auf dieser Seite ab oder fügen Sie sie ein. Sie wird hier gelesen und nirgendwohin gesendet.
import-file = Kursdatei
import-paste_instead = Stattdessen Kurse einfügen
import-prices_to_read = Zu lesende Kurse
import-example =
    Datum;Schlusskurs
    02.01.2024;185,64
    03.01.2024;184,25
import-read_pasted = Eingefügte Kurse lesen
import-drop_here = Legen Sie die Datei ab, um ihre Kurse oder ein trainiertes Modell zu lesen

import-is_it = Wird{ " " }
import-read_as_it_should_be = { " " }richtig gelesen?
import-how_it_is_read = Wie die Datei gelesen wird
import-separated_by = Zellen getrennt durch
import-decimal_mark = Dezimalzeichen
import-date_order = Reihenfolge im Datum
import-date_column = Spalte des Datums
import-close_column = Spalte des Schlusskurses
import-ticker = Wertpapier
import-not_found = nicht gefunden
import-use_these = Diese Kurse verwenden
import-leave = Diese Datei weglegen
import-which_file = { $name } enthält { $count } Dateien mit Kursen. Welche soll gelesen werden?
import-packed_file = Datei im Archiv
import-open_packed = Diese Datei öffnen
import-hold_all = Alle { $count } für eine Untersuchung bereithalten
import-leave_archive = Dieses Archiv schließen

import-first_and_last_rows = Die ersten und die letzten Zeilen der Datei
import-line = Zeile
import-date_read = Gelesenes Datum
import-price_read = Gelesener Kurs
import-column = Spalte { $number }
import-more_rows = { $count ->
    [one] … { $count } weitere Zeile …
   *[other] … { $count } weitere Zeilen …
}
import-cannot_be_read = nicht lesbar

## Looking inside the network: what its units compute, and why a window cannot be followed.

inspect-input_gate = Input-Gate
inspect-forget_gate = Forget-Gate
inspect-candidate = Kandidat
inspect-output_gate = Output-Gate
inspect-cell_state = Zellzustand
inspect-hidden_state = verborgener Zustand

## The forecast journal in a sentence.

journal-nothing_kept = Noch ist keine Prognose aufbewahrt.
journal-waiting = { $count ->
    [one] { $count } Prognose wartet auf ihren Tag.
   *[other] { $count } Prognosen warten auf ihren Tag.
}
journal-more_waiting = { $count ->
    [one] { $count } weitere wartet auf ihren Tag.
   *[other] { $count } weitere warten auf ihren Tag.
}
journal-scored = { $count ->
    [one] { $count } Prognose: { $inside } im 80-%-Intervall, { $closer } näher am Kurs als „keine Änderung“.
   *[other] { $count } Prognosen: { $inside } im 80-%-Intervall, { $closer } näher am Kurs als „keine Änderung“.
}

## The lessons: each its title and promise, then its steps, a title and what to do.

lessons-train_it = Trainieren Sie
lessons-will_it_beat = Schlägt es „morgen = heute“?
lessons-yes_it_beats = Ja
lessons-no_it_does_not = Nein

lessons-looks_perfect = Sieht perfekt aus
lessons-looks_perfect_promise = Warum eine Prognose genau auf den Kursen liegen und trotzdem nichts wert sein kann.
lessons-without_memory = Eine Welt ohne Gedächtnis
lessons-without_memory_do = Dieser Random Walk wirft vor jedem Schritt eine Münze. Nichts in seiner Vergangenheit verrät, wohin er als Nächstes geht.
lessons-like_tutorials = Trainieren Sie wie die meisten Anleitungen
lessons-like_tutorials_do = Das Rezept „Notebook“ sagt den Kurs selbst vorher und skaliert mit dem ganzen Kursverlauf. Drücken Sie „Trainieren“.
lessons-admire = Bewundern Sie das Ergebnis
lessons-admire_do = Die beiden Linien decken sich fast, und viele Artikel hören hier auf. Zoomen Sie hinein, bis Sie einzelne Tage unterscheiden können.
lessons-which_moves_first = Welche der beiden Linien bewegt sich zuerst?
lessons-actual_moves_first = Was geschah
lessons-predicted_moves_first = Die Prognose
lessons-read_the_verdict = Lesen Sie das Urteil
lessons-read_the_verdict_do = Niemand kann einen Münzwurf besser vorhersagen als mit „morgen = heute“, und genau damit vergleicht das Urteil. Was perfekt aussah, ist bestenfalls so gut, wie gar nichts zu sagen. Die Zahlen dazu stehen unter „Warum?“.

lessons-slide_it = Die Linie verschieben
lessons-slide_it_promise = Wie man eine Prognose ertappt, die nur wiederholt, was gestern war.
lessons-price_forecast = Sie brauchen eine Prognose des Kurses selbst
lessons-price_forecast_do = Das hier ist ein Random Walk, und das Rezept „Notebook“ sagt den Kurs selbst vorher. Drücken Sie „Trainieren“.
lessons-a_day_back = Schieben Sie die Linie einen Tag zurück
lessons-a_day_back_do = Schieben Sie die vorhergesagte Linie mit dem Schieberegler oder der linken Pfeiltaste auf den Tag davor, und beobachten Sie den Fehler.
lessons-what_will_the_error_do = Was wird der Fehler tun?
lessons-error_rises = Steigen
lessons-error_falls = Sinken
lessons-best_fit = Wo passt sie am besten?
lessons-best_fit_do = Jeder Balken ist der Fehler an einer Stelle. Eine Prognose, die etwas weiß, passt dort am besten, wo sie steht. Diese passt einen Tag früher am besten: Sie wiederholt den letzten Kurs, den sie gesehen hat, ein Echo.
lessons-put_it_back = Schieben Sie sie wieder zurück
lessons-put_it_back_do = Bringen Sie die Linie wieder an ihren Platz. Und verschieben Sie von nun an jede Prognose, die zu gut aussieht, wo immer sie Ihnen begegnet.

lessons-find_the_leak = Das Datenleck finden
lessons-find_the_leak_promise = Was geschieht, wenn die Antwort in die Frage gerät.
lessons-start_clean = Fangen Sie sauber an
lessons-start_clean_do = Drücken Sie „Trainieren“. Die Testtage kommen nach allen Trainingstagen, so wie die Zukunft nach der Vergangenheit.
lessons-open_a_leak = Öffnen Sie ein Datenleck
lessons-open_a_leak_do = Das Netz lag weit daneben: Die Kurse gingen dorthin, wo es nie gewesen war. Schalten Sie nun „Zufällig aufteilen“ ein. Die Testtage liegen dann zwischen Trainingstagen, und das Netz hat gesehen, was gleich davor und danach kam.
lessons-train_with_leak = Trainieren Sie mit dem Datenleck
lessons-train_with_leak_do = Drücken Sie noch einmal „Trainieren“ und warten Sie auf das Urteil.
lessons-measure_it = Messen Sie, was es geändert hat
lessons-measure_it_do = Beide Läufe stehen in der Liste. Mit dem Datenleck ist der Fehler nicht halb so groß, und doch sagt das Netz nichts besser vorher: Die Antwort steckte in der Frage. Sie haben es gemessen, statt es zu glauben.
lessons-close_the_leak = Schließen Sie das Datenleck
lessons-close_the_leak_do = Schalten Sie es wieder aus. Ein Ergebnis ist nur dann etwas wert, wenn von der Antwort nichts in der Frage steckte.

lessons-predict_returns = Renditen vorhersagen
lessons-predict_returns_promise = Eine Frage, bei der Abschreiben nicht hilft.
lessons-ask_for_change = Fragen Sie nach der Veränderung
lessons-ask_for_change_do = Wählen Sie das Rezept „Ehrlich“. Es sagt die Rendite vorher, die Veränderung von heute auf morgen in Prozent. Den heutigen Kurs abzuschreiben, ist darauf keine Antwort.
lessons-train_honest_do = Drücken Sie „Trainieren“. Die beste Epoche wird an einem Validierungsblock ausgewählt, deshalb kann das Training früher enden.
lessons-a_tie = Gleichauf ist die richtige Antwort
lessons-a_tie_do = Das Netz hat gelernt: Bei einem Münzwurf ist gar keine Veränderung die beste Prognose. Es ist so gut wie „morgen = heute“, und das ist die Wahrheit über diese Welt.

lessons-how_sure = Wie sicher?
lessons-how_sure_promise = Eine Prognose mit einem Bereich, der Wort hält.
lessons-a_forecast = Sie brauchen eine Prognose
lessons-a_forecast_do = Drücken Sie „Trainieren“: das Rezept „Ehrlich“ auf einem Random Walk.
lessons-promises = Lesen Sie die Versprechen
lessons-promises_do = Jede Zeile ist ein Bereich, der 50, 80 oder 95 % der Tage halten soll. Wie breit er ist, ergibt sich aus den Fehlern an Tagen, aus denen das Netz nicht gelernt hat.
lessons-promises_kept = Prüfen Sie, ob sie gehalten wurden
lessons-promises_kept_do = Die Spalte „gehalten“ zählt es an den Testtagen nach: Jeder Bereich hielt ungefähr, was er halten sollte. Einer, der 80 % halten sollte und 60 % hielt, wäre sich seiner Sache zu sicher gewesen.
lessons-wilder_world = Versuchen Sie eine wildere Welt
lessons-wilder_world_do = Wählen Sie „Volatilitätscluster“: Dort lösen Ruhe und Sturm einander ab.
lessons-train_there = Trainieren Sie dort
lessons-train_there_do = Drücken Sie „Trainieren“, und warten Sie auf dieselbe Tabelle.
lessons-who_adapts = Welches Verfahren stellt sich darauf ein?
lessons-who_adapts_do = Vergleichen Sie die beiden Verfahren noch einmal. Das adaptive kommt dem näher, was es halten sollte; eine Breite für alle Tage kann dem Sturm nicht folgen.
lessons-tomorrow_range = Morgen, mit seinem Bereich
lessons-tomorrow_range_do = Auch zur Prognose für den nächsten Tag gehört ein Bereich. Wer Ihnen einen Kurs ohne Bereich nennt, hat Ihnen nicht gesagt, wie sicher er sich ist.

lessons-when_it_works = Wenn es doch gelingt
lessons-when_it_works_promise = Ein Netz schlägt „morgen = heute“ dort, wo es etwas zu lernen gibt.
lessons-rhythm = Nehmen Sie eine Welt mit Rhythmus
lessons-rhythm_do = Wählen Sie „Verrauschte Saisonwelle“: eine Welle, die sich unter dem Rauschen wiederholt.
lessons-train_for_verdict_do = Drücken Sie „Trainieren“ und warten Sie auf das Urteil.
lessons-it_beats_it = Es gewinnt. Um wie viel?
lessons-it_beats_it_do = Diesmal gewinnt das Netz, und der Unterschied ist mehr als Zufall. Unter „Fehlermaße“ steht auch das Beste, was in dieser Welt überhaupt möglich ist: Wie nah ist das Netz ihm gekommen?

lessons-knows_something = Weiß es etwas?
lessons-knows_something_promise = Warum ein Unentschieden eine Prognose verbergen kann, die etwas weiß.
lessons-weak_pull = Kurse an einer schwachen Leine
lessons-weak_pull_do = Was weit von seinem Niveau entfernt ist, treibt hier zurück, ein Zwanzigstel des Wegs am Tag. Alles Übrige an der Bewegung eines Tages ist Zufall, um ein Vielfaches stärker.
lessons-whole_truth = Ist Unentschieden die ganze Wahrheit?
lessons-whole_truth_do = Nach seinen Fehlern ist es nicht besser, als der Zufall es machen würde. Aber Schätzen hat seinen eigenen Preis: Wer schätzt, liegt auch darum daneben.
lessons-does_it_know = Weiß es trotzdem etwas?
lessons-two_questions = Zwei Fragen, zwei Antworten
lessons-two_questions_do = Was es weiß, ist kleiner als das, was das Schätzen kostet; nach seinen Fehlern ist es darum unentschieden. Die zweite Zeile des Urteils fragt etwas anderes: Neigen seine Prognosen zu dem, was geschah, mehr als durch Zufall und mehr als durch einen stetigen Trend? Das tun sie.
lessons-what_is_it_worth = Was ist das wert?
lessons-what_is_it_worth_do = Verschieben Sie die Kosten eines Handels. Ein so schwaches Signal handelt oft und verdient jedes Mal wenig: Etwas zu wissen heißt noch nicht, dafür bezahlt zu werden.

lessons-more_inputs = Mehr Eingaben?
lessons-more_inputs_promise = Wann mehr zu lesen hilft, und wie man es herausfindet.
lessons-prices_alone = Nur Kurse
lessons-prices_alone_do = In dieser Welt bewegt ein ungewöhnliches Volumen heute den Kurs von morgen. Das Netz liest nur vergangene Kurse. Drücken Sie „Trainieren“.
lessons-nothing_in_prices = In den Kursen steckt nichts
lessons-nothing_in_prices_do = Gleichauf: Was diese Kurse bewegt, steckt nicht in ihnen, und kein Netz findet, was man ihm nicht zeigt.
lessons-read_the_volume = Das Volumen lesen lassen
lessons-read_the_volume_do = Kreuzen Sie unter „Eingaben“ das „Volumen“ an. Es ist eine zweite Zahl jedes Tages, skaliert allein an den Trainingszeilen.
lessons-train_again = Noch einmal trainieren
lessons-it_was_in_the_volume = Es steckte im Volumen
lessons-it_was_in_the_volume_do = Dieselben Tage, dasselbe Netz, eine Zahl mehr am Tag: Jetzt gewinnt es. Unter „Fehlermaße“ stehen auch die lineare Prognose, die dasselbe liest, und das Beste, was irgendjemand erreichen könnte.
lessons-which_input = Welche Eingabe war es?
lessons-which_input_do = Wählen Sie unter „Mehr bei“ das Volumen: Die Balken sagen, an welchem Tag es zählt. Kreuzen Sie bei echten Kursen eine Eingabe nach der anderen an, und lassen Sie unter „Läufe“ alle Blicke zählen: Eine von vielen hilft durch Zufall.

lessons-how_far_back = Wie weit zurück?
lessons-how_far_back_promise = Was ein LSTM und ein einfaches RNN aus der Vergangenheit mitnehmen können, und wie man es sieht.
lessons-an_old_echo = Ein Echo, fünfzehn Tage alt
lessons-an_old_echo_do = In dieser Welt kehrt jede Bewegung fünfzehn Tage später wieder, mit sechs Zehnteln ihrer Größe. Das Fenster fasst zwanzig Tage: Dem Netz, einem LSTM, wird alles gezeigt, was es braucht. Drücken Sie „Trainieren“.
lessons-hardly_heard = Kaum gehört
lessons-hardly_heard_do = Es gewinnt, aber knapp: Sein Fehler ist größer als neun Zehntel dessen von „morgen = heute“, und acht Zehntel wären zu erreichen. Man hat ihm das Echo gezeigt, und es hat wenig daraus gemacht.
lessons-plain_cell = Die einfache Zelle nehmen
lessons-plain_cell_do = Wählen Sie unter „Zelle“ RNN: eine tanh-Schicht ohne Gates, mit einem Viertel der Zahlen, die ein LSTM zu lernen hat.
lessons-train_plain_cell_do = Dieselben Tage, derselbe Seed, dieselben Einstellungen. Drücken Sie „Trainieren“, und warten Sie auf das Urteil.
lessons-who_remembers = In Lehrbüchern steht, ein einfaches RNN vergesse. Wer hat hier den kleineren Fehler?
lessons-the_lstm = Das LSTM
lessons-the_plain_cell = Das einfache RNN
lessons-it_remembers = Es erinnert sich
lessons-it_remembers_do = Der Fehler der einfachen Zelle ist um ein Zehntel oder mehr kleiner. Es kommt darauf an, wie eine Zelle beginnt: Die rekurrente Matrix des RNN beginnt orthogonal und gibt einen Zustand in voller Länge weiter; die Forget-Gates des LSTM beginnen halb offen, und fünfzehnmal halbiert bleibt fast nichts.
lessons-see_it_travel = Den Fehler reisen sehen
lessons-see_it_travel_do = „Schritt weiter“ geht durch das Fenster und bringt den Fehler zurück; in Schritt 6 von 20 steckt das Echo. „Alle Zellen trainieren“ stellt die anderen daneben. Geben Sie dann dem LSTM einen „Bias des Forget-Gates“ von 1, trainieren Sie es, und vergleichen Sie unter „Läufe“.

lessons-what_gates_are_for = Wozu Gates da sind
lessons-what_gates_are_for_promise = Was ein offenes Forget-Gate behält und eine einfache Zelle verliert.
lessons-an_older_echo = Ein Echo, vierzig Tage alt
lessons-an_older_echo_do = Nun kehrt jede Bewegung vierzig Tage später wieder, und das Fenster fasst fünfundvierzig. Die Forget-Gates des LSTM beginnen fast offen, mit einem Bias von 3: Eine Erinnerung verblasst um 5 % am Tag, und nach vierzig Tagen ist noch ein Siebtel da. Drücken Sie „Trainieren“.
lessons-it_was_kept = Es wurde behalten
lessons-it_was_kept_do = Es gewinnt. Die neununddreißig neuesten Tage des Fensters sagen nichts über morgen; was etwas sagt, liegt vor ihnen, und die Zelle hat es an allen vorbeigetragen.
lessons-it_is_lost = Unterwegs verloren
lessons-it_is_lost_do = Unentschieden: Seine Prognosen sind nicht mehr wert als der letzte Kurs. Die einfache Zelle schreibt jeden Tag ihren ganzen Zustand neu, durch dieselbe Matrix und ein tanh, und nach vierzig Tagen ist das Echo fort. Dazu sind Gates da: Was mit fast eins multipliziert wird, verblasst langsam.
lessons-see_it_fade = Sehen, wo es verblasst
lessons-see_it_fade_do = „Schritt weiter“ geht durch das Fenster und bringt den Fehler zurück; in Schritt 6 von 45 steckt das Echo. „Alle Zellen trainieren“ stellt die anderen daneben. Wählen Sie dann das LSTM mit einem „Bias des Forget-Gates“ von 0, trainieren Sie es, und sehen Sie, was halb offene Gates aus vierzig Tagen machen.

## How an LSTM works, in words beside its equations. Where a word is set apart, the sentence comes in
## pieces, up to it and from it on.

lstm-lead_before = Was ein Kurs bedeutet, hängt von den Kursen davor ab. Ein{ " " }
lstm-recurrent = rekurrentes
lstm-lead_after = { " " }Netz ist dafür gebaut: Es liest Tag für Tag, und nach jedem Tag reicht es sich selbst eine Notiz weiter, was es bisher gesehen hat.

lstm-one_cell = Eine Zelle, jeden Tag von neuem
lstm-chain = Bei einem Fenster von zwanzig Tagen läuft dieselbe Zelle zwanzigmal. Ihre Gewichte bleiben von Tag zu Tag gleich; nur ihre Eingabe und ihr Gedächtnis ändern sich. Zeichnet man sie wie hier für jeden Tag einmal, wird aus der Schleife eine Kette, und was das letzte Glied ausgibt, ist die Prognose.
lstm-vanishing_before = Eine einfache rekurrente Zelle hat eine einzige Schicht und schreibt ihre Notiz jeden Tag ganz neu. Damit sie lernt, muss ein Fehler durch all diese Abschriften zurückwandern, und bei jeder wird er mit ungefähr derselben Zahl malgenommen. Halbiert man ihn zwanzigmal, bleibt weniger als ein Millionstel: Der Fehler{ " " }
lstm-vanishes = verschwindet
lstm-vanishing_after = , und die Zelle lernt nie, dass vor drei Wochen etwas wichtig war.

lstm-the_cell = Die Zelle: eine Gedächtnislinie und vier kleine Schichten
lstm-history_before = Sepp Hochreiter und Jürgen Schmidhuber fanden darauf 1997 eine Antwort: das{ " " }
lstm-long_short_term_memory = lange Kurzzeitgedächtnis
lstm-memory_and_output = , auf Englisch „long short-term memory“, kurz LSTM. Seine Zelle bewahrt zweierlei: eine Ausgabe{ " " }
lstm-output_and_state = , die andere sehen, und einen{ " " }
lstm-cell_state = Zellzustand
lstm-state_after = , der oben geradewegs durch die Zeichnung läuft. Nichts presst den Zellzustand unterwegs zusammen; er wird nur ein wenig skaliert, und etwas kommt hinzu.
lstm-layers_before = Vier kleine Schichten entscheiden, was mit ihm geschieht. Alle vier lesen dasselbe: die heutige Eingabe{ " " }
lstm-input_and_output = { " " }und die gestrige Ausgabe{ " " }
lstm-output_and_gates = . Drei von ihnen sind{ " " }
lstm-gates = Gates
lstm-gates_after = , also Tore: Die Funktion σ (Sigmoid) bringt ihre Werte zwischen 0, geschlossen, und 1, offen. Die vierte schlägt neuen Inhalt zwischen −1 und 1 vor, mit tanh.
lstm-signs = In der Zeichnung rechnen × und + Zahl für Zahl, ebenso ⊙ in den Formeln darunter. Wo Linien sich treffen, lesen mehrere Schichten dieselben Werte.

lstm-four_steps = Vier Schritte durch die Zelle
lstm-forget = Vergessen
lstm-forget_gate = Was vom alten Gedächtnis lohnt es sich zu behalten? Das Forget-Gate, das Tor des Vergessens, gibt jeder Zahl des Zellzustands einen Anteil von 0, fallen lassen, bis 1, behalten. Die Zelle von 1997 hatte kein solches Gate und konnte nur anhäufen; Felix Gers, Jürgen Schmidhuber und Fred Cummins fügten es im Jahr 2000 hinzu.
lstm-input = Eingabe
lstm-input_gate = Wie viel von heute soll aufgeschrieben werden? An einem Tag wie jedem anderen kann das Input-Gate fast geschlossen bleiben; an einem Tag, der das Bild verändert, geht es auf.
lstm-candidate = Kandidat
lstm-candidate_layer = Und was gibt es aufzuschreiben? Der Kandidat ist der Inhalt, den das Input-Gate einlässt. Mit ihm kommt das Gedächtnis auf den neuesten Stand: einen Teil des Alten behalten, einen Teil des Neuen hinzufügen.
lstm-output = Ausgabe
lstm-output_gate = Was vom Gedächtnis wird gerade jetzt gebraucht? Das Output-Gate wählt es aus, und das Ergebnis geht an den nächsten Tag, an die nächste Schicht und nach dem letzten Tag an die Prognose. Was nicht gezeigt wird, ist nicht verloren: Es bleibt im Zellzustand.

lstm-why_it_lasts = Warum das Gedächtnis hält
lstm-one_multiplication = Folgen Sie einem Fehler die Gedächtnislinie zurück. Zwischen dem Zellzustand von gestern und dem von heute steht eine einzige Multiplikation, die mit dem Forget-Gate:
lstm-learned_gate = Solange das Gate nahe bei 1 bleibt, kommt der Fehler fast unversehrt durch, über zwanzig Tage wie über einen. Und das Gate wird gelernt: Die Zelle findet selbst heraus, was sie lange mitträgt und was sie loslässt. (Fehler fließen auch durch die Gates; auf diesen Wegen verblassen sie wie in einer einfachen Zelle.)

lstm-in_this_network = Im Netz dieser Seite
lstm-matrices_before = Die vier Schichten teilen sich eine gestapelte Matrix für die Eingabe und eine für die vorige Ausgabe, mit den Gates in der Reihenfolge{ " " }
lstm-matrices_after = , wie in PyTorch: Ein einziges Produkt ergibt alle vier auf einmal. Zwei solche LSTM-Schichten liegen übereinander, jede mit 32 Zahlen Gedächtnis, wenn Sie nichts anderes einstellen; die zweite liest Tag für Tag, was die erste ausgibt. Vorhersagbar werden Kurse dadurch nicht. Ein LSTM kann sich nur merken, was hilft, und ob überhaupt etwas hilft, misst das Urteil weiter oben.
lstm-sources = Quellen
lstm-authors_of_1997 = S. Hochreiter und J. Schmidhuber (1997).{ " " }
lstm-authors_of_2000 = F. A. Gers, J. Schmidhuber und F. Cummins (2000).{ " " }

## The drawing of the chain. Its words are short: they have little room.

lstm-chain_title = Die rekurrente Kette, in der Zeit entrollt
lstm-chain_description = Dieselbe Zelle, für jeden Tag einmal gezeichnet, von Tag 1 bis Tag 20. Jede liest von unten den Kurs ihres Tages und reicht ihr Gedächtnis an die Zelle des nächsten Tages weiter. Die Ausgabe der letzten ergibt die Prognose für Tag 21.
lstm-day = Tag { $day }
lstm-memory = Notiz
lstm-forecast_for = Prognose für Tag { $day }

## The drawing of the cell.

lstm-cell_title = Die LSTM-Zelle mit ihren vier zusammenwirkenden Schichten
lstm-cell_description = Oben läuft der Zellzustand vom Vortag bis heute: Zuerst wird er mit dem Wert des Forget-Gates multipliziert, dann kommt das Produkt aus Input-Gate und Kandidat hinzu. Darunter lesen vier kleine Schichten allesamt die vorige Ausgabe und die heutige Eingabe. Rechts geht der neue Zellzustand durch tanh und wird mit den Werten des Output-Gates multipliziert; das Ergebnis ist die heutige Ausgabe, die an den nächsten Tag geht.
lstm-memory_line = Zellzustand: die Gedächtnislinie
lstm-todays_input = heutige Eingabe
lstm-draw_forget = Forget
lstm-draw_input = Input
lstm-draw_candidate = Kandidat
lstm-draw_output = Output

## Prices: what they are called, where they come from, what is odd about them.

market-daily = Täglich
market-weekly = Wöchentlich
market-monthly = Monatlich
market-close = Schlusskurs
market-adjusted_close = Bereinigter Schlusskurs

market-pasted_prices = Eingefügte Kurse
market-daily_from_alpha_vantage = { $symbol }, täglich, von Alpha Vantage
market-weekly_from_alpha_vantage = { $symbol }, wöchentlich, von Alpha Vantage
market-monthly_from_alpha_vantage = { $symbol }, monatlich, von Alpha Vantage

market-no_symbol = Es fehlt ein Symbol: Geben Sie eines ein, zum Beispiel IBM oder TSCO.LON.
market-symbol_too_long = Ein Symbol hat höchstens { $most } Zeichen: Geben Sie eines ein wie IBM oder TSCO.LON.
market-not_in_a_symbol = In einem Symbol kann kein „{ $character }“ stehen: Nur Buchstaben, Ziffern und . - ^ = sind erlaubt.
market-no_pair = Ein Paar sind zwei Kürzel mit einem Schrägstrich dazwischen: Geben Sie eines ein wie EUR/USD oder BTC/USD.

market-extent = { $count ->
    [one] 1 Zeile vom { $from } bis zum { $to }.
   *[other] { $count } Zeilen vom { $from } bis zum { $to }.
}
market-out_of_order = { $count ->
    [one] 1 Zeile stand nicht in der Reihenfolge der Tage und wurde einsortiert.
   *[other] { $count } Zeilen standen nicht in der Reihenfolge der Tage und wurden einsortiert.
}
market-row_left_out = Zeile { $line } wurde ausgelassen: { $reason }.
market-rows_left_out = { $count } Zeilen wurden ausgelassen, zuerst Zeile { $line }: { $reason }.
market-bad_date = kein lesbares Datum
market-price_missing = kein Kurs
market-price_no_number = keine Zahl als Kurs
market-price_not_positive = kein Kurs über null
market-too_many_cells = mehr Zellen, als die Tabelle Spalten hat
market-odd_left_out =
    { $rows ->
        [one] { $rows } Zeile mit auffälligem Kurs wurde ausgelassen, am { $first }.
       *[other] { $rows } Zeilen mit auffälligen Kursen wurden ausgelassen, die erste am { $first }.
    }
market-odd_corrected =
    { $rows ->
        [one] In { $rows } Zeile mit einem auffälligen Kurs wurde das Komma verschoben, am { $first }.
       *[other] In { $rows } Zeilen mit auffälligen Kursen wurde das Komma verschoben, zuerst am { $first }.
    }
market-date_twice = Für den { $date } gab es zwei Zeilen; die letzte gilt.
market-dates_repeated = Bei { $count } Zeilen kam der Tag noch einmal vor, zuerst der { $first }; von jedem Tag gilt die letzte Zeile.

market-gap = Zwischen dem { $from } und dem { $to } klafft eine Lücke von { $days } Tagen; die Prognose geht darüber hinweg, als wäre es { $one }.
market-gaps = Es gibt { $count } Lücken, die längste von { $days } Tagen zwischen dem { $from } und dem { $to }; die Prognose geht über jede hinweg, als wäre es { $one }.
market-one_trading_day = ein einziger Handelstag
market-one_week = eine einzige Woche
market-one_month = ein einziger Monat
market-gap_of_weekdays = Zwischen dem { $from } und dem { $to } klafft eine Lücke von { $days } Werktagen.
market-gaps_of_weekdays = Es gibt { $count } Lücken, die längste von { $days } Werktagen zwischen dem { $from } und dem { $to }.
market-on_weekends = { $count ->
    [one] 1 Zeile fällt auf ein Wochenende.
   *[other] { $count } Zeilen fallen auf Wochenenden.
}
market-never_closed = Dieser Markt handelt auch am Wochenende.
market-one_price = Jede Zeile hat den Kurs { $price }: Es gibt nichts vorherzusagen, und keine Prognose lässt sich daran beurteilen.
market-spike = Am { $date } steht als { $kind } { $value }, in den Zeilen davor und danach rund { $usual }: höchstwahrscheinlich eine falsche Zahl.
market-spikes = { $count } Kurse passen nicht zu den Zeilen davor und danach und sind höchstwahrscheinlich falsche Zahlen: zuerst am { $date } als { $kind } { $value } (davor { $usual }).
market-far_move = Am { $date } ändert sich der Kurs um { $percent }, weit mehr als sonst: Eine falsche Zahl würde in dem, was gelernt und bewertet wird, schwer wiegen.
market-far_moves = { $count } Änderungen gehen weit über die üblichen hinaus, die größte mit { $percent } am { $date }: Eine falsche Zahl darunter würde in dem, was gelernt und bewertet wird, schwer wiegen.
market-adjusted_alone = Am { $date } springt der bereinigte Schlusskurs und der Schlusskurs nicht: Die Bereinigung sieht dort falsch aus.
market-often_adjusted_alone = An { $count } Tagen, zuerst am { $date }, springt der bereinigte Schlusskurs und der Schlusskurs nicht: Die Bereinigung sieht dort falsch aus.
market-coarse = Die Kurse sind auf Schritte von { $step } gerundet, das sind { $percent } eines üblichen Kurses: Kleinere Änderungen gehen verloren.
market-price_stays = Der Kurs bleibt { $rows } Zeilen lang bei { $price }, vom { $from } bis zum { $to }.
market-price_stands_still = Der Kurs steht { $count }-mal still, am längsten { $rows } Zeilen lang vom { $from } bis zum { $to }.
market-unfinished_week = Die letzte Zeile, { $last }, gehört zu einer Woche, die noch nicht zu Ende war.
market-unfinished_month = Die letzte Zeile, { $last }, gehört zu einem Monat, der noch nicht zu Ende war.

market-jump = Der Sprung am { $date } sieht nach einem { $split }-Split aus, um den diese Schlusskurse nicht bereinigt sind; bereinigte Kurse würden eine bessere Prognose ergeben.
market-jumps = { $count ->
    [one] Der Sprung am { $date } (und es gibt noch 1 solchen Sprung) sieht nach einem { $split }-Split aus, um den diese Schlusskurse nicht bereinigt sind; bereinigte Kurse würden eine bessere Prognose ergeben.
   *[other] Der Sprung am { $date } (und es gibt noch { $count } solche Sprünge) sieht nach einem { $split }-Split aus, um den diese Schlusskurse nicht bereinigt sind; bereinigte Kurse würden eine bessere Prognose ergeben.
}
market-looks_like_split = Sieht nach einem { $split }-Split am { $date } aus.
market-may_be_split = Könnte ein { $split }-Split am { $date } sein.
market-adjusted_for_split = Die Kurse vor dem { $date } sind um einen { $split }-Split bereinigt.

## Files of a run: their buttons, the run card, and models that are opened again.

model_file-download_model = Modell herunterladen
model_file-download_script = PyTorch-Skript herunterladen
model_file-download_predictions = Vorhersagen herunterladen (CSV)
model_file-download_run_card = Steckbrief des Laufs herunterladen
model_file-download_scores_csv = Ergebnisse herunterladen (CSV)
model_file-download_scores_latex = Ergebnisse herunterladen (LaTeX)
model_file-model_means = Gewichte und Skalierung, als safetensors mit den Namen von PyTorch.
model_file-script_means = Lädt das Modell in PyTorch und wiederholt die Vorhersagen.
model_file-predictions_mean = Jeder Kurs und was für ihn vorhergesagt wurde.
model_file-run_card_means = Der Lauf in Worten, als Markdown, mit seinem Link.
model_file-scores_csv_means = Die Ergebnisse als Tabelle, für eine Tabellenkalkulation.
model_file-scores_latex_means = Die Ergebnisse als Tabelle, für einen Aufsatz.

## The run card. Its Markdown is the card's own business.

model_file-card_title = Hindcast-Lauf: { $symbol }
model_file-beats = Das Netz schlägt „morgen = heute“
model_file-signal = Das Netz weiß etwas, aber nicht genug, um „morgen = heute“ zu schlagen
model_file-ties = Das Netz ist so gut wie „morgen = heute“
model_file-loses = Das Netz verliert gegen „morgen = heute“
model_file-replay = Noch einmal ausführen: { $link }
model_file-changed_by_hand = { $changes }. Der Link wiederholt deshalb nicht diesen Lauf, nur seine Einstellungen: { $link }
model_file-data = Daten
model_file-daily = täglich
model_file-weekly = wöchentlich
model_file-monthly = monatlich
model_file-rows = { $rows } Zeilen, { $first } bis { $last }
model_file-blocks = { $training } Zeilen zum Trainieren, { $validation } zum Validieren, { $test } zum Testen
model_file-network = Netz
model_file-recipe = Rezept { $recipe }: Ziel { $target }, Skalierung { $scaler }, Aufteilung { $split }, Label { $label }
model_file-recipe_honest = „Ehrlich“
model_file-recipe_notebook = „Notebook“
model_file-target_return = Rendite
model_file-target_price = Kurs
model_file-scaler_train = nach den Trainingszeilen
model_file-scaler_all = nach dem ganzen Verlauf
model_file-split_time = nach der Zeit
model_file-split_random = zufällig
model_file-label_next = nächster Tag
model_file-label_average = 5-Tage-Mittel
model_file-shape = Fenster { $window }, { $cell }-Schichten { $layers } mit je { $units } Einheiten, Dropout { $dropout }, { $parameters } Parameter
# kind: Linear or NLinear
model_file-shape_of_linear = Fenster { $window }, eine lineare Schicht ({ $kind }), { $parameters } Parameter
model_file-untrained_weights = die untrainierten Gewichte, denn keine Epoche war besser
model_file-weights_of_epoch = die Gewichte der Epoche { $epoch }
model_file-epochs = { $done } von { $planned } Epochen
model_file-course = Batch { $batch }, Lernrate { $rate }, Seed { $seed }; { $done }, { $weights }
model_file-trained_on_gpu = Auf der GPU mit WebGPU trainiert ({ $adapter }), { $ms } ms je Schritt
model_file-trained_on_cpu = Auf der CPU trainiert ({ $adapter }), { $ms } ms je Schritt
model_file-run_on_gpu = Auf der GPU mit WebGPU ausgeführt ({ $adapter }), ohne Training
model_file-run_on_cpu = Auf der CPU ausgeführt ({ $adapter }), ohne Training
model_file-scores = Ergebnisse an den Testtagen
model_file-forecast = Prognose
model_file-right_direction = richtige Richtung
model_file-interval = Das { $level }-%-Intervall, kalibriert an { $calibrated_on }, hielt { $coverage } % der Testtage und ist im Mittel { $width } breit.
model_file-next_day = Der nächste Tag
model_file-next_price = Nach dem { $after } mit { $last }: **{ $price }**, mit { $level } % zwischen { $low } und { $high }.
model_file-files = Dateien dieses Laufs
model_file-model_holds = das Netz, mit den Namen von PyTorch
model_file-script_holds = lädt es und wiederholt die Vorhersagen
model_file-predictions_hold = Kurse und Vorhersagen
model_file-report_holds = der Bericht (auf Englisch), mit allem
model_file-no_advice = Zum Lernen gedacht, keine Beratung.

## Models that were trained before.

model_file-from_a_file = aus einer Datei, nicht hier trainiert
model_file-kept_from_before = von einem früheren Training aufbewahrt, nicht neu trainiert
model_file-comes_from_a_file = Dieses Netz stammt aus einer Datei, { $name }: Es wurde nicht hier trainiert, sondern so, wie es ist, an diesen Kursen beurteilt.
model_file-comes_from_run = Das ist das Netz von Lauf { $run }, wie es auf diesem Gerät aufbewahrt war: Es wurde nicht neu trainiert.
model_file-the_file = die Datei { $name }
model_file-rows_of = { $what }, { $rows } Zeilen vom { $first } bis zum { $last }
model_file-days_of = { $what }, vom { $first } bis zum { $last }
model_file-needs = Es braucht { $wanted }.
model_file-opened_and_needs = Das Modell ist geöffnet und braucht { $wanted }.
model_file-not_its_prices = Das sind nicht die Kurse, mit denen das geöffnete Modell trainiert wurde: Es braucht { $wanted }. Laden Sie diese Kurse; das Modell wartet auf sie.
model_file-needs_other = Das geöffnete Modell liest auch eine zweite Reihe: { $wanted }. Laden Sie sie, klicken Sie unter „Kurse“ auf „Als zweite Reihe behalten“ und laden Sie dann die Kurse, die es vorhersagt; das Modell wartet auf sie.
model_file-another_other = Die zweite Reihe hat andere Kurse als die, mit der das geöffnete Modell trainiert wurde: { $wanted }. Laden Sie jene, klicken Sie unter „Kurse“ auf „Als zweite Reihe behalten“ und laden Sie dann die Kurse, die es vorhersagt; das Modell wartet auf sie.
model_file-longer_and_scattered = Diese Kurse sind weitergegangen, seit das geöffnete Modell trainiert wurde, und seine Trainingstage waren zufällig gezogen; faire Testtage sind daher keine übrig. Trainieren Sie es stattdessen neu.
model_file-corrected_since = Diese Kurse sind von denselben Tagen wie die, mit denen das Modell trainiert wurde, aber nicht dieselben: Sie wurden seither berichtigt oder bereinigt. Seine Ergebnisse weichen von den damaligen ab.
model_file-gone_on = { $count ->
    [one] Diese Kurse reichen { $count } Zeile weiter als die, mit denen das Modell trainiert wurde. Es wird am letzten Fünftel von allen beurteilt, daher weichen seine Ergebnisse von den damaligen ab.
   *[other] Diese Kurse reichen { $count } Zeilen weiter als die, mit denen das Modell trainiert wurde. Es wird am letzten Fünftel von allen beurteilt, daher weichen seine Ergebnisse von den damaligen ab.
}
model_file-unreadable = Das ist keine vollständige safetensors-Datei: Wählen Sie ein Modell, das hier heruntergeladen wurde, oder laden Sie es noch einmal herunter.
model_file-foreign = Diese safetensors-Datei enthält ein anderes Netz als das von Hindcast: Wählen Sie ein Modell, das hier heruntergeladen wurde.
model_file-damaged = Dieses Modell lässt sich nicht verwenden, denn etwas darin ist nicht, wie es sein sollte ({ $part }): Laden Sie es auf der Seite, die es trainiert hat, noch einmal herunter.
model_file-list_of_settings = Liste der Einstellungen
model_file-list_of_tensors = Liste der Tensoren
model_file-scaling = Skalierung
model_file-length = Länge
model_file-layout = Anordnung

## The network section: the recipe, the leaks, the device, and the drawing of the network.

network-title = Wie trainiert wird
network-reset = Werte zurücksetzen
network-settings = Einstellungen des Netzes und seines Trainings
network-settings_button = Einstellungen
network-summary = Fenster { $window } · Einheiten { $hidden } · Schichten { $layers } · Batch { $batch }
# The line above of a network whose cell is not the LSTM.
network-summary_of_cell = { $cell } · { $summary }
# cell: Linear or NLinear
network-summary_of_linear = { $cell } · Fenster { $window } · Batch { $batch }

network-honest = Ehrlich
network-notebook = Notebook
network-what_honest_does = Sagt die Rendite vorher, skaliert allein nach den Trainingstagen, beginnt bei der mittleren Änderung und behält einen Validierungsblock, der die beste Epoche auswählt, sofern eine taugt.
network-what_notebook_does = Wie es in Tutorials steht: sagt den Kurs selbst vorher und skaliert nach dem ganzen Kursverlauf samt den Testtagen. Lehrreich, aber trauen sollte man ihm nicht.
network-changed_from_recipe = Anders als im Rezept: { $changes }.
network-forecasts_price = Vorhersage des Kurses selbst
network-forecasts_return = Vorhersage der Rendite
network-scales_on_training = Skalierung allein nach den Trainingszeilen
network-scales_on_all = Skalierung nach dem ganzen Kursverlauf samt den Testzeilen
network-splits_at_random = zufällig aus dem ganzen Kursverlauf gezogene Testzeilen
network-learns_average = ein 5-Tage-Mittel statt des nächsten Tages als Ziel
network-reads_known_too_late = es liest, was erst nach dem Ende des vorhergesagten Tages bekannt ist

network-automatic = Automatisch
network-what_automatic_is = Eine echte Grafikkarte, wo der Browser eine anbietet, sonst die CPU.
network-what_webgpu_is = Die Grafikkarte über WebGPU, auch eine langsame, nachgeahmte.
network-what_cpu_is = Der Prozessor. Derselbe Seed ergibt dieselben Verluste bis zur letzten Ziffer.

network-leaks = Datenlecks zum Ausprobieren
network-what_leaks_do = Jedes lässt etwas von der Antwort in die Frage sickern. Trainieren Sie ohne das Leck und dann mit ihm: Unter „Läufe“ steht, was es bei diesem Kursverlauf geändert hat, auch wenn es nichts war.
network-leak_scaler = Nach dem ganzen Kursverlauf skalieren
network-leak_split = Zufällig aufteilen
network-leak_label = Ein 5-Tage-Mittel lernen
network-leak_lookahead = Zu spät Bekanntes lesen

network-window = Fenster
network-window_shape = { $count ->
    [one] { $count } Tag, 1 Zahl
   *[other] { $count } Tage, je 1 Zahl
}
network-window_shape_of_several = { $count } Tage, je { $numbers } Zahlen
network-first_linear = Linear { $inputs } → { $outputs }, ReLU
network-last_linear = Linear { $inputs } → { $outputs }
# Around the layer of NLinear: a name, and below it what comes out.
network-less_last_day = Ohne den letzten Tag
network-less_last_day_shape = jeder Tag, minus den letzten
network-and_last_day = Und der letzte Tag
network-and_last_day_shape = sein eigener Wert obendrauf
network-numbers_a_day = { $count ->
    [one] { $count } Zahl pro Tag
   *[other] { $count } Zahlen pro Tag
}
network-last_day = Letzter Tag
network-last_days_joined = Letzter Tag jeder Schicht, verbunden
network-numbers = { $count ->
    [one] { $count } Zahl
   *[other] { $count } Zahlen
}
network-dropout_shape = { $percent } % auf null gesetzt, nur im Training
network-next_days = { $count ->
    [one] der nächste Tag, 1 Zahl
   *[other] die nächsten { $count } Tage, { $count } Zahlen
}
network-learns_nothing = lernt nichts
network-to_learn = { $number } zu lernen
network-numbers_to_learn = Zahlen zu lernen.

## Notices: what happened, and what to do next. And the place of a part that did not load.

## Parts of the page.

notices-part_did_not_load = Ein Teil dieser Seite wurde nicht geladen, daher ist nichts geschehen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal; hilft das nicht, laden Sie die Seite neu: Vielleicht wurde sie aktualisiert, seit Sie sie geöffnet haben.
notices-results_did_not_load = Dieser Teil der Seite wurde nicht geladen. Prüfen Sie die Verbindung und versuchen Sie es noch einmal; hilft das nicht, laden Sie die Seite neu: Vielleicht wurde sie aktualisiert, seit Sie sie geöffnet haben.
notices-try_again = Noch einmal versuchen

## Links.

notices-link_to_symbol = In diesem Link geht es um die Kurse von { $symbol }. Geben Sie Ihren kostenlosen Alpha-Vantage-Schlüssel ein und klicken Sie auf „Kurse laden“.
notices-link_waits = In diesem Link geht es um die Kurse von { $symbol }. Von selbst verbraucht ein Link keine Anfrage Ihres Schlüssels.
notices-link_to_file = In diesem Link geht es um Kurse aus der Datei { $name }, die ein Link nicht mitbringen kann. Öffnen Sie diese Datei unter „Kurse“ oder wählen Sie eine andere Quelle.
notices-other_wanted = Diese Einstellungen lesen auch eine zweite Reihe, die nicht da ist: { $wanted }. Laden Sie sie unter „Kurse“, klicken Sie auf „Als zweite Reihe behalten“, und laden Sie dann die Kurse für die Vorhersage.
notices-link_while_training = Gerade läuft ein Training. Halten Sie es an und öffnen Sie den Link dann noch einmal.
notices-link_while_studying = Unter dem Urteil wird das Netz gerade immer wieder trainiert. Brechen Sie das ab und öffnen Sie den Link dann noch einmal.

## Files of prices.

notices-file_while_training = Gerade läuft ein Training. Halten Sie es an oder brechen Sie es ab und öffnen Sie die Kurse dann noch einmal.
notices-use_while_training = Gerade läuft ein Training. Halten Sie es an oder brechen Sie es ab und klicken Sie dann noch einmal auf „Diese Kurse verwenden“.
notices-file_not_readable = Der Browser konnte diese Datei nicht lesen: Vielleicht wurde sie verschoben oder geändert. Wählen Sie sie noch einmal aus.
notices-file_leaves_a_question = Diese Datei lässt eine Frage offen: Sehen Sie unter „Kurse“ nach, wie sie gelesen wurde, berichtigen Sie es nötigenfalls und klicken Sie auf „Diese Kurse verwenden“.
notices-archive_leaves_a_question = Dieses Archiv enthält { $count } Dateien mit Kursen: Wählen Sie unter „Kurse“ eine davon aus.
notices-no_file_dropped = Was Sie abgelegt haben, ist keine Datei: Legen Sie eine Datei mit Kursen ab, zum Beispiel eine CSV-Datei, oder ein trainiertes Modell.
notices-too_many_files = Sie haben { $count } Dateien abgelegt. Legen Sie eine ab, um sie zu öffnen, oder 2 bis 20, um an ihnen gemeinsam zu trainieren.
notices-files_held = { $count } Dateien liegen bereit. „Hält es stand?“ trainiert an ihnen gemeinsam; legen Sie eine einzeln ab, um sie zu öffnen.

## Models.

notices-model_while_training = Gerade läuft ein Training. Halten Sie es an oder brechen Sie es ab und öffnen Sie das Modell dann noch einmal.
notices-model_too_large = Diese Datei ist viel größer als jedes Modell, das hier trainiert wurde: Wählen Sie ein Modell, das hier heruntergeladen wurde.
notices-model_waits_for_symbol = Geben Sie Ihren kostenlosen Alpha-Vantage-Schlüssel ein und klicken Sie auf „Kurse laden“: Das Modell wartet auf sie.
notices-model_waits_for_file = Öffnen Sie diese Datei unter „Kurse“: Das Modell wartet darauf.

## Saving.

notices-report_not_saved = Der Bericht ließ sich nicht speichern. Erlauben Sie dieser Seite das Herunterladen und versuchen Sie es noch einmal.
notices-file_not_saved = Die Datei ließ sich nicht speichern. Erlauben Sie dieser Seite das Herunterladen und versuchen Sie es noch einmal.

## What is kept on the device.

notices-nothing_is_kept = Dieser Browser bewahrt für diese Seite nichts auf: Sein Speicher ist voll oder abgeschaltet. Läufe und ihre Netze gibt es, bis Sie diesen Tab schließen; laden Sie herunter, was Sie behalten wollen.
notices-network_not_readable = Das Netz dieses Laufs ließ sich von diesem Gerät nicht lesen: Klicken Sie auf „Wiederherstellen“ und trainieren Sie es noch einmal.
notices-resume_while_busy = Gerade läuft etwas anderes. Halten Sie es an oder brechen Sie es ab und klicken Sie dann noch einmal auf „Fortsetzen“.
notices-interrupted_not_readable = Das unterbrochene Training ließ sich von diesem Gerät nicht lesen. Seine Einstellungen sind nicht verloren: Trainieren Sie noch einmal.
notices-interrupted_needs_prices = Das unterbrochene Training braucht die Kurse, mit denen es begann: { $prices }. Laden Sie sie und klicken Sie dann noch einmal auf „Fortsetzen“.
notices-interrupted_needs_other = Das unterbrochene Training liest auch eine zweite Reihe, die nicht da ist oder jetzt andere Kurse hat: { $wanted }. Laden Sie die, mit der es begann, behalten Sie sie unter „Kurse“ als zweite Reihe und klicken Sie dann noch einmal auf „Fortsetzen“.

## Training.

notices-no_prices = Noch gibt es keine Kurse zum Trainieren. Wählen Sie eine Quelle und laden Sie sie zuerst.
notices-first_recipe_stopped = Angehalten, daher wurde das zweite Rezept nicht trainiert. Mit „Beide Rezepte ausführen“ fangen Sie von vorn an.
notices-second_recipe_stopped = Beim zweiten Rezept angehalten. Das Ergebnis des ersten steht in der Liste der Läufe: Haken Sie dort beide an, um sie so zu vergleichen, wie sie sind.
notices-partner_is_gone = Dieser Lauf ist nicht mehr in der Liste: Wählen Sie einen anderen zum Vergleichen.
notices-still_sealed = Der versiegelte Block ließ sich nicht auswerten und ist weiterhin versiegelt. { $reason }

## Alpha Vantage.

notices-key_wanted = Geben Sie Ihren Alpha-Vantage-Schlüssel ein (einen kostenlosen gibt es in einer Minute), oder probieren Sie IBM mit dem Demo-Schlüssel.
notices-key_as_symbol = Das sieht nach einem API-Schlüssel aus, daher wurde nichts angefragt. Schreiben Sie den Schlüssel in das Feld „API-Schlüssel“ und ein Symbol, zum Beispiel IBM, in „Symbol“.
notices-copies_gone = Die Kopien, die Liste der letzten Symbole und die aufbewahrten Läufe, Netze und Prognosen sind von diesem Gerät gelöscht. Was Sie sehen, bleibt, bis Sie die Seite verlassen.
notices-copies_not_removed = Die Liste der letzten Symbole ist gelöscht, aber dieser Browser ließ die Seite Kopien von Kursen, Läufen und Netzen, die er vielleicht noch hat, nicht entfernen. Um sie zu entfernen, löschen Sie in den Einstellungen des Browsers die Daten dieser Website, dort, wo auch Cookies aufgeführt sind.
notices-newer_with_key = Für neuere Kurse geben Sie Ihren Alpha-Vantage-Schlüssel ein und klicken auf „Aktualisieren“.
notices-newer_by_refresh = Von selbst verbraucht ein Link keine Anfrage Ihres Schlüssels: Klicken Sie für neuere Kurse auf „Aktualisieren“.
notices-prices_of_a_copy = Das sind die Kurse der auf diesem Gerät aufbewahrten Kopie. { $reason }
notices-prices_of_a_copy_of = Das sind die Kurse der auf diesem Gerät aufbewahrten Kopie vom { $date }. { $reason }
notices-no_copy_kept = Die Kurse sind geladen, aber dieser Browser bewahrt keine Kopie davon auf: Sein Speicher für diese Seite ist voll oder abgeschaltet. Bis Sie diesen Tab schließen, müssen sie nicht noch einmal angefragt werden.
notices-recent_only = Alpha Vantage hat die Anfrage nach dem ganzen Kursverlauf von { $symbol } ungültig genannt, darum sind dies die letzten { $count } Tage: genug, um zu sehen, wie es geht, zu wenig, um viel daraus zu lernen.
notices-no_recent_either = Alpha Vantage hat die Anfrage nach dem ganzen Kursverlauf ungültig genannt, darum wurde nach den letzten 100 Tagen gefragt. { $reason }
notices-days_instead = { $count ->
    [one] { $count } Handelstag von { $symbol } seit dem { $first }, { $how }. Eine Prognose reicht jetzt einen Handelstag voraus.
   *[other] { $count } Handelstage von { $symbol } seit dem { $first }, { $how }. Eine Prognose reicht jetzt einen Handelstag voraus.
}
notices-weeks_instead = { $count ->
    [one] { $count } Woche von { $symbol } seit dem { $first }, { $how }. Eine Prognose reicht jetzt eine Woche voraus.
   *[other] { $count } Wochen von { $symbol } seit dem { $first }, { $how }. Eine Prognose reicht jetzt eine Woche voraus.
}
notices-months_instead = { $count ->
    [one] { $count } Monat von { $symbol } seit dem { $first }, { $how }. Eine Prognose reicht jetzt einen Monat voraus.
   *[other] { $count } Monate von { $symbol } seit dem { $first }, { $how }. Eine Prognose reicht jetzt einen Monat voraus.
}
notices-adjusted = um Splits und Dividenden bereinigt
notices-as_traded = wie gehandelt, nicht um Splits und Dividenden bereinigt
notices-symbol_to_search_for = Schreiben Sie einen Teil des Firmennamens in das Feld „Symbol“ und suchen Sie dann.
notices-search_needs_a_key = Für die Suche nach Namen brauchen Sie einen eigenen Alpha-Vantage-Schlüssel (einen kostenlosen gibt es in einer Minute): Geben Sie ihn ein, oder schreiben Sie gleich das Symbol.

## What surrounds the sections: the top bar, the notice bar, the foot.

page-document_title = Hindcast: Schlägt ein LSTM „morgen = heute“?
page-document_description = Trainieren Sie in Ihrem Browser, auf Ihrer eigenen GPU, ein LSTM auf Aktienkurse und sehen Sie klar, ob seine Prognosen mehr taugen als der Satz, der Kurs von morgen sei der von heute.
page-skip_to_content = Zum Inhalt springen
page-lessons = Lektionen
page-how_it_works = So funktioniert es
# Opens colours, language and what the page is.
page-more = Mehr
page-close_panel = Schließen: { $panel }
page-copy_link = Link kopieren
page-link_copied = Link kopiert
page-copy_by_hand = Dieser Browser lässt keine Seite kopieren. Hier ist der Link:
page-colours = Farben
page-colours_auto = Auto
page-colours_light = Hell
page-colours_dark = Dunkel
page-language = Sprache
page-dismiss_message = Meldung schließen
page-load_weekly = Die freien Wochenkurse laden
page-load_recent = Die letzten 100 Tage laden
page-load_symbol = { $symbol } laden
page-search_symbol = Nach „{ $typed }“ suchen
page-not_advice = Zum Lernen, keine Beratung.
page-what_it_is = Hindcast zeigt, wie ein LSTM vorhersagt und wie man eine Prognose beurteilt. Nichts hier ist eine Empfehlung, etwas zu kaufen oder zu verkaufen.
page-who_sees_what = Alles läuft in diesem Tab: Die Kurse kommen von Alpha Vantage in Ihren Browser, das Netz trainiert auf Ihrem eigenen Gerät, und niemand sonst sieht Ihren Schlüssel, Ihre Kurse oder Ihre Ergebnisse.
page-not_kept = Dieser Browser bewahrt die Seite nicht auf: Ohne Netz öffnet sie sich nicht.
page-licences = Lizenzen dessen, woraus Hindcast besteht
page-language_did_not_load = { $language } ließ sich nicht laden: Prüfen Sie Ihre Verbindung, und wählen Sie die Sprache noch einmal.

paid-comes = Nach einem Training: wer die Testtage nach seinen Prognosen gehandelt hätte, neben dem, der gehalten hat.
paid-scattered = Eine zufällige Aufteilung hat die Testtage über die Kurse verstreut: So hätte niemand einen nach dem anderen handeln können.
paid-cost = Kosten eines Handels
paid-cost_is = { $cost } Bp.
paid-growth_title = Was aus 1 wurde
paid-rules = Die Regeln nebeneinander
paid-rule = Regel
paid-one_became = Aus 1 wurde
paid-sharpe = Sharpe
paid-sharpe_means = Sharpe-Quotient eines Jahres: mittlere Rendite durch ihre Streuung, über einem Zins von 0
paid-turnover = Umschlag
paid-turnover_means = Gekauft und verkauft insgesamt, in Einheiten dessen, was gehalten wird
paid-trades = Handel
paid-drawing = Es wird gezogen, wie weit der Zufall ihn bewegt …
paid-hold = Kaufen und halten
paid-hold_means = immer dabei
paid-long_flat = Dabei oder nicht
paid-long_flat_means = dabei, wo es „aufwärts“ sagt, sonst nicht
paid-long_short = Dabei oder leer verkauft
paid-long_short_means = dabei, wo es „aufwärts“ sagt, leer verkauft, wo es „abwärts“ sagt
paid-ahead_of_holding = Seine Sharpe-Ratio abzüglich der des Haltens: { $difference }, mit einem 95-%-Intervall von { $low } bis { $high }. Das ist mehr, als das Glück ausmacht.
paid-behind_holding = Seine Sharpe-Ratio abzüglich der des Haltens: { $difference }, mit einem 95-%-Intervall von { $low } bis { $high }. Das ist schlechter, als der Zufall es machen würde.
paid-not_told_from_luck = Seine Sharpe-Ratio abzüglich der des Haltens: { $difference }, mit einem 95-%-Intervall von { $low } bis { $high }. Das Intervall enthält die Null: von Glück nicht zu unterscheiden.
paid-worth_up_to =
    { $trades ->
        [one] An { $trades } Tag wurde gehandelt, und es brachte pro Tag mehr als das Halten, solange ein Handel weniger als { $cost } Basispunkte kostet.
       *[other] An { $trades } Tagen wurde gehandelt, und es brachte pro Tag mehr als das Halten, solange ein Handel weniger als { $cost } Basispunkte kostet.
    }
paid-not_worth_it =
    { $trades ->
        [one] An { $trades } Tag wurde gehandelt, und es brachte pro Tag nicht mehr als das Halten, selbst wenn Handeln nichts kostete.
       *[other] An { $trades } Tagen wurde gehandelt, und es brachte pro Tag nicht mehr als das Halten, selbst wenn Handeln nichts kostete.
    }
paid-deflated =
    { $looks ->
        [one] Die Chance, dass seine Sharpe-Ratio mehr als Glück ist, beträgt { $share } (bereinigt um { $looks } Blick).
       *[other] Die Chance, dass seine Sharpe-Ratio mehr ist als die der besten von { $looks } nutzlosen, beträgt { $share } (bereinigt um { $looks } Blicke).
    }
paid-no_advice = Ein Test der Prognose und kein Rat: Gehandelt wird zu eben dem Kurs, aus dem die Prognose entsteht, ohne Spanne, Steuern oder Zinsen.

## Price files: how one is read, what it leaves open, why it gives no prices.

price_file-date = Datum
price_file-open = Eröffnungskurs
price_file-high = Höchstkurs
price_file-low = Tiefstkurs
price_file-close = Schlusskurs
price_file-adjusted_close = bereinigter Schlusskurs
price_file-volume = Volumen
price_file-not_used = nicht verwendet

price_file-decimal_point = Dezimalpunkt
price_file-decimal_comma = Dezimalkomma

price_file-commas = Kommas
price_file-semicolons = Semikolons
price_file-tabs = Tabulatoren
price_file-bars = senkrechte Striche
price_file-blanks = Leerzeichen

price_file-year_month_day = Jahr, Monat, Tag
price_file-day_month_year = Tag, Monat, Jahr
price_file-month_day_year = Monat, Tag, Jahr
price_file-unix_seconds = Sekunden seit 1970
price_file-unix_milliseconds = Millisekunden seit 1970
price_file-unix_microseconds = Mikrosekunden seit 1970
price_file-unix_nanoseconds = Nanosekunden seit 1970
price_file-compact_pattern = JJJJMMTT

price_file-read_as_answer = Gelesen als: eine Antwort von Alpha Vantage.
price_file-read_as_table = Gelesen als: Datum { $dates }, { $price }, { $mark }, Zellen getrennt durch { $separator }.
price_file-read_as_json = Gelesen als: JSON, Datum { $dates }, { $price }.
price_file-rows_of_share = Gelesen werden nur die Zeilen von { $share }.
price_file-price_column = { $role } = Spalte { $column }
price_file-named_price_column = { $role } = Spalte { $column } („{ $name }“)
price_file-no_price_column = keine Spalte mit Kursen

price_file-doubt_of_tickers = Die Datei enthält die Kurse von { $count } Wertpapieren ({ $shares }): Welches soll gelesen werden?
price_file-doubt_of_many_tickers = Die Datei enthält die Kurse von { $count } Wertpapieren ({ $shares }, …): Welches soll gelesen werden?
price_file-doubt_of_minguo = Die Jahre sehen nach denen der Republik China aus, deren Jahr 113 das Jahr 2024 ist: Stimmen die Datumsangaben so, wie sie hier stehen?
price_file-doubt_of_buddhist = Die Jahre sehen nach denen des buddhistischen Kalenders aus, dessen Jahr 2567 das Jahr 2024 ist: Stimmen die Datumsangaben so, wie sie hier stehen?
price_file-doubt_of_closes = Mehrere Spalten heißen wie der Schlusskurs: Ist die richtige gewählt?
price_file-doubt_of_date_order = Die Datumsangaben ließen sich als „{ $read }“ oder als „{ $other }“ lesen: Stimmen sie so, wie sie hier stehen?
price_file-doubt_of_point = Die Zahlen sind mit Dezimalpunkt gelesen, ließen sich aber auch anders lesen: Stimmen die Kurse so, wie sie hier stehen?
price_file-doubt_of_comma = Die Zahlen sind mit Dezimalkomma gelesen, ließen sich aber auch anders lesen: Stimmen die Kurse so, wie sie hier stehen?
price_file-doubt_of_columns = Die Spalten haben keine Namen, die hier bekannt sind, darum ist ihre Bedeutung aus ihren Zahlen erraten: Ist der Schlusskurs die richtige Spalte?
price_file-doubt_of_price = Keine Spalte sieht nach einem Schlusskurs aus: Welche ist es?

price_file-too_large = Diese Datei hat { $megabytes } MB, und mehr als { $most } MB werden hier nicht gelesen: Wählen Sie eine Datei mit den täglichen Kursen einer einzigen Aktie.
price_file-empty = Diese Datei ist leer: Wählen Sie eine mit einer Spalte für das Datum und einer für den Kurs.
price_file-zip = Diese Datei ist ein ZIP-Archiv: Entpacken Sie es erst, und wählen Sie die Datei darin.
price_file-packed = Diese Datei ist gepackt (mit gzip, 7-Zip oder Ähnlichem): Entpacken Sie sie erst, und wählen Sie die Datei darin.
price_file-workbook = Diese Datei ist eine Arbeitsmappe in einer anderen Form als .xlsx und kein Text: Speichern Sie sie als .xlsx oder als CSV, und wählen Sie die neue Datei.
price_file-old_workbook = Diese Datei ist eine alte Excel-Arbeitsmappe oder mit einem Passwort gesperrt: Speichern Sie sie ohne Passwort als .xlsx oder als CSV, und wählen Sie die neue Datei.
price_file-pdf = Diese Datei ist ein PDF-Dokument und kein Text: Speichern Sie die Kurse als CSV, und wählen Sie die neue Datei.
price_file-parquet = Diese Datei ist eine Parquet-Datei und kein Text: Speichern Sie die Kurse als CSV (in pandas erst read_parquet, dann to_csv), und wählen Sie die neue Datei.
price_file-data_file = Diese Datei ist die Datendatei eines Programms (Feather, HDF5, SQLite, pickle) und kein Text: Speichern Sie die Kurse als CSV, und wählen Sie die neue Datei.
price_file-image = Diese Datei ist ein Bild: Wählen Sie eine, in der die Kurse als Text stehen.
price_file-web_page = Diese Datei ist eine Webseite (HTML) und keine Kursdatei: Laden Sie die Kurse selbst herunter, oder kopieren Sie die Tabelle von der Seite und fügen Sie sie hier ein.
price_file-sign_in_page = Diese Datei ist eine Webseite, die eine Anmeldung verlangt und statt der Kurse gespeichert wurde: Melden Sie sich dort erst an, und laden Sie die Kurse dann noch einmal herunter.
price_file-markup = Diese Datei ist ein Dokument aus Auszeichnungen (XML) und keine Tabelle: Speichern Sie die Kurse als CSV, und wählen Sie die neue Datei.
price_file-binary = Diese Datei besteht aus Bytes, die in keinem Text vorkommen: Speichern Sie die Kurse als CSV, und wählen Sie die neue Datei.
price_file-no_table = Ab Zeile { $line } steht keine Datumsspalte neben einer Spalte mit Zahlen: Wählen Sie eine Datei mit einer Zeile pro Tag, deren Zellen durch Kommas, Semikolons, Tabulatoren, senkrechte Striche oder Leerzeichen getrennt sind.
price_file-no_dates = Ab Zeile { $line } stehen Zeilen, aber in keiner Spalte ein Datum, und Kurse ohne Datum sind kein Verlauf: Speichern Sie die Datei noch einmal mit einer Spalte für das Datum, am besten als JJJJ-MM-TT (in pandas mit dem Index).
price_file-damaged_json = Diese JSON-Datei ist in Zeile { $line } beschädigt oder abgeschnitten: Laden Sie sie noch einmal herunter.
price_file-too_many_values = Diese JSON-Datei enthält Millionen von Werten: Wählen Sie eine Datei mit den täglichen Kursen einer einzigen Aktie.
price_file-no_prices_in_json = Nichts in dieser JSON-Datei ist eine Liste von Datum und Kurs: Wählen Sie eine, die für jeden Tag einen Kurs enthält.
price_file-service_error = Diese Datei enthält die Fehlermeldung eines Dienstes und keine Kurse: Fragen Sie den Dienst noch einmal, und speichern Sie, was er dann antwortet.
price_file-service_error_number = Diese Datei enthält die Fehlermeldung eines Dienstes ({ $number }) und keine Kurse: Fragen Sie den Dienst noch einmal, und speichern Sie, was er dann antwortet.
price_file-no_prices = Ab Zeile { $line } steht ein Datum, aber keine Spalte sieht nach einem Schlusskurs aus: Sagen Sie in der Vorschau, welche es ist.
price_file-no_usable_row = Ab Zeile { $line } lässt sich keine Zeile verwenden ({ $reason }): Berichtigen Sie in der Vorschau, wie die Datei gelesen wird, oder wählen Sie eine andere Datei.
price_file-there_is_no_row = es gibt keine
price_file-intraday = Diese Datei enthält mehrere Kurse pro Tag (siehe Zeile { $line }): Wählen Sie eine mit täglichen, wöchentlichen oder monatlichen Kursen.
price_file-day_letter = T
price_file-month_letter = M
price_file-year_letter = J
# Was eine gepackte Datei (ein ZIP-Archiv, eine Excel-Arbeitsmappe) nicht hergibt.
price_file-packed_too_large = Entpackt hat diese Datei mehr als { $most } MB, und größere werden hier nicht gelesen: Wählen Sie eine Datei mit den täglichen Kursen einer einzigen Aktie.
price_file-packed_locked = Diese Datei ist mit einem Passwort gesperrt: Speichern Sie sie ohne Passwort, und wählen Sie sie noch einmal.
price_file-packed_unreadable = Diese Datei lässt sich nicht entpacken, denn sie ist beschädigt oder auf eine Art gepackt, die hier nicht gelesen wird: Laden Sie sie noch einmal herunter, oder entpacken Sie sie selbst, und wählen Sie die Datei darin.
price_file-packed_no_prices = Nichts in dieser Datei ist eine Tabelle aus Daten und Kursen: Wählen Sie eine mit einer Zeile je Tag.
# `files` als `a.csv, b.csv`.
price_file-packed_several = Dieses Archiv enthält { $count } Dateien mit Kursen ({ $files }): Entpacken Sie es, und wählen Sie eine davon.
price_file-packed_many = Dieses Archiv enthält { $count } Dateien mit Kursen ({ $files }, …): Entpacken Sie es, und wählen Sie eine davon.

## The section of prices: where they come from, what was loaded, what is odd about it, and the known
## worlds with their sliders.

prices-question = Kann ein Netz „morgen = heute“ schlagen?
prices-lede = Trainieren Sie ein LSTM mit Aktienkursen, hier in Ihrem Browser, und sehen Sie klar, ob seine Prognose mehr taugt, als einfach den letzten Kurs zu wiederholen.
prices-title = Kurse
prices-in_use = Verwendete Kurse

prices-real_prices = Echte Kurse
prices-from_alpha_vantage = Von Alpha Vantage, direkt in diesen Browser. Wöchentliche und monatliche Kursverläufe sind kostenlos; für lange tägliche braucht es einen Premium-Schlüssel.
prices-known_worlds = Bekannte Welten
prices-what_worlds_are = Erzeugte Kurse, deren wahrer Prozess bekannt ist und damit auch das beste Ergebnis, das überhaupt zu erreichen ist. Ohne Schlüssel, ohne Internet.
prices-known_world = Bekannte Welt
prices-lesson_of_random_walk = Nichts zu lernen: Morgen ist heute plus Glück. Ein ehrliches Netz liegt gleichauf.
prices-lesson_of_mean_reverting = Ein wenig zu lernen: Was weit von seinem Niveau entfernt ist, treibt zurück.
prices-lesson_of_seasonal = Viel zu lernen: eine Welle, die sich unter dem Rauschen wiederholt.
prices-lesson_of_volatility_clusters = Nichts zu lernen über Auf und Ab, nur darüber, wie wild es morgen zugeht.
prices-lesson_of_regime_switching = Etwas zu lernen: Die letzten Wochen verraten, welcher von zwei verborgenen Märkten gilt.
prices-lesson_of_trend_break = Eine Falle: Der Trend, der gelernt wurde, kehrt sich um.
prices-lesson_of_jump_diffusion = Nichts zu lernen: Die Sprünge kommen aus dem Nichts.
prices-lesson_of_sine = Alles zu lernen: eine Welle ganz ohne Rauschen.
prices-lesson_of_echo = Etwas zu lernen für den, der weit genug zurückdenkt: Jede Bewegung kehrt nach einigen Tagen wieder.
prices-lesson_of_shock = Ein wenig zu lernen an wenigen Tagen: Ein Schock kehrt Wochen später wieder, sonst nichts.
prices-lesson_of_volume = Aus Kursen nichts zu lernen, aus Volumen viel: Das Netz soll beides lesen.
prices-parameters_of = Parameter: { $world }
prices-usual_values = Zurück zu den üblichen Werten

prices-waiting = Warten auf Kurse …
prices-none_yet = Noch keine Kurse. Wählen Sie eine bekannte Welt, laden Sie ein Symbol oder öffnen Sie eine Datei.
prices-other_series = Zweite Reihe
prices-what_other_is = Neben den Kursen, die es vorhersagt, kann ein Netz die Bewegungen einer zweiten Reihe lesen: Laden Sie diese, behalten Sie sie hier, laden Sie dann die Kurse für die Vorhersage und kreuzen Sie sie unter „Einstellungen“ an.
prices-no_other_yet = Noch gibt es keine.
prices-other_kept = Behalten: { $name }, { $rows } Zeilen vom { $first } bis { $last }.
prices-other_wanted = Die Einstellungen lesen als zweite Reihe { $wanted }, und die ist nicht da: Laden Sie sie und behalten Sie sie.
prices-keep_as_other = Als zweite Reihe behalten
prices-remove_other = Zweite Reihe entfernen
# Buttons that load prices at one press.
prices-world_with_rhythm = Eine Welt mit Rhythmus
prices-ibm_without_key = IBM, ohne Schlüssel
prices-history = Kursverlauf
prices-split = Womit trainiert und was zurückgehalten wird
prices-synthetic = künstlich
prices-field = Kursart
prices-daily_adjusted_close = täglicher bereinigter Schlusskurs
prices-daily_close = täglicher Schlusskurs
prices-weekly_adjusted_close = wöchentlicher bereinigter Schlusskurs
prices-weekly_close = wöchentlicher Schlusskurs
prices-monthly_adjusted_close = monatlicher bereinigter Schlusskurs
prices-monthly_close = monatlicher Schlusskurs
prices-rows = Zeilen
prices-dates = Zeitraum
prices-from_to = { $first } bis { $last }
prices-last_price = Letzter Kurs
prices-best_reachable = Im besten Fall erreichbar auf dem zurückgehaltenen Fünftel: das { $ratio }-Fache des Fehlers von „morgen = heute“.

prices-data_check = Datenprüfung
prices-nothing_odd = unauffällig
prices-things_to_know = { $count ->
    [one] 1 Hinweis
   *[other] { $count } Hinweise
}
prices-looked_for = Gesucht wurde nach Lücken, doppelten Tagen, Zeilen in falscher Reihenfolge, Zeilen ohne brauchbaren Kurs, Wochenenden, Kursen, die stillstehen, und Sprüngen, die nach einem Aktiensplit aussehen.
prices-what_splits_do = Ein Aktiensplit ändert die Zahl der Aktien, nicht das, was sie zusammen wert sind. Bereinigte Kurse sind so, wie sie ohne ihn gewesen wären; Ergebnisse mit den unbereinigten werden gelöscht.
prices-more_jumps = { $count ->
    [one] Und { $count } weiterer solcher Sprung.
   *[other] Und { $count } weitere solche Sprünge.
}
prices-adjust = Bereinigen
prices-undo = Rückgängig machen
prices-adjust_for_all = Um alle { $count } bereinigen
prices-leave_odd_out =
    { $count ->
        [one] Die Zeile mit auffälligem Kurs auslassen
       *[other] Die { $count } Zeilen mit auffälligen Kursen auslassen
    }
prices-take_odd_back =
    { $count ->
        [one] Die Zeile mit auffälligem Kurs zurückholen
       *[other] Die { $count } Zeilen mit auffälligen Kursen zurückholen
    }
prices-correct_odd =
    { $count ->
        [one] Komma des auffälligen Kurses berichtigen
       *[other] Komma in { $count } Zeilen berichtigen
    }
prices-undo_correction = Berichtigung zurücknehmen
prices-undo_all = Alle rückgängig machen
prices-adjust_for = Um den { $split }-Split vom { $date } bereinigen
prices-undo_adjusting_for = Bereinigung um den { $split }-Split vom { $date } rückgängig machen

## The form for prices from Alpha Vantage: the symbol, the interval, the key, and the day's requests.

requests-form = Kurse von Alpha Vantage
requests-interval = Intervall
requests-load = Kurse laden
requests-try_demo = IBM mit dem Demo-Schlüssel ausprobieren

requests-key = API-Schlüssel
requests-show = Zeigen
requests-show_key = Zeigen, was als Schlüssel eingegeben ist
requests-key_is_sent = Er wird an Alpha Vantage gesendet und an niemanden sonst.
requests-key_in_tab = Für diesen Tab ist ein Schlüssel da. Lassen Sie das Feld leer, um ihn zu verwenden.
requests-key_on_device = Auf diesem Gerät ist ein Schlüssel gespeichert. Lassen Sie das Feld leer, um ihn zu verwenden.
requests-key_not_remembered = Dieser Browser lässt die Seite nichts speichern, darum bleibt der Schlüssel nur für diesen Tab.
requests-key_not_forgotten = Dieser Browser hat den Schlüssel nicht gelöscht: Er bleibt auf diesem Gerät, bis Sie in den Einstellungen des Browsers die Daten dieser Website löschen.
requests-get_key = Kostenlosen Schlüssel holen
requests-remember_key = Auf diesem Gerät speichern
requests-forget_key = Schlüssel vergessen

requests-symbol = Symbol
requests-symbol_help = Zum Beispiel IBM oder TSCO.LON, EUR/USD oder BTC/USD. Oder tippen Sie den Namen einer Firma und drücken Sie die Eingabetaste: Eine Suche ist eine Anfrage.
requests-search = Suchen
requests-search_by_name = Suchen nach dem Namen
requests-searching = Die Suche läuft …
requests-no_match = Alpha Vantage kennt keinen Namen wie „{ $typed }“. Versuchen Sie es mit weniger Buchstaben oder mit dem Symbol selbst.
requests-matches = { $count ->
    [one] { $count } Treffer. Die Eingabetaste übernimmt ihn.
   *[other] { $count } Treffer. Wählen Sie mit den Pfeiltasten und der Eingabetaste.
}
requests-choices = Auswahl
requests-loaded_lately = zuletzt geladen
# `base` und `quote` wie EUR und USD.
requests-understood_rate = { $base } in { $quote }: ein Wechselkurs, Tag für Tag.
requests-understood_coin = { $base } in { $quote }: der Kurs einer Kryptowährung, Tag für Tag, auch am Wochenende.
requests-exchange_rate = Wechselkurs
requests-coin = Kryptowährung

requests-requests = Anfragen:
requests-used_of = heute { $used } von { $limit }, gezählt auf diesem Gerät.
requests-used = heute { $used }, gezählt auf diesem Gerät.
requests-what_a_free_key_has = Ein kostenloser Schlüssel hat { $limit } am Tag, und der Tag ist der von New York wie in den Zeitangaben des Dienstes; Kurse, die hier aufbewahrt sind, kosten keine.
requests-symbols_are_remembered = Symbole, die früher geladen wurden, sind auf diesem Gerät gespeichert.
requests-from_copy_on_device = Aus der auf diesem Gerät aufbewahrten Kopie vom { $date }.
requests-from_copy_in_tab = Aus der in diesem Tab aufbewahrten Kopie vom { $date }.
requests-fetched_kept_on_device = Abgerufen am { $date }. Eine Kopie wird auf diesem Gerät aufbewahrt.
requests-fetched_kept_in_tab = Abgerufen am { $date }. Eine Kopie wird aufbewahrt, bis dieser Tab geschlossen wird.
requests-refresh = Aktualisieren
requests-forget = Vergessen

## The verdict section: scores, intervals, days ahead, the sealed block.

results-from_to = { $low } bis { $high }

results-scores_title = Ergebnisse im zurückgehaltenen Testblock
results-network_means = das Netz, das Sie trainiert haben
results-persistence = Persistenz
results-persistence_means = morgen = heute
results-drift_means = heute plus der mittlere Schritt
results-moving_average_means = das Mittel der letzten fünf Tage
results-ar1_means = die letzte Rendite, gewichtet
results-ridge = Ridge
results-ridge_means = eine Gerade durch dasselbe Fenster
results-best_possible_means = von jemandem, der den Prozess kennt
results-forecast = Prognose
results-mae_means = Mittlerer absoluter Fehler, in der Einheit der Kurse
results-rmse_means = Wurzel aus dem mittleren quadrierten Fehler, in der Einheit der Kurse
results-mape_means = Mittlerer absoluter Fehler in Prozent
results-rmae_means = MAE geteilt durch den der Persistenz: unter 1 ist besser
results-r_squared = R² der Renditen
results-r_squared_means = R² der Renditen an ungesehenen Tagen, gegen das Mittel aller Renditen davor
results-direction_and_interval = Richtung getroffen (95-%-Intervall)
results-always_up = Persistenz nennt keine Richtung. Zum Vergleich: Immer „aufwärts“ zu sagen, wäre an { $share } der Testtage richtig gewesen.

results-intervals_title = Wie sicher ist das?
results-intervals_are = Jedes Intervall ist ein Bereich um die Prognose, in dem ein bestimmter Anteil der Tage liegen soll. Kalibriert an { $calibrated_on }; die Spalte „gehalten“ sagt, was an den Testtagen daraus wurde.
results-split = Split
results-adaptive = Adaptiv
results-volatility = Volatilität
results-shown_in_charts = In den Diagrammen gezeigt
results-method = Verfahren
results-interval = Intervall
results-meant_to_hold = Soll halten
results-held = Gehalten
results-mean_width = Mittlere Breite
results-next = Als Nächstes
results-held_lately = Gehalten über die jeweils letzten 100 Testtage

results-bands_title = Neben einfachen Bändern
results-bands_are = Alle bei { $level } %. Breiten und Wertungen sind Anteile am Kurs; kleinere Wertungen sind besser.
results-band = Band
results-calm = Ruhig
results-calm_means = Gehalten an dem Drittel der Testtage nach ruhigen Wochen
results-wild = Unruhig
results-wild_means = Gehalten an dem Drittel der Testtage nach unruhigen Wochen
results-interval_score = Wertung
results-interval_score_means = Interval Score: die Breite und, gewichtet, wie weit es danebenlag
results-crps_means = Continuous Ranked Probability Score: alle Niveaus zusammen
results-between_title = Wohin es fiel.
results-between_means = Eine Säule zwischen je zwei Rändern der Bänder; bei genauen Bändern reichten alle bis zur gestrichelten Linie.
results-between_summary = Unter das breiteste Band fielen { $below } der Testtage, darüber { $above }; gedacht sind je { $meant }.
results-direct = Direkt: alle Tage auf einmal
results-recursive = Rekursiv: Tag für Tag
results-the_days_ahead = Die nächsten Tage
results-day_bands = Die Bänder sollen 50, 80 und 95 % dessen enthalten, was geschieht, und zwar für jeden Tag voraus einzeln. Ein ganzer Pfad bleibt viel seltener darin als ein einzelner Tag.
results-week_bands = Die Bänder sollen 50, 80 und 95 % dessen enthalten, was geschieht, und zwar für jede Woche voraus einzeln. Ein ganzer Pfad bleibt viel seltener darin als eine einzelne Woche.
results-month_bands = Die Bänder sollen 50, 80 und 95 % dessen enthalten, was geschieht, und zwar für jeden Monat voraus einzeln. Ein ganzer Pfad bleibt viel seltener darin als ein einzelner Monat.
results-how_good_by_day = Wie gut ist die Prognose, Tag für Tag?
results-how_good_by_week = Wie gut ist die Prognose, Woche für Woche?
results-how_good_by_month = Wie gut ist die Prognose, Monat für Monat?
results-ahead = Voraus
results-network_mae_means = Mittlerer absoluter Fehler des Netzes, in der Einheit der Kurse
results-no_change = „Keine Änderung“
results-no_change_means = Mittlerer absoluter Fehler des letzten bekannten Kurses
results-ratio_means = Der erste geteilt durch den zweiten: unter 1 ist besser
results-network = Netz
results-held_means = Anteil der Testtage, die das 80-%-Intervall gehalten hat
results-forecast_and_interval = Prognose (80-%-Intervall)
results-price_and_range = { $price } ({ $low } bis { $high })
results-days_are_scored = Gemessen am Testblock; das Urteil oben gilt der ersten Zeile. Jede Zeile hat einen eigenen Diebold-Mariano-Test, der berücksichtigt, dass sich Prognosen über mehrere Tage überlappen. Die Zeilen nach der ersten werden gemeinsam beurteilt (Holm), sodass eine unter vielen, die durch Zufall signifikant aussieht, nicht zählt.
results-weeks_are_scored = Gemessen am Testblock; das Urteil oben gilt der ersten Zeile. Jede Zeile hat einen eigenen Diebold-Mariano-Test, der berücksichtigt, dass sich Prognosen über mehrere Wochen überlappen. Die Zeilen nach der ersten werden gemeinsam beurteilt (Holm), sodass eine unter vielen, die durch Zufall signifikant aussieht, nicht zählt.
results-months_are_scored = Gemessen am Testblock; das Urteil oben gilt der ersten Zeile. Jede Zeile hat einen eigenen Diebold-Mariano-Test, der berücksichtigt, dass sich Prognosen über mehrere Monate überlappen. Die Zeilen nach der ersten werden gemeinsam beurteilt (Holm), sodass eine unter vielen, die durch Zufall signifikant aussieht, nicht zählt.

results-slide_title = Die Linie verschieben
results-slide_help = Verschieben Sie die vorhergesagte Linie des Testblocks durch Ziehen oder mit den Pfeiltasten, und beobachten Sie dabei das Diagramm darüber und den Fehler. Wo passt die Linie am besten?
results-move_line = Vorhergesagte Linie verschieben
results-where_it_stands = An ihrem Platz
results-days_earlier = { $count ->
    [one] { $count } Handelstag früher
   *[other] { $count } Handelstage früher
}
results-days_later = { $count ->
    [one] { $count } Handelstag später
   *[other] { $count } Handelstage später
}
results-weeks_earlier = { $count ->
    [one] { $count } Woche früher
   *[other] { $count } Wochen früher
}
results-weeks_later = { $count ->
    [one] { $count } Woche später
   *[other] { $count } Wochen später
}
results-months_earlier = { $count ->
    [one] { $count } Monat früher
   *[other] { $count } Monate früher
}
results-months_later = { $count ->
    [one] { $count } Monat später
   *[other] { $count } Monate später
}

results-keep_sealed = Die letzten 5 % versiegelt lassen
results-keep_sealed_help = An ihnen wird weder trainiert noch getestet. Wenn Ihre Wahl getroffen ist, öffnen Sie sie einmal: das einzige Ergebnis, nach dem nichts ausgesucht wurde.
results-sealed_title = Der versiegelte Block
results-is_sealed = versiegelt
results-is_opening = wird geöffnet
results-is_opened = geöffnet
results-sealed_prices = Die letzten { $count } Kurse, { $from } bis { $to }, waren weder am Training noch am Test beteiligt.
results-why_once = Mit jedem Urteil, das Sie sich ansehen, bevor Sie sich für ein Netz entscheiden, wird der Testblock etwas weniger zum Test. Diese Tage sind unberührt, also ist ihr Ergebnis am meisten wert, aber nur einmal: Öffnen Sie sie, wenn Ihre Wahl getroffen ist.
results-open_sealed = Versiegelten Block öffnen
results-opening = Wird geöffnet …
results-open_question = Jetzt öffnen, mit diesem Netz? Für diese Kurse bleibt er dann offen, auch bei späteren Besuchen.
results-open_it = Ja, öffnen
results-not_yet = Noch nicht
results-days_from_to = { $count } Tage, { $from } bis { $to }
results-opened_with_run = Er wurde mit Lauf { $run } geöffnet. Für ein späteres Netz ist er ein Block wie jeder andere, und sein Ergebnis wäre kein Test: Laden Sie für einen frischen Block einen anderen Kursverlauf.
results-opened_earlier = Er wurde bei einem früheren Besuch geöffnet. Für ein späteres Netz ist er ein Block wie jeder andere, und sein Ergebnis wäre kein Test: Laden Sie für einen frischen Block einen anderen Kursverlauf.
results-block = Block
results-test_block = Test
results-sealed_block = Versiegelt
results-tomorrow_is_today = „Morgen = heute“

## A training on its way, and what ends it otherwise than was meant.

run-only_forecasts = Hier wird nichts trainiert: Das Netz ist schon da und sagt nur vorher.
run-can_go_on = Das Training ist auf diesem Gerät aufbewahrt: Mit „Fortsetzen“ geht es dort weiter, mit „Trainieren“ beginnen Sie neu.
run-goes_on = Das Training geht nach Epoche { $epoch } weiter, der letzten, die aufbewahrt ist.
run-lost_before_an_epoch = Dieser Lauf ist verloren, noch bevor seine erste Epoche zu Ende war; Kurse und Einstellungen bleiben erhalten. Mit „Trainieren“ beginnen Sie neu.
run-lost_before_an_epoch_with_results = Dieser Lauf ist verloren, noch bevor seine erste Epoche zu Ende war; die Ergebnisse vom früheren Anhalten, Kurse und Einstellungen bleiben erhalten. Mit „Trainieren“ beginnen Sie neu.
run-lost_after = Dieser Lauf ist nach { $done } von { $planned } Epochen verloren gegangen; Kurse und Einstellungen bleiben erhalten. Mit „Trainieren“ beginnen Sie neu.
run-lost_after_with_results = Dieser Lauf ist nach { $done } von { $planned } Epochen verloren gegangen; die Ergebnisse vom früheren Anhalten, Kurse und Einstellungen bleiben erhalten. Mit „Trainieren“ beginnen Sie neu.
run-stopped_run_lost = Die Ergebnisse bleiben erhalten, aber der angehaltene Lauf kann nicht weitergehen. Mit „Trainieren“ beginnen Sie neu.

## The list of runs, runs side by side, both recipes in one go, and what can be taken home.

runs-title = Ihre Läufe
runs-tick_two = Kreuzen Sie zwei Läufe an, um sie nebeneinander zu sehen.
runs-one_is_ticked = Lauf { $run } ist gewählt. Kreuzen Sie den Lauf an, mit dem er verglichen werden soll.
runs-run = Lauf
runs-what_changed = Was sich geändert hat, und was es bewirkte
runs-actions = Was Sie damit tun können
runs-kept_here = Läufe werden mit ihren Einstellungen und Ergebnissen auf diesem Gerät aufbewahrt, die neuesten auch mit ihren Netzen, und nie mit Ihrem API-Schlüssel.
runs-forget_all = Alles Aufbewahrte löschen
runs-nothing_to_compare_with = Auf diesem Kursverlauf gibt es nichts, womit er sich vergleichen ließe.
runs-same_settings_as = Dieselben Einstellungen wie Lauf { $run }.
runs-steps_after_epochs = { $count ->
    [one] { $epochs }, { $count } Schritt
   *[other] { $epochs }, { $count } Schritte
}
runs-compare_run = Lauf { $run } vergleichen
runs-pin = Anheften
runs-pin_run = Lauf { $run } anheften: Spätere Läufe werden mit ihm verglichen
runs-show = Zeigen
runs-show_run = Die Ergebnisse von Lauf { $run } noch einmal zeigen
runs-restore = Wiederherstellen
runs-restore_run = Die Einstellungen von Lauf { $run } wiederherstellen
runs-delete = Löschen
runs-delete_run = Lauf { $run } aus der Liste löschen

runs-side_by_side = Lauf { $one } und Lauf { $other } nebeneinander
runs-close = Schließen
runs-both_and_actual = Beide neben dem, was geschah
runs-beats = Schlägt „morgen = heute“
runs-counting_looks = Alle diese Blicke werden zusammen gezählt …
runs-best_of = Von { $runs } Läufen an denselben Testtagen ist Lauf { $best } der beste: Dass er „morgen = heute“ schlägt, hat { $p }, wenn alle { $runs } gezählt werden (Hansens SPA-Test).
runs-as_good = Von ihm nicht zu unterscheiden und damit so gut wie er: { $numbers }.
runs-all_as_good = Keiner der anderen ist von ihm zu unterscheiden.
runs-none_as_good = Alle anderen sind von ihm zu unterscheiden und schlechter.
runs-signal = Weiß etwas, noch nicht brauchbar
runs-ties = So gut wie „morgen = heute“
runs-loses = Verliert gegen „morgen = heute“
runs-same_settings = Beide haben dieselben Einstellungen.
runs-set_differently = Was anders eingestellt war
runs-setting = Einstellung
runs-run_number = Lauf { $run }
runs-scores_on_same_days = Die Ergebnisse beider an denselben Testtagen
runs-direction_right = Richtung getroffen
runs-tomorrow_is_today = Morgen = heute

runs-run_both = Beide Rezepte ausführen
runs-both_means = Trainiert auf diesen Kursen erst „Ehrlich“, dann „Notebook“, und stellt beide nebeneinander.
runs-place_of_both = Rezept { $place }.

runs-take_home = Zum Mitnehmen
runs-take_home_means = Was hier trainiert wurde, gehört Ihnen: Die Dateien enthalten das Netz, die Kurse und den Link, der den Lauf wiederholt, und nie Ihren API-Schlüssel. Legen Sie Modell, Skript und Vorhersagen in einen Ordner und führen Sie das Skript mit Python aus.
runs-saved_model = Ein früher gespeichertes Modell: Es wird noch einmal an seinen Kursen beurteilt, ohne Training.
runs-files = Dateien
runs-files_come = Die Dateien eines Laufs kommen nach dem Training: das Netz, ein Skript, die Vorhersagen, die Ergebnisse.
runs-cite = Zitieren
runs-copy = Kopieren
runs-copied = Kopiert

## What several trainings with different seeds come to.
##
## A score is spoken of by its name, which is of masculine gender in German: “der rMAE”.

seeds-wrong_count = { $found } Läufe lassen sich nicht zusammenfassen: Wählen Sie { $least } bis { $most } Seeds.
seeds-unpaired = Das eine Experiment hat { $first } Läufe und das andere { $second }: Vergleichen Sie beide über dieselben Seeds.
seeds-not_finite = Einer der Läufe hat kein brauchbares Fehlermaß: Lassen Sie den Lauf weg, dessen Training divergiert ist.
seeds-no_spread = Alle { $runs } Seeds ergaben denselben { $score }, { $mean }: Der Seed macht hier keinen Unterschied.
seeds-spread = Über { $runs } Seeds lag der { $score } zwischen { $lowest } und { $highest }, mit einem Mittel von { $mean } und einer Standardabweichung von { $deviation }. Ein einzelner Lauf ist eine Ziehung daraus.
seeds-is_better = { $better } ist auf diesem Testblock besser als { $worse }: besser bei { $wins } von { $pairs } Seeds, mit einem { $score }, der im Mittel um { $size } kleiner ist ({ $surely }).
seeds-surely = 95-%-Intervall { $near } bis { $far }; { $p }
seeds-same_scores = { $first } und { $second } sind nicht zu unterscheiden: Mit jedem Seed hatten beide denselben { $score }.
seeds-too_few_pairs = Ob { $first } oder { $second } besser ist, lässt sich an { $pairs } Seeds nicht sagen: Selbst wenn alle auf einer Seite lägen, käme das in { $percent } % der Fälle durch Zufall allein vor. Nehmen Sie mindestens { $least }.
seeds-cannot_tell = Ob { $first } oder { $second } besser ist, lässt sich nicht sagen: { $wins }, und { $difference }.
seeds-wins = { $first } war bei { $first_wins } und { $second } bei { $second_wins } von { $pairs } Seeds besser
seeds-mean_difference = der mittlere Unterschied im { $score }, { $difference }, kann überall zwischen { $low } und { $high } liegen ({ $p })

## The visit: its runs, two of them side by side, an opened seal.

session-first_of_both = 1 von 2: „Ehrlich“
session-second_of_both = 2 von 2: „Notebook“
session-honest_run = Lauf { $number }, „Ehrlich“
session-notebook_run = Lauf { $number }, „Notebook“
session-run_first = Lauf { $number }
session-run = Lauf { $number }
session-last_days = Die letzten 5 %
session-last_days_sealed = versiegelt
session-last_days_tested = zum Testen verwendet
session-rate_by_hand = Lernrate von Hand
session-rate_not_changed = nicht geändert
session-not_the_same_days = Er wurde nicht an denselben Tagen getestet wie Lauf { $other }, daher kann kein Test die beiden vergleichen. Gegen „morgen = heute“ hat er an seinen eigenen Tagen einen rMAE von { $own_ratio }, Lauf { $other } einen von { $other_ratio }.
session-tested_on = { $count ->
    [one] Lauf { $number } an { $count } Tag vom { $first } bis zum { $last }
   *[other] Lauf { $number } an { $count } Tagen vom { $first } bis zum { $last }
}
session-tested_on_nothing = Lauf { $number } an keinem Tag
session-other_prices_of_one_title = Lauf { $one } und Lauf { $other } verwenden beide dieselbe Quelle ({ $title }), aber nicht dieselben Kurse: Diese wurden mit einem anderen Seed erzeugt, zu einer anderen Zeit geladen oder dazwischen um Splits bereinigt. Fehler bei verschiedenen Kursen lassen sich nicht nebeneinanderstellen, darum werden die beiden nicht verglichen. Trainieren Sie beide mit denselben Kursen.
session-other_prices = Lauf { $one } und Lauf { $other } verwenden verschiedene Kurse: { $one_title } und { $other_title }. Fehler bei verschiedenen Kursen lassen sich nicht nebeneinanderstellen, darum werden die beiden nicht verglichen. Trainieren Sie beide mit denselben Kursen.
session-other_days = Diese beiden wurden nicht an denselben Tagen getestet: { $one }, { $other }. Einer von ihnen könnte die leichteren Tage gehabt haben, darum werden sie nicht verglichen. Geben Sie beiden dasselbe Rückblickfenster, dieselbe Aufteilung und denselben versiegelten Block.
session-seal_showed_worse = An Tagen, die noch niemand angesehen hatte, ist sein Fehler das { $now }-Fache des Fehlers von „morgen = heute“, schlechter als auf dem Testblock, wo es das { $before }-Fache war. So fällt ein Ergebnis zurück, das ausgesucht war oder Glück hatte.
session-seal_showed_better = An Tagen, die noch niemand angesehen hatte, ist sein Fehler das { $now }-Fache des Fehlers von „morgen = heute“, besser als auf dem Testblock, wo es das { $before }-Fache war. So wenige Tage überlassen viel dem Zufall.
session-seal_showed_the_same = An Tagen, die noch niemand angesehen hatte, ist sein Fehler das { $now }-Fache des Fehlers von „morgen = heute“, wie auf dem Testblock, wo es das { $before }-Fache war. So sieht ein Ergebnis aus, nach dem niemand ausgewählt hat.
session-this_run = Lauf { $number }

## Settings: their names, what they do, and why one was refused.

settings-window = Rückblickfenster
settings-window_means = Wie viele vergangene Tage das Netz liest, bevor es den nächsten vorhersagt.
settings-horizon = Horizont
settings-horizon_means = Wie viele Tage voraus es vorhersagt; ab zwei mit einem Fächer und mit Fehlermaßen für jeden Tag.
settings-hidden = Verborgene Einheiten
settings-hidden_means = Wie viele Zahlen sich jede Schicht von einem Tag zum nächsten merkt.
settings-layers = Rekurrente Schichten
settings-layers_means = Wie viele Schichten übereinander liegen; jede liest, was die darunter ausgibt.
settings-dropout = Dropout
settings-dropout_means = Der Anteil der letzten verborgenen Werte, der in jedem Trainingsschritt zufällig abgeschaltet wird, damit sich das Netz nicht auf wenige davon verlässt.
settings-batch = Batchgröße
settings-batch_means = Wie viele Fenster das Netz sieht, bevor seine Gewichte jeweils korrigiert werden.
settings-epochs = Epochen
settings-epochs_means = Wie oft das Training höchstens alle seine Fenster durchläuft.
settings-learning_rate = Lernrate
settings-learning_rate_means = Wie groß jede Korrektur der Gewichte ist: zu groß, und das Training divergiert; zu klein, und es kriecht.
settings-forget_bias = Bias des Forget-Gates
settings-forget_bias_means = Womit der Bias jedes Forget-Gates beginnt. Bei 0 verliert die Zelle anfangs jeden Tag die Hälfte ihres Gedächtnisses, bei 1 ein Viertel, bei 3 ein Zwanzigstel.
settings-seed = Seed
settings-seed_means = Womit aller Zufall beginnt: Derselbe Seed ergibt dieselben erzeugten Kurse und auf demselben Gerät dasselbe Training.
settings-recipe = Rezept
settings-target = Ziel
settings-scaler = Skalierung
settings-split = Aufteilung
settings-label = Label
settings-lookahead = Vorgriff
settings-steps = Tage voraus
settings-device = Gerät
settings-honest = ehrlich
settings-notebook = Notebook
settings-price = Kurs
settings-return_ = Rendite
settings-train = Trainingszeilen
settings-all = alle Zeilen
settings-time = nach der Zeit
settings-random = zufällig
settings-next = nächster Tag
settings-average = 5-Tage-Mittel
settings-no_lookahead = keiner
settings-one_day_ahead = ein Tag
settings-direct = direkt
settings-recursive = rekursiv
settings-auto = automatisch
settings-webgpu = WebGPU
settings-cpu = CPU
settings-the_return = die Rendite
settings-the_price = der Kurs selbst
settings-on_training_rows = an den Trainingszeilen bestimmt
settings-on_whole_history = am ganzen Kursverlauf bestimmt
settings-by_time = nach der Zeit
settings-at_random = zufällig
settings-the_next_day = der nächste Tag
settings-a_5_day_average = ein 5-Tage-Mittel
settings-automatic = automatisch
settings-the_cpu = CPU
settings-the_gpu = WebGPU
settings-scaler_of_training_rows_means = Mittel und Streuung kommen allein aus den Trainingszeilen.
settings-scaler_of_all_rows_means = Mittel und Streuung kommen aus dem ganzen Kursverlauf: Dem Netz wird verraten, wie hoch die Testkurse liegen, bevor es einen davon gesehen hat.
settings-split_by_time_means = Das letzte Fünftel des Kursverlaufs ist für den Test, also liegt jeder Testtag in der Zukunft.
settings-split_at_random_means = Die Testtage werden zufällig aus dem ganzen Kursverlauf gezogen: Das Netz hat von den Tagen vor und nach jedem davon gelernt und füllt also Lücken, statt vorherzusagen.
settings-label_next_means = Das Netz wird nach dem nächsten Tag gefragt.
settings-label_average_means = Das Netz wird nach einem 5-Tage-Mittel gefragt, das mit dem nächsten Tag endet: Vier der fünf Tage liegen in seinem Fenster, also steckt der größte Teil der Antwort schon in der Frage.
settings-no_lookahead_means = Jeder Tag wird mit dem gelesen, was an seinem Ende bekannt ist.
settings-one_day_ahead_means = Jeder Tag wird mit Volumen, Tagesspanne, Kurslücke, Momentum oder zweiter Reihe des Tages danach gelesen: Vom Tag, den es vorhersagt, erfährt das Netz, was erst nach dessen Ende bekannt ist. Von morgen weiß das niemand, also steht dort der Mittelwert.
settings-steps_direct_means = Das Netz hat für jeden Tag voraus einen Ausgang und lernt alle auf einmal: Kein Fehler wird zurückgespeist, aber die fernen Tage teilen sich seine Aufmerksamkeit mit dem nächsten.
settings-steps_recursive_means = Das Netz lernt nur den nächsten Tag und liest dann seine eigene Prognose, als wäre sie eingetreten, Tag für Tag: einfach, aber die Fehler summieren sich, und die meisten Pfade werden flach.
settings-must_be_whole = Für „{ $label }“ ist eine ganze Zahl von { $least } bis { $most } nötig.
settings-must_be_a_number = Für „{ $label }“ ist eine Zahl von { $least } bis { $most } nötig.
settings-average_is_of_one_day = Der Horizont muss 1 sein, solange das Netz ein 5-Tage-Mittel lernt, denn das gilt nur dem nächsten Tag.
settings-nothing_is_known_too_late = Die Vergangenheit dessen, was vorhergesagt wird, und der Wochentag sind rechtzeitig bekannt: Zuerst in den Einstellungen eine andere Eingabe ankreuzen.
settings-must_be = muss { $slugs } sein
settings-either_end = { $rest } oder { $last }
settings-cell = Zelle
# A cell at more length; the others go by their short names in every language.
settings-plain_rnn = einfaches RNN
settings-lstm_means = Long Short-Term Memory: vier Gates und ein Zellzustand, der behält, was ein Gate ihn behalten lässt.
settings-gru_means = Gated Recurrent Unit: drei Gates und kein Zellzustand; ein Viertel weniger Zahlen zu lernen als beim LSTM.
settings-rnn_means = Das einfache rekurrente Netz: eine tanh-Schicht ohne Gates; ein Viertel der Zahlen, die ein LSTM zu lernen hat.
settings-linear_means = Ein lineares Netz: ein Gewicht für jede Zahl des Fensters und eine Konstante. Keine Zelle, keine Schichten: Braucht es mehr?
settings-nlinear_means = Ein lineares Netz auf den Abständen vom letzten Tag, addiert zu dessen Wert. Für Kurse gemacht; von Renditen sagt es, dass die von morgen bei der von heute beginnt.

# Was das Netz von jedem Tag liest, neben der Vergangenheit dessen, was es vorhersagt.
settings-inputs = Eingaben
settings-inputs_means = Von jedem Tag liest das Netz immer dies: { $own }, und dazu, was hier angekreuzt ist, jedes als eigene Zahl, skaliert an den Trainingszeilen. Mehr zu lesen ist auch mehr zum Auswendiglernen.
settings-own_past = eigene Vergangenheit
settings-volume = Volumen
settings-range = Tagesspanne
settings-gap = Kurslücke über Nacht
settings-weekday = Wochentag
settings-momentum = 20-Tage-Momentum
settings-other = zweite Reihe
settings-weekday_sine = Wochentag (Sinus)
settings-weekday_cosine = Wochentag (Kosinus)
settings-volume_means = Wie viel mehr gehandelt wurde als am Tag davor.
settings-range_means = Wie weit Hoch und Tief des Tages auseinanderlagen.
settings-gap_means = Die Bewegung vom letzten Schluss zur Eröffnung.
settings-weekday_means = Zwei Wellen einer Woche.
settings-momentum_means = Die Bewegung der letzten 20 Tage; an den ersten Tagen die seit dem Anfang.
settings-other_means = Die Bewegung einer zweiten Reihe seit dem Tag davor, nach ihrem letzten Kurs bis einschließlich dieses Tages. Schließt ihr Markt später, ist ein Teil davon zu spät bekannt.
settings-lacks_rows = Nur { $known } von { $of } Zeilen dieser Kurse haben das.
settings-lacks_days = Diese Kurse sind von Wochen oder Monaten, und die haben keinen Wochentag.
settings-lacks_other = Es gibt keine zweite Reihe: Laden Sie eine und klicken Sie unter „Kurse“ auf „Als zweite Reihe behalten“.
settings-other_is_coarser = Die zweite Reihe hat größere Abstände als diese Kurse: Ihre Daten sagen nicht, wann ihre Kurse bekannt waren.
settings-other_is_the_first = Die zweite Reihe sind diese Kurse selbst: Laden Sie andere, die vorhergesagt werden sollen.
settings-other_may_close_later = Die zweite Reihe wird nach ihrem Datum gelesen. Schließt ihr Markt nach dem der ersten, war ihre Bewegung eines Tages noch nicht bekannt, als der Tag der ersten endete, und eine Prognose damit ist besser, als sie jemand hätte machen können.
settings-input_unknown = { $count ->
    [one] { $count } Zeile fehlt es; sie wird als Mittel gelesen.
   *[other] { $count } Zeilen fehlt es; sie werden als Mittel gelesen.
}
settings-inputs_are_not_forecast = Ein Netz, das mehr als Kurse liest, sagt mehrere Tage nur direkt vorher: Niemand kennt das Volumen eines Tages, der noch nicht da ist.
settings-direct_with_inputs_means = Das Netz hat für jeden Tag voraus einen Ausgang. Mit mehr Eingaben als Kursen geht es nicht anders: Niemand kennt das Volumen eines Tages, der noch nicht da ist.
settings-must_be_inputs = muss mit return beginnen, danach beliebige von { $slugs }

## The stage: its views, their tools, and what stands over a chart.

stage-title = Diagramme
stage-views = Ansichten
# The views, each in a word.
stage-history = Verlauf
stage-split = Aufteilung
stage-prediction = Vorhersage
stage-test = Test
stage-tomorrow = Morgen

# What can be done with the chart in sight.
stage-tools = Werkzeuge für dieses Diagramm
# The choice of the interval that the charts shade.
stage-band = Gezeigtes Band
# A button: brings the slider.
stage-slide_it = Verschieben
# A button: the chart’s last rows.
stage-table = Tabelle
stage-png_image = Bild als PNG
stage-svg_image = Bild als SVG
# A button: all days ahead, not the next one alone.
stage-whole_forecast = Ganze Prognose

# Also beside the verdict.
stage-outdated = Diese Ergebnisse gehören zu anderen Einstellungen.
stage-line_waits = Nach dem Training steht hier die Linie des Netzes.
stage-line_comes = Die Linie des Netzes kommt mit den ersten Epochen.

# Behind an “i”.
stage-what_is_this = Was ist das?
stage-what_history_is = Alle Kurse der Quelle. Die schattierten Zeilen am Ende sind der Testblock: An ihnen wird das Netz gemessen, und nichts wird an sie angepasst.
stage-what_split_is = Welche Zeilen das Netz trainieren, welche seine beste Epoche wählen, wo das Rezept solche Zeilen hat, und welche es beurteilen. Rezept und Einstellungen ändern das sofort.
stage-what_prediction_is = Für jede Zeile der Kurs, der kam, und der Kurs, der aus den Zeilen davor vorhergesagt wurde. Die Trainingszeilen kennt das Netz, darum sagt nur der Testblock, wie gut es ist.
stage-what_test_is = Das Ende des Testblocks aus der Nähe. Eine Linie, die den Kurs davor wiederholt, sieht von weitem richtig aus und kommt eine Zeile zu spät: „Verschieben“ bewegt die Linie und sagt, wo sie am besten passt.
stage-what_tomorrow_is = Die letzten Kurse und der daraus vorhergesagte, mit dem oben gewählten Intervall und der Linie von „morgen = heute“.
stage-norms = Normen
# At the ends of lines, short.
stage-training_end = Train.
stage-validation_end = Valid.
stage-test_end = Test
stage-gradient_end = Gradient
stage-weights_end = Gewichte
# On a line through the best epoch.
stage-best_epoch = beste, { $epoch }

## Walk-forward and seeds, as the page shows them.

studies-means = Ein Urteil ist ein Training und ein Testblock. Beide können Glück gehabt haben. Um das herauszufinden, trainieren diese Studien die Einstellungen des Formulars immer wieder.
studies-load_prices_first = Laden Sie zuerst Kurse.
studies-training_is_running = Gerade läuft ein Training. Wenn es zu Ende ist, kann diese Studie beginnen.
studies-other_study_is_running = Gerade läuft eine andere Studie. Danach kann diese beginnen.
studies-running = Läuft. Die Seite bleibt benutzbar.
studies-done = { $count ->
    [one] Fertig: { $count } Training.
   *[other] Fertig: { $count } Trainings.
}
studies-settings_have_changed = Die Einstellungen haben sich seitdem geändert. Starten Sie die Studie noch einmal, um zu sehen, was das bewirkt.
studies-cancel = Abbrechen
studies-time_left = noch etwa { $time }
studies-progress = Fortschritt der Studie

studies-walk_forward = Walk-Forward: Hätte es zu anderen Zeiten standgehalten?
studies-walk_forward_means = Der Kursverlauf wird in Abschnitte geteilt. Für jeden wird ein neues Netz auf dem trainiert, was davor liegt, und an Tagen getestet, die seine Zukunft waren.
studies-train_folds = { $folds } Abschnitte von „{ $recipe }“ an { $source } trainieren
studies-walk_forward_settings = Einstellungen des Walk-Forward
studies-folds = Abschnitte
studies-learn_from = Lernen aus
studies-expanding = Allem, was davor liegt (wachsend)
studies-sliding = Nur den letzten Tagen (gleitend)
studies-expanding_means = Jedes Netz lernt aus allem, was vor seinen Testtagen liegt: Das wird immer mehr.
studies-sliding_means = Jedes Netz lernt aus gleich vielen Tagen unmittelbar vor seinen Testtagen: aus weniger, aber aus nichts von einem längst vergangenen Markt.
studies-folds_say = { $finding } Ihre 80-%-Intervalle haben { $held } dieser Tage gehalten.
studies-folds_say_so_far = Bisher: { $finding } Ihre 80-%-Intervalle haben { $held } dieser Tage gehalten.
studies-fold = Abschnitt
studies-tested_on = Testtage
studies-rmse_ratio = RMSE-Verhältnis
studies-rmse_ratio_means = RMSE geteilt durch den der Persistenz: unter 1 ist besser
studies-all_folds = Alle
studies-test_days = { $count ->
    [one] { $count } Testtag
   *[other] { $count } Testtage
}
studies-errors_are_shares = In der Zeile aller Tage zählt für rMAE und Urteil jeder Fehler als Anteil am Kurs, damit Jahre mit hohen Kursen die anderen nicht übertönen; das RMSE-Verhältnis bleibt in Kursen.
studies-training = Training
studies-validation = Validierung
studies-test = Test
studies-fold_in_words = Lernt ab dem { $train_from }, wird vom { $test_from } bis zum { $test_to } getestet

studies-seeds = Seeds: Wie viel ist Glück?
studies-seeds_mean = Der Seed lost die ersten Gewichte des Netzes aus und die Reihenfolge, in der es lernt. Andere Seeds, dieselben Kurse, derselbe Testblock: Was sich dann unterscheidet, ist Glück beim Training.
studies-train_seeds = „{ $recipe }“ { $count }-mal an { $source } trainieren
# With something beside it: “count” is of all trainings.
studies-train_seeds_of_two = { $count }-mal an { $source } trainieren: „{ $recipe }“ und die andere Seite
studies-seeds_settings = Einstellungen der Wiederholung
studies-repetitions = Wiederholungen
studies-beside = Im Vergleich
studies-no_partner = Nichts: Wie viel ist Glück?
studies-honest_recipe = Das Rezept „Ehrlich“
studies-notebook_recipe = Das Rezept „Notebook“
studies-honest_run = Lauf { $run }: „Ehrlich“, rMAE { $rmae }
studies-notebook_run = Lauf { $run }: „Notebook“, rMAE { $rmae }
studies-partner_means = Gibt es etwas zum Vergleich, so werden beide mit jedem Seed trainiert, als Paar, und ein Test über die Paare sagt, was besser ist oder dass es sich nicht sagen lässt. Dafür braucht es mindestens sechs Wiederholungen.
studies-apart = Was B von A unterscheidet: { $changes }.
studies-not_apart = Was B von A unterscheidet: nichts, sie sind gleich.
studies-dots_mean = Jeder Punkt ist der rMAE eines Seeds, der senkrechte Strich ihr Median. Die gestrichelte Linie ist 1: so gut wie „morgen = heute“.
studies-rmae_range = rMAE von { $lowest } bis { $highest }.
studies-scores_and_median = { $count ->
    [one] { $count } Wert, Median { $median }
   *[other] { $count } Werte, Median { $median }
}
studies-verdict = Urteil

several-title = Mehrere Verläufe: Gilt es auch anderswo?
several-means = Dieselben Einstellungen werden an jedem Verlauf für sich trainiert. Von vielen gewinnt der eine oder andere durch Glück; die letzten zwei Spalten rechnen alle mit.
several-settings = Einstellungen der mehreren Verläufe
several-of = Verläufe
several-seeds_of_the_world = Seeds dieser Welt
several-files = Dateien
several-symbols = Symbole bei Alpha Vantage
several-name_symbols = Symbole nacheinander (2 bis 20)
several-symbols_for_example = IBM, MSFT, GE
several-count = Wie viele
several-choose_files = Dateien mit Kursen (2 bis 20)
several-train_seeds = „{ $recipe }“ an { $count } Seeds von { $source } trainieren
several-train_files = { $count ->
    [one] „{ $recipe }“ an { $count } Datei trainieren
   *[other] „{ $recipe }“ an { $count } Dateien trainieren
}
several-train_symbols = { $count ->
    [one] „{ $recipe }“ an einem Symbol trainieren
   *[other] „{ $recipe }“ an { $count } Symbolen trainieren
}
several-cost = { $most ->
    [one] Fragt Alpha Vantage höchstens einmal; { $used } der { $of } Anfragen, die ein kostenloser Schlüssel am Tag hat, sind heute verbraucht. Was heute erfragt wurde, wird aufbewahrt und nicht noch einmal erfragt.
   *[other] Fragt Alpha Vantage höchstens { $most }-mal, mit einer Pause dazwischen; { $used } der { $of } Anfragen, die ein kostenloser Schlüssel am Tag hat, sind heute verbraucht. Was heute erfragt wurde, wird aufbewahrt und nicht noch einmal erfragt.
}
several-may_be_too_many = Das sind vielleicht mehr, als übrig sind: Bei der ersten Ablehnung ist Schluss, mit den Verläufen, die es bis dahin gibt.
several-only_copies = Ohne API-Schlüssel (unter „Kurse“ einzugeben) ist nur zu haben, was auf diesem Gerät aufbewahrt ist.
several-history = Verlauf
several-seed = Seed { $seed }
several-p_beats = p besser, alle
several-p_beats_means = Das p des Urteils, wenn alle Verläufe mitgerechnet sind (Benjamini & Hochberg). Unter 0,05 ist es ein Fund, von denen einer von zwanzig falsch sein darf.
several-p_knows = p weiß, alle
several-p_knows_means = Ob es etwas weiß, alle Verläufe auf dieselbe Weise mitgerechnet.
several-leaves_a_question = Diese Datei lässt sich auf mehr als eine Weise lesen. Öffnen Sie sie einzeln, um zu sagen, wie.
several-not_asked = Alpha Vantage hatte die Anfrage davor abgelehnt, also wurde nach diesem Verlauf nicht gefragt.
several-how_many = Eine Studie umfasst { $least } bis { $most } Verläufe, und nur eine Welt hat Seeds.
several-verdicts = { $count ->
    [one] Von { $count } Verlauf schlägt es „morgen = heute“ bei { $beats }, weiß etwas bei { $signals }, ist gleichauf bei { $ties } und verliert bei { $loses }.
   *[other] Von { $count } Verläufen schlägt es „morgen = heute“ bei { $beats }, weiß etwas bei { $signals }, ist gleichauf bei { $ties } und verliert bei { $loses }.
}
several-counted = Alle mitgerechnet schlägt es noch bei { $beats } und weiß etwas bei { $knows }.
# The p-value comes with its sign: “p = 0,020”.
several-they_know = Alle zusammen: Es weiß etwas ({ $days } Tage, { $p }).
several-they_know_not = Alle zusammen: Dass es etwas weiß, ist nicht zu erkennen ({ $days } Tage, { $p }).

## Studies: how far one is, how it ended, what its seeds say.

study-honest_recipe = Rezept „Ehrlich“
study-notebook_recipe = Rezept „Notebook“
study-the_honest_recipe = das Rezept „Ehrlich“
study-the_notebook_recipe = das Rezept „Notebook“

study-fold = Abschnitt { $number } von { $folds }
study-history = Verlauf { $number } von { $histories }
study-training = Training { $number } von { $trainings } (Seed { $seed })
study-training_of_side = Training { $number } von { $trainings } (Seed { $seed }, { $side })
study-starting = { $training }, beginnt
study-being_scored = { $training }, wird ausgewertet
study-in_epoch = { $training }, Epoche { $epoch } von { $epochs }
study-at_once = { $progress }; { $count } Trainings zugleich

study-has_ended = Die Studie ist zu Ende.
study-trainer_stopped = Der Trainer hielt an, bevor das Training zu Ende war.
study-cancelled_before_anything = Abgebrochen, bevor etwas fertig war.
study-cancelled = Abgebrochen. { $kept }
study-not_finished = { $training } wurde nicht fertig.
study-nothing_kept = Davor war nichts fertig geworden.
study-folds_kept = Was { $finished } von { $folds } Abschnitten ergeben haben, bleibt erhalten.
study-trainings_kept = Was { $finished } von { $trainings } Trainings ergeben haben, bleibt erhalten.
study-histories_kept = Was { $finished } von { $histories } Verläufen ergeben haben, bleibt erhalten.

study-other_windows = Ihre Rückblickfenster sind verschieden, daher auch ein wenig ihre Testtage: Jede Seite wird an ihren eigenen Tagen an „morgen = heute“ gemessen.
study-too_few_seeds = Es wurden weniger als drei Seeds fertig: zu wenige, um zu sagen, wie weit die Ergebnisse auseinanderliegen.
study-all_below_one = Alle liegen unter 1; wenigstens das hängt nicht am Seed.
study-none_below_one = Keiner liegt unter 1; wenigstens das hängt nicht am Seed.
study-some_below_one = Unter 1 liegen { $below } von { $runs }: Ob ein einzelnes Training „morgen = heute“ zu schlagen scheint, ist hier Glückssache.
study-verdicts = Das Urteil hieß { $beats } „schlägt“, { $signals } „weiß etwas“, { $ties } „gleichauf“ und { $loses } „verliert“.
study-never = nie
study-once = einmal
study-twice = zweimal
study-times = { $count }-mal

## The forecast of the next day, and the journal.

tomorrow-title = Morgen
tomorrow-no_day_yet = Nach dem Training: die Prognose für den nächsten Handelstag und ihr Bereich.
tomorrow-no_week_yet = Nach dem Training: die Prognose für die nächste Handelswoche und ihr Bereich.
tomorrow-no_month_yet = Nach dem Training: die Prognose für den nächsten Monat und ihr Bereich.
tomorrow-chart = Die letzten Tage und der nächste
tomorrow-is_sealed = Die letzten 5 % sind versiegelt: Dies ist die Prognose für den ersten versiegelten Tag. Trainieren Sie ohne Siegel, um über den letzten Kurs hinaus vorherzusagen.
tomorrow-of_sealed_day = Die Prognose für den ersten versiegelten Tag.
tomorrow-no_advice = Zum Lernen, kein Anlagerat: Die Prognose ist, was ein kleines Netz nach einem Training sagt, nicht, was geschehen wird.
tomorrow-change = { $change } ({ $percent } %)
tomorrow-after = nach dem { $date }

tomorrow-world_has_no_tomorrow = Eine erzeugte Welt hat kein Morgen: nichts zum Aufbewahren.
tomorrow-is_kept = Steht im Tagebuch
tomorrow-keep = Prognose aufbewahren
tomorrow-keep_means = Sie wird bewertet, wenn Sie diese Kurse wieder laden und der Tag da ist.
tomorrow-journal = Prognosetagebuch
tomorrow-journal_means = Prognosen, die aufbewahrt wurden, bevor jemand die Antwort kannte. Laden Sie die Kurse an einem späteren Tag wieder, und jede wird neben „keine Änderung“ bewertet, dem letzten Kurs, den sie kannte.
tomorrow-forecast = Prognose
tomorrow-price = Kurs
tomorrow-interval = 80-%-Intervall
tomorrow-what_happened = Was geschah
tomorrow-off_by = Abweichung
tomorrow-of_day = der Handelstag nach dem { $after }, vorhergesagt am { $made_on }
tomorrow-of_week = die Woche nach dem { $after }, vorhergesagt am { $made_on }
tomorrow-of_month = der Monat nach dem { $after }, vorhergesagt am { $made_on }
tomorrow-inside = { $price } am { $date }, innerhalb
tomorrow-outside = { $price } am { $date }, außerhalb
tomorrow-waits = wartet auf ihren Tag
tomorrow-delete_forecast = Die Prognose für { $symbol } nach dem { $after } löschen

## The trainer: why a run is on its device, why a training could not go on, what befell the worker.
## Reasons are sentences without a full stop.

trainer-cpu_chosen = In den Einstellungen ist die CPU gewählt
trainer-workers_asked = { $workers ->
    [one] Ein Worker, wie verlangt
   *[other] { $workers } Worker, wie verlangt
}
trainer-one_worker_fastest = Ein Worker: zwei waren nicht schneller
trainer-workers_timed = { $workers } Worker: hier { $times }-mal so schnell wie einer
trainer-worker_gone = Ein Worker: ein anderer fiel aus; die Ergebnisse sind dieselben
trainer-cpu_for_several_days = Eine direkte Prognose mehrerer Tage wird auf der CPU trainiert: Die Kernel der GPU sagen immer nur einen Tag vorher
trainer-cpu_for_linear = Ein lineares Netz wird auf der CPU trainiert: Die Kernel der GPU sind die der rekurrenten Zellen
trainer-gpu_lost_earlier = Die GPU ging vorhin verloren; laden Sie die Seite neu, um sie wieder zu verwenden
trainer-software_adapter = WebGPU läuft hier auf einem Software-Adapter ({ $name }), der langsamer ist als der CPU-Kernel
trainer-gpu_faster = Ein Schritt dauert hier { $gpu_ms } ms und auf der CPU { $cpu_ms } ms
trainer-cpu_faster = Ein Schritt dauert hier { $cpu_ms } ms und mit WebGPU ({ $name }) { $gpu_ms } ms
trainer-gpu_not_ready = Ein Schritt dauert hier { $cpu_ms } ms, und WebGPU ({ $name }) war nicht rechtzeitig bereit
trainer-webgpu_chosen_software = In den Einstellungen ist WebGPU gewählt; es ist ein Software-Adapter und deshalb vermutlich langsam
trainer-webgpu_chosen = In den Einstellungen ist WebGPU gewählt
trainer-no_webgpu = Dieser Browser bietet kein WebGPU
trainer-gpu_silent = Die GPU hat { $seconds } Sekunden lang nicht geantwortet; laden Sie die Seite neu, um es noch einmal zu versuchen
trainer-webgpu_not_opened = WebGPU ließ sich nicht öffnen ({ $error })
trainer-gpu_lost_goes_on = Die GPU ging verloren ({ $reason }), daher geht das Training hier ab Epoche { $epoch } weiter
trainer-gpu_lost_starts_again = Die GPU ging verloren ({ $reason }), daher beginnt das Training hier von vorn

trainer-stopped_run_gone = Der angehaltene Lauf ist nicht mehr im Speicher und kann deshalb nicht weitergehen. Trainieren Sie noch einmal.
trainer-diverged = Das Training ist in Epoche { $epoch } divergiert: Der Verlust ist keine endliche Zahl mehr. Versuchen Sie es mit einer niedrigeren Lernrate.
trainer-bad_job = Die Trainingsdaten passen nicht zusammen ({ $detail }). Laden Sie die Kurse noch einmal.
trainer-device_stopped = Das Gerät liefert keine Ergebnisse mehr ({ $detail }).
trainer-targets_do_not_divide = { $targets } Ziele, was bei { $outputs } je Zeile nicht sein kann
trainer-other_inputs = { $found } Eingaben, wo { $needed } nötig sind
trainer-row_beyond = eine Zeile hinter der letzten, { $rows }
trainer-forecast_beyond = eine Prognose von hinter der letzten Zeile, { $rows }
trainer-outputs_do_not_fit = Ausgaben: { $outputs }, Tage voraus: { $days }
trainer-other_parameters = { $found } Parameter, wo { $needed } nötig sind
trainer-no_training_rows = keine Trainingszeilen
trainer-size_out_of_bounds = { $name } { $value } geht nicht: Möglich ist { $low } bis { $high }. Wählen Sie einen Wert in diesen Grenzen.
trainer-number_of_features = Anzahl der Merkmale
trainer-hidden_size = Anzahl der verborgenen Einheiten
trainer-number_of_layers = Anzahl der Schichten
trainer-number_of_outputs = Anzahl der Ausgaben
trainer-look_back_window = Rückblickfenster
trainer-batch_size = Größe der Batches
trainer-kept_state_damaged = der aufbewahrte Stand des Trainings ist beschädigt
trainer-kept_state_of_another = der aufbewahrte Stand gehört zu einem anderen Netz, mit { $found } Parametern, wo { $expected } nötig sind

trainer-not_let_to_start = Dieser Browser ließ die Seite ihren Trainer (einen Web Worker) nicht starten. Versuchen Sie es mit einem aktuellen Chrome, Edge, Firefox oder Safari.
trainer-outdated = Die Seite und ihr Trainer stammen aus verschiedenen Versionen, vermutlich weil eben eine neue erschienen ist. Laden Sie die Seite neu.
trainer-out_of_memory = Dem Trainer ging der Speicher aus; er wurde neu gestartet.
trainer-crashed = Der Trainer ist abgestürzt und wurde neu gestartet.
trainer-did_not_load = Der Trainer wurde nicht geladen. Prüfen Sie Ihre Verbindung und versuchen Sie es dann noch einmal mit „Trainieren“.
trainer-did_not_stop = Der Trainer hielt nicht an und wurde neu gestartet.
trainer-vanished = Der Trainer antwortete nicht mehr und wurde neu gestartet.
trainer-silent = Der Trainer sagt seit 15 Sekunden nichts. Bei langsamer Verbindung oder großem Netz kann es so lange dauern; kommt nichts, so drücken Sie „Anhalten“, dann wird er neu gestartet.

## The training section: its buttons, where it stands, its losses, and what it goes on with.

training-title = Training
training-train = Trainieren
training-stop = Anhalten
training-resume = Fortsetzen
training-one_step = Ein Schritt
training-one_epoch = Eine Epoche
training-what_steps_do = Trainiert einen Batch oder einmal durch alle und macht dann Pause.

training-load_prices_first = Laden Sie zuerst Kurse.
training-loading = Kurse werden geladen …
training-studying = Der Trainer arbeitet an der Studie: abbrechen oder abwarten.
training-ready = Bereit zum Trainieren.
training-stopping = Wird angehalten …
training-judging_opened = Das geöffnete Modell wird beurteilt …
training-starting = Der Trainer startet …
training-running = Das Training läuft …
training-opened_is_judged = Das geöffnete Modell ist beurteilt. Trainiert wurde nichts.
training-done = Fertig. Das Urteil steht fest.
training-failed = Das Training ist gescheitert. Die Meldung oben sagt, was zu tun ist.
training-stopped = Angehalten.
training-stopped_after_epoch = Nach Epoche { $epoch } angehalten.
training-stopped_at_step = Bei Schritt { $step } von { $steps } in Epoche { $epoch } angehalten.

training-progress = Fortschritt des Trainings
training-epoch_of = Epoche { $epoch } von { $epochs }
training-best_was_none = beste: untrainiert
training-best_was = beste: Epoche { $epoch }
training-left = noch { $time }
training-took = in { $time }
training-percent_done = { $percent } % geschafft
training-details = Verlust, Rate
training-training_loss = Trainingsverlust
training-validation_loss = Validierungsverlust
training-test_loss = Testverlust
training-per_step = Pro Schritt

training-new_rate = Neue Rate ab dem nächsten Schritt
training-change_rate = Rate ändern
training-link_does_not_repeat = { $changed }. Der Link wiederholt das nicht.

training-loss = Verlust je Epoche
training-validation = Validierung
training-test = Test
training-loss_not_in_file = Das geöffnete Modell wurde früher trainiert: Seine Datei enthält die Verluste seiner Epochen nicht.
training-loss_comes = Drücken Sie „Trainieren“: Hier sehen Sie den Verlust fallen, Epoche für Epoche.
training-what_validation_loss_is = Mittlerer quadratischer Fehler je Beispiel, in skalierten Einheiten. Das Training endet, wenn der Validierungsverlust nicht mehr besser wird, und behält die beste Epoche.
training-what_test_loss_is = Mittlerer quadratischer Fehler je Beispiel, in skalierten Einheiten. Dieses Rezept behält keine Validierungszeilen: Die zweite Kurve ist die des Testblocks; sie wird gezeigt und nie zum Auswählen benutzt.
training-norms = Normen je Epoche
training-what_norms_are = Wie lang der Gradient ist, gemittelt über die Schritte der Epoche und bevor er gekappt wird, und wie groß alle Gewichte zusammen sind. Ruhige Linien sind ein gutes Zeichen.
training-what_so_far_is = Nur zum Ansehen, und immer neu gezeichnet, während das Netz lernt. Das Urteil kommt am Ende.

training-open_model = Trainiertes Modell öffnen
training-model_waits = Ein trainiertes Modell wartet auf seine Kurse: { $wanted }
training-put_away = Weglegen
training-interrupted_honest = Ein Training wurde in Epoche { $epoch } von { $epochs } unterbrochen: { $source }, Rezept „Ehrlich“. Es kann dort weitergehen.
training-interrupted_notebook = Ein Training wurde in Epoche { $epoch } von { $epochs } unterbrochen: { $source }, Rezept „Notebook“. Es kann dort weitergehen.
training-resume_it = Fortsetzen
training-discard = Verwerfen

## The verdict.

verdict-title = Urteil
# Opens the statistics behind the verdict.
verdict-why = Warum?
verdict-download_report = Bericht speichern
verdict-comes_after_training = Kommt am Ende des Trainings.
verdict-nothing_yet = Nach dem Training steht hier, wie sich die Fehler des Netzes an Tagen, die es nie gesehen hat, zu denen der Prognose verhalten, die nichts kostet: morgen = heute.
verdict-comes = Nach dem Training: Schlägt es „morgen = heute“?
verdict-it_beats = Geschlagen.
verdict-it_signals = Es weiß etwas.
verdict-it_ties = Unentschieden.
verdict-it_loses = Verloren.
verdict-off_by = Im Mittel { $network } daneben; „morgen = heute“ { $naive }.
verdict-cannot_be_judged = Nicht zu beurteilen.
verdict-no_price_moved = An den Testtagen bewegte sich kein Kurs: „morgen = heute“ liegt nie daneben, und nichts kann besser sein.
verdict-it_knows = Weiß es etwas? Ja ({ $p }).
verdict-it_drifts = Weiß es etwas? Vielleicht nur Trend ({ $p }).
verdict-it_knows_not = Weiß es etwas? Nicht gezeigt ({ $p }).
verdict-better = besser
verdict-worse = schlechter
verdict-error_ratio = { $ratio }-facher Fehler
verdict-needle = Der Fehler ist das { $ratio }-Fache dessen von „morgen = heute“.
verdict-beats = Es schlägt „morgen = heute“.
verdict-signal = Es weiß etwas, ist aber noch nicht brauchbar: Es ist so gut wie „morgen = heute“.
verdict-ties = Es ist so gut wie „morgen = heute“.
verdict-loses = Es verliert gegen „morgen = heute“.
verdict-beats_in_a_word = schlägt
verdict-signal_in_a_word = Signal
verdict-ties_in_a_word = gleichauf
verdict-loses_in_a_word = verliert
verdict-errors = An den Testtagen lag das Netz im Mittel um { $network } daneben, „morgen = heute“ um { $naive }: { $difference }.
verdict-times_the_error = das { $ratio }-Fache des Fehlers
verdict-more_error = { $percent } % mehr Fehler
verdict-less_error = { $percent } % weniger Fehler
verdict-same_error = auf ein Tausendstel derselbe Fehler
verdict-beats_means = Ein so großer Unterschied wäre selten, wenn beide gleich gut wären. Bei echten Kursen sollten Sie ihm misstrauen und andere Seeds und Symbole versuchen.
verdict-signal_means = So, wie es ist, sind seine Fehler nicht kleiner, als der Zufall sie machen würde. Aber seine Prognosen neigen zu dem, was geschah, mehr als durch Zufall und mehr als durch einen stetigen Trend: Etwas steckt in ihnen, das noch im Rauschen des Schätzens untergeht.
verdict-though_it_knows = Und doch weiß es etwas: Abgesehen davon, wie weit es übertreibt, neigen seine Prognosen zu dem, was geschah.
verdict-though_it_may_know_nothing = Dass es mehr weiß als ein stetiger Trend, ist nicht gezeigt.
verdict-only_a_drift = Nur ein Trend: Es sagt an mindestens 19 von 20 Tagen dieselbe Richtung, das kann also das Glück des Marktes an gerade diesen Tagen sein.
verdict-squared_errors = Als Anteil am Kurs sind seine quadrierten Fehler das { $ratio }-Fache derer von „morgen = heute“ (95-%-Intervall: { $low } bis { $high }).
verdict-clark_west = Weiß es überhaupt etwas? Clark–West gegen „keine Änderung“ { $no_change }, gegen die bisherige mittlere Rendite { $mean }.
verdict-in_prices = Nach Fehlern in Kurseinheiten statt als Anteil am Kurs: { $verdict } Diebold–Mariano { $dm }, { $p }.
verdict-disagreement_means = Absolute und quadrierte Fehler widersprechen sich: Der eine ist an gewöhnlichen Tagen besser, der andere bei den großen Fehlern. Gewonnen hat keiner.
verdict-ties_means = Der Unterschied ist nicht größer, als der Zufall allein ihn machen würde. So sieht ein effizienter Markt aus, und das Netz muss sich dafür nicht schämen.
verdict-loses_means = Das Netz war schlechter, als einfach den letzten Kurs zu wiederholen, und zwar um mehr, als der Zufall ausmacht.
verdict-significance = Signifikanz
verdict-label_beats = Am { $days }-Tage-Mittel gemessen, das es gelernt hat, hieße es, dass es „morgen = heute“ schlägt, mit einem rMAE von { $ratio }. Die Zahlen hier gelten dem Kurs des nächsten Tages, denn nur zu dem kann man kaufen.
verdict-label_ties = Am { $days }-Tage-Mittel gemessen, das es gelernt hat, hieße es, dass es so gut ist wie „morgen = heute“, mit einem rMAE von { $ratio }. Die Zahlen hier gelten dem Kurs des nächsten Tages, denn nur zu dem kann man kaufen.
verdict-label_loses = Am { $days }-Tage-Mittel gemessen, das es gelernt hat, hieße es, dass es gegen „morgen = heute“ verliert, mit einem rMAE von { $ratio }. Die Zahlen hier gelten dem Kurs des nächsten Tages, denn nur zu dem kann man kaufen.
verdict-p_value = p = { $p }
verdict-p_below = p < { $p }
verdict-predicted_and_actual = Vorhergesagt und geschehen
verdict-close_up = Der Testblock von nahem

## What is said of a training while it goes on.

watch-gradients_exploded_unclipped = Die Gradienten sind seit den ersten Epochen auf das { $fold } gewachsen. Versuchen Sie eine kleinere Lernrate oder das Rezept „Ehrlich“, das sie begrenzt.
watch-gradients_exploded_clipped = Die Gradienten sind seit den ersten Epochen auf das { $fold } gewachsen. Versuchen Sie eine kleinere Lernrate; das Begrenzen hält zwar jeden Schritt kurz, aber nicht in einer guten Richtung.
watch-weights_exploded = Die Gewichte sind seit den ersten Epochen auf das { $fold } gewachsen: Das Netz läuft dem davon, was es lernen kann. Versuchen Sie eine kleinere Lernrate.
watch-gradients_vanished = Die Gradienten sind fast verschwunden: Von { $parts } Teilen, die sie in den ersten Epochen hatten, ist noch einer übrig, und der Verlust ist kaum gefallen. Versuchen Sie eine andere Lernrate, einen anderen Seed oder ein kürzeres Fenster.
watch-rate_changed = Lernrate von Hand geändert: { $places }
watch-rate_at_epoch = in Epoche { $epoch } auf { $rate }
watch-rate_at_step = in Epoche { $epoch } bei Schritt { $step } auf { $rate }
watch-and_more_changes = { $count ->
    [one] { $places } und noch einmal
   *[other] { $places } und noch { $count }-mal
}
watch-fold_of = { $times }-Fache
watch-million_fold = Millionenfache
watch-million = einer Million

## The known worlds: their names, what they do, and what can be changed about them.

worlds-random_walk = Random Walk mit Drift
worlds-mean_reverting = Kurse, die zum Mittel zurückkehren
worlds-seasonal = Verrauschte Saisonwelle
worlds-volatility_clusters = Volatilitätscluster
worlds-regime_switching = Verborgene steigende und fallende Märkte
worlds-trend_break = Trend, der bricht
worlds-jump_diffusion = Walk mit Sprüngen
worlds-sine = Reine Sinuswelle

worlds-random_walk_process = Die Rendite jedes Tages ist eine kleine feste Drift plus neues Rauschen. Vergangene Kurse sagen also nichts über die nächste Bewegung.
worlds-mean_reverting_process = Der Kurs wird zu seinem Niveau zurückgezogen: Jeden Tag ist zu erwarten, dass ein Teil des Abstands verschwindet, und neues Rauschen kommt hinzu.
worlds-seasonal_process = Der Kurs folgt einer regelmäßigen Welle um sein Niveau, und auf jedem Tageskurs liegt neues Rauschen.
worlds-volatility_clusters_process = Auf große Bewegungen folgen große und auf kleine kleine, aber jede geht ebenso wahrscheinlich nach oben wie nach unten: Wie groß die Bewegung von morgen ist, lässt sich vorhersehen, ihre Richtung nicht.
worlds-regime_switching_process = Ein steigender und ein fallender Markt wechseln sich ab, und niemand erfährt, welcher gerade herrscht: Die Bewegungen der letzten Wochen verraten es mehr oder weniger.
worlds-trend_break_process = Ein stetiger Trend wird zu einem anderen, an einem Tag, den nichts ankündigt: Ein Netz, das den ersten gelernt hat, glaubt weiter an ihn.
worlds-jump_diffusion_process = Ein Walk mit kleiner Drift, der ab und zu springt, ebenso wahrscheinlich nach oben wie nach unten: Kein vergangener Kurs kündigt einen Sprung an.
worlds-sine_process = Der Kurs folgt einer regelmäßigen Welle ohne jedes Rauschen: Wer die Welle sieht, kennt jeden künftigen Kurs.

worlds-counted_from_first_day = { $equation }, t = 0 am ersten Tag
worlds-sign_stays = { $equation }, das Vorzeichen bleibt mit der Wahrscheinlichkeit { $probability }
worlds-drift_breaks = { $equation }, μ = { $before } vor Tag { $day } und { $after } ab diesem Tag, { $noise }
worlds-jumps_on_a_share = { $equation } an einem Anteil von { $share } der Tage, sonst 0

worlds-drift_per_day = Drift pro Tag
worlds-drift_per_day_means = Die Rendite, die jeden Tag zu erwarten ist: 0,0003 sind etwa 8 % im Jahr.
worlds-daily_noise = Tägliches Rauschen
worlds-daily_noise_means = Wie weit der Zufall den Kurs an einem gewöhnlichen Tag bewegt: 0,01 ist ein Prozent.
worlds-memory = Gedächtnis φ
worlds-memory_means = Der Anteil des Abstands zu seinem Niveau, den der Kurs über Nacht behält: Nahe 1 ist das fast ein Random Walk.
worlds-wave_height = Höhe der Welle
worlds-noisy_wave_height_means = Wie weit die Welle den Kurs von seinem Niveau wegträgt: 0,05 sind fünf Prozent.
worlds-pure_wave_height_means = Wie weit die Welle den Kurs von seinem Niveau wegträgt: 0,1 sind zehn Prozent.
worlds-days_per_wave = Tage pro Welle
worlds-noisy_days_per_wave_means = Eine Welle, die länger ist als das Rückblickfenster, ist schwerer zu erkennen.
worlds-pure_days_per_wave_means = Wie viele Handelstage eine Welle dauert.
worlds-reaction = Reaktion α
worlds-reaction_means = Wie stark ein wilder Tag den nächsten wild macht.
worlds-persistence = Persistenz α + β
worlds-persistence_means = Wie langsam ruhige und wilde Zeiten vergehen: Nahe 1 dauern sie Monate.
worlds-drift_of_either = Drift beider Märkte
worlds-drift_of_either_means = Um wie viel der Kurs im guten Markt am Tag steigt und im schlechten fällt.
worlds-chance_to_stay = Wahrscheinlichkeit zu bleiben
worlds-chance_to_stay_means = Die Wahrscheinlichkeit, dass der Markt von morgen der von heute ist: Bei 0,95 dauert einer zwanzig Tage.
worlds-drift_before = Drift vor dem Bruch
worlds-drift_before_means = Die Rendite, die jeden Tag zu erwarten ist, bis der Trend bricht.
worlds-drift_after = Drift nach dem Bruch
worlds-drift_after_means = Die Rendite, die von da an jeden Tag zu erwarten ist.
worlds-jump_chance = Wahrscheinlichkeit eines Sprungs
worlds-jump_chance_means = Der Anteil der Tage, an denen der Kurs springt: 0,02 ist fünfmal im Jahr.
worlds-jump_size = Größe eines Sprungs
worlds-jump_size_means = Wie weit ein gewöhnlicher Sprung geht: 0,05 sind fünf Prozent, nach oben oder nach unten.

worlds-unknown_parameter = die Parameter dieser Welt sind { $keys }
worlds-parameter_out_of_bounds = { $key } muss eine Zahl von { $min } bis { $max } sein

# Welten, in denen das Gedächtnis eines Netzes und seine Eingaben geprüft werden.
worlds-echo = Bewegungen mit Echo
worlds-shock = Schocks, die wiederkehren
worlds-volume = Volumen, das vorausweist
worlds-echo_process = Ein Teil der Bewegung jedes Tages kehrt nach einer festen Zahl von Tagen wieder, und neues Rauschen kommt hinzu: Wer sich weniger weit erinnert, sieht nichts davon.
worlds-shock_process = Ruhige Tage und ab und zu ein Schock nach oben oder unten, der nach einer festen Zahl von Tagen wiederkehrt: Über all die ruhigen Tage muss man ihn im Kopf behalten.
worlds-volume_process = Ein ungewöhnliches Volumen heute bewegt den Kurs von morgen; die Kurse für sich sind ein Random Walk.
worlds-lag = Tage bis zur Wiederkehr
worlds-echo_lag_means = Ein Rückblickfenster oder ein Gedächtnis, das kürzer ist, kann vom Echo nichts wissen.
worlds-shock_lag_means = Wie viele Tage man einen Schock behalten muss, bis er wieder zählt.
worlds-echo_strength = Stärke des Echos
worlds-echo_strength_means = Der Teil einer Bewegung, der wiederkehrt: 0,6 davon, der Rest ist Zufall.
worlds-shock_strength = Was wiederkehrt
worlds-shock_strength_means = Der Teil eines Schocks, der wiederkehrt.
worlds-shock_chance = Wahrscheinlichkeit eines Schocks
worlds-shock_chance_means = Der Anteil der Tage mit einem neuen Schock: 0,02 ist fünfmal im Jahr.
worlds-volume_strength = Gewicht des Volumens
worlds-volume_strength_means = Wie weit eine gewöhnliche Überraschung im Volumen den Kurs des nächsten Tages bewegt, neben dem täglichen Rauschen: 1 ist ebenso weit.

## Where the page does not start: index.html has these in English.

start-needs_server = Hindcast wurde als Datei geöffnet. Browser führen WebAssembly nur für eine Seite aus, die ein Webserver schickt: Starten Sie einen in diesem Ordner, zum Beispiel mit „python3 -m http.server“, und öffnen Sie seine Adresse.
start-needs_webassembly = Dieser Browser führt hier kein WebAssembly aus, das das Netz trainiert. Erlauben Sie es für diese Seite, oder nehmen Sie einen neueren Browser.
start-file_missing = Ein Teil der Seite ist nicht angekommen. Prüfen Sie Ihre Verbindung und laden Sie die Seite noch einmal.
start-slow = Die Seite lädt noch. Warten Sie noch ein wenig, oder laden Sie sie neu.
start-load_again = Neu laden
