//! The six lessons: each its title and promise, then its steps, a title and what to do.

texts! {
    /// A step of several lessons.
    train_it { en: "Train it", de: "Trainieren Sie" }

    looks_perfect { en: "Looks perfect", de: "Sieht perfekt aus" }
    looks_perfect_promise {
        en: "Why a forecast can lie on the prices and still be worth nothing.",
        de: "Warum eine Prognose genau auf den Kursen liegen und trotzdem nichts wert sein kann.",
    }
    without_memory { en: "Take a world without memory", de: "Nehmen Sie eine Welt ohne Gedächtnis" }
    without_memory_do {
        en: "A random walk takes each step by the toss of a coin. Nothing in its past says where it goes next. \
             Choose “Random walk with drift” among the known worlds.",
        de: "Ein Random Walk wirft vor jedem Schritt eine Münze. Nichts in seiner Vergangenheit verrät, wohin \
             er als Nächstes geht. Wählen Sie „Random Walk mit Drift“ unter den bekannten Welten.",
    }
    like_tutorials {
        en: "Do as most tutorials do",
        de: "Machen Sie es wie die meisten Anleitungen",
    }
    like_tutorials_do {
        en: "They forecast the price itself and scale with the whole history. Here that is the recipe \
             “Notebook”: choose it.",
        de: "Dort wird der Kurs selbst vorhergesagt und mit dem ganzen Kursverlauf skaliert. Hier heißt das \
             Rezept dafür „Notebook“: Wählen Sie es.",
    }
    train_notebook_do {
        en: "Press Train and wait for the end. The loss falls, as it should. If you are in a hurry, set fewer \
             epochs first: twenty will do.",
        de: "Drücken Sie „Trainieren“ und warten Sie bis zum Ende. Der Verlust fällt, wie er soll. Wenn Sie \
             es eilig haben, stellen Sie vorher weniger Epochen ein: Zwanzig genügen.",
    }
    admire { en: "Admire the result", de: "Bewundern Sie das Ergebnis" }
    admire_do {
        en: "Look at what was predicted beside what happened. The two lines nearly cover each other, and many \
             articles stop here. Zoom in until you can tell single days apart: which of the two lines moves \
             first?",
        de: "Sehen Sie sich an, was vorhergesagt wurde und was geschah. Die beiden Linien decken sich fast, \
             und viele Artikel hören hier auf. Zoomen Sie hinein, bis Sie einzelne Tage unterscheiden \
             können: Welche der beiden Linien bewegt sich zuerst?",
    }
    read_the_verdict { en: "Read the verdict", de: "Lesen Sie das Urteil" }
    read_the_verdict_do {
        en: "Nobody can forecast a random walk better than “tomorrow = today”. The verdict compares the \
             network with exactly that sentence. What looked perfect is at best as good as saying nothing.",
        de: "Niemand kann einen Random Walk besser vorhersagen als mit „morgen = heute“. Genau mit diesem \
             Satz vergleicht das Urteil das Netz. Was perfekt aussah, ist bestenfalls so gut, wie gar nichts \
             zu sagen.",
    }

    slide_it { en: "Slide it", de: "Die Linie verschieben" }
    slide_it_promise {
        en: "How to catch a forecast that only repeats yesterday.",
        de: "Wie man eine Prognose ertappt, die nur wiederholt, was gestern war.",
    }
    price_forecast {
        en: "Have a forecast of the price itself",
        de: "Sie brauchen eine Prognose des Kurses selbst",
    }
    price_forecast_do {
        en: "Choose the recipe “Notebook” and train it, on a random walk or on a real stock.",
        de: "Wählen Sie das Rezept „Notebook“ und trainieren Sie damit, an einem Random Walk oder an einer \
             echten Aktie.",
    }
    a_day_back { en: "Move the line a day back", de: "Schieben Sie die Linie einen Tag zurück" }
    a_day_back_do {
        en: "Move the predicted line one day earlier, with the slider or the left arrow key, and watch the \
             error.",
        de: "Schieben Sie die vorhergesagte Linie mit dem Schieberegler oder der linken Pfeiltaste nach \
             links, auf den Tag davor, und beobachten Sie den Fehler.",
    }
    best_fit { en: "Where does it fit best?", de: "Wo passt sie am besten?" }
    best_fit_do {
        en: "Each bar is the error in one place. A forecast that knows something fits best where it stands. \
             One that fits best a day earlier repeats the last price it saw: an echo.",
        de: "Jeder Balken ist der Fehler an einer Stelle. Eine Prognose, die etwas weiß, passt dort am \
             besten, wo sie steht. Passt sie einen Tag früher am besten, wiederholt sie nur den letzten Kurs, \
             den sie gesehen hat: ein Echo.",
    }
    put_it_back { en: "Put it back", de: "Schieben Sie sie wieder zurück" }
    put_it_back_do {
        en: "Move the line back to where it stands. From now on, slide any forecast that looks too good, \
             wherever you meet it.",
        de: "Bringen Sie die Linie wieder an ihren Platz. Und verschieben Sie von nun an jede Prognose, die \
             zu gut aussieht, wo immer sie Ihnen begegnet.",
    }

    find_the_leak { en: "Find the leak", de: "Das Datenleck finden" }
    find_the_leak_promise {
        en: "What happens when the answer gets into the question.",
        de: "Was geschieht, wenn die Antwort in die Frage gerät.",
    }
    start_clean { en: "Start clean", de: "Fangen Sie sauber an" }
    start_clean_do {
        en: "Choose the recipe “Honest” and train it. Its test days come after all training days, as the \
             future does.",
        de: "Wählen Sie das Rezept „Ehrlich“ und trainieren Sie damit. Seine Testtage kommen nach allen \
             Trainingstagen, so wie die Zukunft nach der Vergangenheit.",
    }
    open_a_leak { en: "Open a leak", de: "Öffnen Sie ein Datenleck" }
    open_a_leak_do {
        en: "Under “Leaks to try”, switch on “Split at random”. The test days now lie between training days, \
             so the network has seen what came right after them.",
        de: "Schalten Sie bei „Datenlecks zum Ausprobieren“ die Einstellung „Zufällig aufteilen“ ein. Die \
             Testtage liegen nun zwischen Trainingstagen, und das Netz hat schon gesehen, was gleich nach \
             ihnen kam.",
    }
    train_with_leak { en: "Train with the leak", de: "Trainieren Sie mit dem Datenleck" }
    train_with_leak_do {
        en: "Train again and wait for the verdict.",
        de: "Trainieren Sie noch einmal und warten Sie auf das Urteil.",
    }
    measure_it { en: "Measure what it changed", de: "Messen Sie, was es geändert hat" }
    measure_it_do {
        en: "Both runs stand in the list of runs, with what set them apart. Some leaks change much, some \
             nothing on this history. Either way you measured it instead of believing it.",
        de: "In der Liste der Läufe stehen beide, mit dem, was sie unterscheidet. Manche Datenlecks ändern \
             viel, manche bei diesem Kursverlauf gar nichts. So oder so: Sie haben es gemessen, statt es zu \
             glauben.",
    }
    close_the_leak { en: "Close the leak", de: "Schließen Sie das Datenleck" }
    close_the_leak_do {
        en: "Switch it off again. A score is only worth something if nothing of the answer was in the \
             question.",
        de: "Schalten Sie es wieder aus. Ein Ergebnis ist nur dann etwas wert, wenn von der Antwort nichts in \
             der Frage steckte.",
    }

    predict_returns { en: "Predict returns", de: "Renditen vorhersagen" }
    predict_returns_promise {
        en: "The question that cannot be answered by copying.",
        de: "Eine Frage, bei der Abschreiben nicht hilft.",
    }
    back_to_random_walk { en: "Back to the random walk", de: "Zurück zum Random Walk" }
    back_to_random_walk_do {
        en: "Choose “Random walk with drift” among the known worlds.",
        de: "Wählen Sie „Random Walk mit Drift“ unter den bekannten Welten.",
    }
    ask_for_change { en: "Ask for the change", de: "Fragen Sie nach der Veränderung" }
    ask_for_change_do {
        en: "Choose the recipe “Honest”. It forecasts the return, the change from today to tomorrow in per \
             cent. Copying today’s price is no answer to that.",
        de: "Wählen Sie das Rezept „Ehrlich“. Es sagt die Rendite vorher, die Veränderung von heute auf \
             morgen in Prozent. Den heutigen Kurs abzuschreiben, ist darauf keine Antwort.",
    }
    train_honest_do {
        en: "Press Train. The best epoch is chosen on a validation block, so it may end early.",
        de: "Drücken Sie „Trainieren“. Die beste Epoche wird an einem Validierungsblock ausgewählt, deshalb \
             kann das Training früher enden.",
    }
    a_tie { en: "A tie is the right answer", de: "Gleichauf ist die richtige Antwort" }
    a_tie_do {
        en: "The network learned that the best forecast of a coin’s toss is no change at all. It ties with \
             “tomorrow = today”, and that is the truth about this world.",
        de: "Das Netz hat gelernt: Bei einem Münzwurf ist gar keine Veränderung die beste Prognose. Es ist so \
             gut wie „morgen = heute“, und das ist die Wahrheit über diese Welt.",
    }

    how_sure { en: "How sure?", de: "Wie sicher?" }
    how_sure_promise {
        en: "A forecast with a range that keeps its word.",
        de: "Eine Prognose mit einem Bereich, der Wort hält.",
    }
    a_forecast { en: "Have a forecast", de: "Sie brauchen eine Prognose" }
    a_forecast_do {
        en: "Train the recipe “Honest” on any prices.",
        de: "Trainieren Sie mit dem Rezept „Ehrlich“ an beliebigen Kursen.",
    }
    promises { en: "Read the promises", de: "Lesen Sie die Versprechen" }
    promises_do {
        en: "Each line is a range meant to hold 50, 80 or 95 % of the days. Its width comes from the errors on \
             days the network did not learn from.",
        de: "Jede Zeile ist ein Bereich, der 50, 80 oder 95 % der Tage halten soll. Wie breit er ist, ergibt \
             sich aus den Fehlern an Tagen, aus denen das Netz nicht gelernt hat.",
    }
    promises_kept { en: "Check whether they were kept", de: "Prüfen Sie, ob sie gehalten wurden" }
    promises_kept_do {
        en: "The column “held” counts it on the test days. A range that was meant to hold 80 % and held 60 % \
             was too sure of itself. Which of the two methods kept its word better?",
        de: "Die Spalte „gehalten“ zählt es an den Testtagen nach. Ein Bereich, der 80 % halten sollte und \
             60 % hielt, war sich seiner Sache zu sicher. Welches der beiden Verfahren hat besser Wort \
             gehalten?",
    }
    wilder_world { en: "Try a wilder world", de: "Versuchen Sie eine wildere Welt" }
    wilder_world_do {
        en: "Choose “Volatility clusters”, where calm and storm take turns, and look at the same table after \
             training there.",
        de: "Wählen Sie „Volatilitätscluster“: Dort lösen Ruhe und Sturm einander ab. Sehen Sie sich nach dem \
             Training dieselbe Tabelle an.",
    }
    train_there { en: "Train there", de: "Trainieren Sie dort" }
    train_there_do {
        en: "Press Train. Afterwards compare the two methods once more: one adapts to the storm, the other \
             cannot.",
        de: "Drücken Sie „Trainieren“. Vergleichen Sie danach die beiden Verfahren noch einmal: Das eine \
             stellt sich auf den Sturm ein, das andere kann es nicht.",
    }
    tomorrow_range { en: "Tomorrow, with its range", de: "Morgen, mit seinem Bereich" }
    tomorrow_range_do {
        en: "The forecast for the next day carries its range too. Whoever tells you a price without one has \
             not told you how sure they are.",
        de: "Auch zur Prognose für den nächsten Tag gehört ein Bereich. Wer Ihnen einen Kurs ohne Bereich \
             nennt, hat Ihnen nicht gesagt, wie sicher er sich ist.",
    }

    when_it_works { en: "When it does work", de: "Wenn es doch gelingt" }
    when_it_works_promise {
        en: "A network beats “tomorrow = today” where there is something to learn.",
        de: "Ein Netz schlägt „morgen = heute“ dort, wo es etwas zu lernen gibt.",
    }
    rhythm { en: "Take a world with a rhythm", de: "Nehmen Sie eine Welt mit Rhythmus" }
    rhythm_do {
        en: "Choose “Noisy seasonal wave”: a wave that repeats under the noise.",
        de: "Wählen Sie „Verrauschte Saisonwelle“: eine Welle, die sich unter dem Rauschen wiederholt.",
    }
    stay_honest { en: "Stay honest", de: "Bleiben Sie ehrlich" }
    stay_honest_do {
        en: "Keep or choose the recipe “Honest”.",
        de: "Behalten oder wählen Sie das Rezept „Ehrlich“.",
    }
    train_for_verdict_do {
        en: "Press Train and wait for the verdict.",
        de: "Drücken Sie „Trainieren“ und warten Sie auf das Urteil.",
    }
    it_beats_it { en: "It beats it, and by how much", de: "Es gewinnt. Um wie viel?" }
    it_beats_it_do {
        en: "This time the network wins, and the difference is more than chance. The verdict also names the \
             best score that anyone could reach in this world: how close did it come?",
        de: "Diesmal gewinnt das Netz, und der Unterschied ist mehr als Zufall. Das Urteil nennt auch das \
             beste Ergebnis, das in dieser Welt überhaupt möglich ist: Wie nah ist das Netz ihm gekommen?",
    }
}
