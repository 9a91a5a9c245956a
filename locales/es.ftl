### The words of Hindcast’s page, in Spanish: en.ftl has the comments.

language-name = Spanish
language-own_name = Español

## How numbers are written.

number-decimal_mark = ,
number-thousands_mark = .
number-equation_separator = ;

## How dates are written.

date-months = ene feb mar abr may jun jul ago sep oct nov dic
date-weekdays = lun mar mié jue vie sáb dom
date-in_numbers = { $day }/{ $month }/{ $year }
date-written = { $day } { $month } { $year }
date-day_and_month = { $day } { $month }
date-month_and_year = { $month } { $year }
date-with_weekday = { $weekday }, { $date }

## The address: what it asked for and cannot have, and what a lesson’s link hides.

address-refused = La dirección pide { $key }={ $value }, que no se puede usar ({ $rule }); en su lugar se usa { $used }.
address-refused_for_usual_value = La dirección pide { $key }={ $value }, que no se puede usar ({ $rule }); en su lugar se usa el valor habitual.
address-refused_for_usual_ones = La dirección pide { $key }={ $value }, que no se puede usar ({ $rule }); en su lugar se usan los valores habituales.
address-refused_and_left_out = La dirección pide { $key }={ $value }, que no se puede usar ({ $rule }); se omite.
address-bad_escapes = sus códigos con % no se pueden leer
address-breaks_rule = el valor { $rule }
address-switch_rule = el valor debe ser 1 o faltar
address-source_rule = el valor debe tener una forma como world:random-walk o av:IBM:daily
address-workers_rule = el valor debe ser un número entero del 1 al { $most }
address-of_worlds = solo los mundos conocidos los tienen

address-unknown_lesson = La dirección nombra una lección que aquí no se conoce, así que no ha empezado ninguna; «Lecciones» las muestra.
address-unknown_hidden = La dirección oculta algo que aquí no se conoce; el resto está oculto.
address-embed_rule = En la dirección, «embed» debe ser 1 u omitirse, así que se muestra la página entera.
address-unknown_key = La dirección dice «{ $key }», que aquí no significa nada; se ha pasado por alto.
address-unknown_name = La dirección dice algo que aquí no significa nada; se ha pasado por alto.
address-other_case = En la dirección, «{ $key }» debe escribirse exactamente así; se ha pasado por alto.
address-repeated = La dirección dice «{ $key }» más de una vez; cuenta la última.
address-without_value = En la dirección, «{ $key }» no tiene «=» ni valor; se ha pasado por alto.

address-prices = la elección de precios
address-recipe = «Honesta» o «Notebook»
address-settings = los números de la red
address-device = GPU o CPU
address-leaks = las fugas de datos
address-verdict = la tarjeta del veredicto
address-slide = el desplazamiento de la línea
address-scores = las métricas
address-intervals = lo segura que está
address-runs = la lista de ejecuciones
address-tomorrow = el pronóstico

## What Alpha Vantage gives and refuses.

alpha_vantage-daily_raw = Diaria, sin ajustar
alpha_vantage-daily_recent = Diaria, últimos 100 días
alpha_vantage-not_adjusted = Es posible que su clave no dé acceso a precios ajustados, así que estos son precios tal como se negociaron: un split de acciones parece un desplome. El historial semanal sí está ajustado.

alpha_vantage-premium = Alpha Vantage solo da este historial con claves premium. Cargue en su lugar el historial semanal, que es gratuito.
alpha_vantage-daily_limit = Su clave de Alpha Vantage ha agotado las solicitudes de hoy: inténtelo de nuevo mañana, o entrene hasta entonces con un mundo conocido o con un archivo de precios.
alpha_vantage-demo_limit = Alpha Vantage no da hoy más precios con la clave pública «demo»: introduzca una clave propia (gratuita en alphavantage.co/support), o entrene con un mundo conocido o con un archivo de precios.
alpha_vantage-too_fast = Alpha Vantage pide menos solicitudes a la vez: espere un minuto y cargue de nuevo.
alpha_vantage-key_missing = Falta la clave de API o no es válida: introduzca su clave de Alpha Vantage, o consiga una gratuita en alphavantage.co/support.
alpha_vantage-demo_key = La clave «demo» solo sirve unos pocos ejemplos (IBM, EUR/USD, BTC/EUR): consiga una clave gratuita en alphavantage.co/support para otros.
alpha_vantage-unknown_symbol = Alpha Vantage no conoce el símbolo { $symbol }: compruebe cómo se escribe (las bolsas de fuera de EE. UU. necesitan un sufijo, como en TSCO.LON).
alpha_vantage-wrong_interval = Alpha Vantage envió precios { $found } cuando se pedían { $expected }: elija el historial diario, semanal o mensual y cargue de nuevo.
alpha_vantage-daily = diarios
alpha_vantage-weekly = semanales
alpha_vantage-monthly = mensuales
alpha_vantage-intraday = intradía
alpha_vantage-other_symbol = La respuesta de Alpha Vantage no trata de { $symbol }, así que no se usó: cargue de nuevo, o elija otra fuente si eso no ayuda.
alpha_vantage-other_notice = Alpha Vantage no envió precios, sino un mensaje que aquí no se conoce: cargue de nuevo más tarde o elija otra fuente.
alpha_vantage-no_prices_for = Alpha Vantage no tiene precios de { $symbol }: compruebe el símbolo o elija otra frecuencia.
alpha_vantage-one_row = Alpha Vantage envió un solo precio de { $symbol }, y un precio no es un historial: elija otra frecuencia u otro símbolo.

alpha_vantage-unreadable = La respuesta de Alpha Vantage no se puede leer ({ $reason }): cargue de nuevo, o elija otra fuente si eso no ayuda.
alpha_vantage-no_prices = no contiene precios
alpha_vantage-empty = está vacía
alpha_vantage-cut_short = está cortada
alpha_vantage-unknown_shape = tiene una forma desconocida en la línea { $line }, columna { $column }
alpha_vantage-not_json = no es JSON válido en la línea { $line }, columna { $column }

alpha_vantage-bad_row = La fila del { $date } en la respuesta de Alpha Vantage no se puede usar ({ $reason }): elija otra frecuencia u otro símbolo.
alpha_vantage-not_a_date = eso no es una fecha
alpha_vantage-there_twice = aparece dos veces
alpha_vantage-price_not_positive = su precio no es mayor que cero
alpha_vantage-has_no_close = no tiene cierre
alpha_vantage-has_no_adjusted_close = no tiene cierre ajustado
alpha_vantage-close_no_price = su cierre es «{ $quote }», no un número mayor que cero
alpha_vantage-adjusted_close_no_price = su cierre ajustado es «{ $quote }», no un número mayor que cero

alpha_vantage-forbidden = Alpha Vantage rechazó la solicitud (HTTP 403): compruebe su clave de API y si una VPN o un cortafuegos se interpone.
alpha_vantage-too_many_requests = Alpha Vantage ha recibido demasiadas solicitudes (HTTP 429): espere un minuto y cargue de nuevo.
alpha_vantage-server_trouble = Alpha Vantage tiene problemas (HTTP { $status }): cargue de nuevo dentro de unos minutos.
alpha_vantage-unexpected_status = Alpha Vantage respondió con el estado inesperado HTTP { $status }: cargue de nuevo, o elija otra fuente si eso no ayuda.
alpha_vantage-offline = No se puede acceder a Alpha Vantage: compruebe su conexión y los bloqueadores de contenido, y cargue de nuevo; los mundos conocidos funcionan sin conexión.
alpha_vantage-timeout = Alpha Vantage no respondió en { $seconds } segundos: compruebe su conexión y cargue de nuevo.
alpha_vantage-too_large = La respuesta de Alpha Vantage es mayor que cualquier histórico de precios, por lo que no se leyó: cargue de nuevo o elija otra fuente si eso no ayuda.

alpha_vantage-demo_has_not = La clave «demo» solo sirve unos pocos ejemplos, y { $wanted } de { $symbol } ya no están entre ellos.
alpha_vantage-premium_only = Alpha Vantage solo da { $wanted } con claves premium, y la suya no lo es.
alpha_vantage-long_daily_histories = los historiales diarios largos
alpha_vantage-daily_prices = los precios diarios
alpha_vantage-weekly_histories = los historiales semanales
alpha_vantage-monthly_histories = los historiales mensuales
alpha_vantage-long_rate_histories = los historiales largos de tipos de cambio
alpha_vantage-exchange_rates = los tipos de cambio
alpha_vantage-coin_prices = los precios de criptomonedas
alpha_vantage-load_weekly_instead = Cargue en su lugar el historial semanal: gratuito, ajustado y tan largo como el de la propia acción, con pronósticos a una semana.
alpha_vantage-load_recent_instead = Cargue en su lugar los últimos 100 días: suficientes para ver cómo funciona, demasiado pocos para aprender mucho de ellos.
alpha_vantage-train_elsewhere = Entrene en su lugar con un mundo conocido o con un archivo de precios.

## Inside the cell: a unit's lines, its equations, and the units that differ.

cell-title = Dentro de la celda
cell-nothing_yet = Entrene primero una red: elija precios arriba y pulse «Entrenar». Después podrá ver aquí una de sus celdas en plena tarea, día a día, con sus propios números en las ecuaciones.
cell-explanation = Esta es la red que usted ha entrenado, no un dibujo: lo que una de sus unidades hizo con la ventana del día elegido. Señale un paso, tóquelo o recorra las líneas con las teclas de flecha, y las ecuaciones mostrarán los números que entraron y salieron. Arrastre sobre las líneas, o mantenga pulsada la tecla Mayús con las flechas, para marcar varios pasos.
cell-layer = Capa
cell-choose_unit = Unidad, de 1 a { $units }
cell-pause = Pausa
cell-play = Reproducir los pasos
cell-step_of_window = Paso de la ventana
cell-as_a_table = Las líneas como tabla
cell-table = Dentro de la celda, como tabla
cell-step = Paso
cell-step_of = Paso { $step } de { $steps }
cell-step_on = Paso { $step } de { $steps }, { $date }
cell-unit = Unidad { $unit }
cell-unit_of_layer = Unidad { $unit } de la capa { $layer }
cell-step_and_unit = { $step }, unidad { $unit }
cell-step_and_unit_of_layer = { $step }, unidad { $unit } de la capa { $layer }
cell-reads_price = La red recibe un precio de { $value }, escalado { $scaled }, que la capa de entrada convierte en los números que lee esta celda.
cell-reads_return = La red recibe un rendimiento de { $value }, escalado { $scaled }, que la capa de entrada convierte en los números que lee esta celda.
cell-price_from_below = La red recibe un precio de { $value }, escalado { $scaled }, y esta celda lee lo que la capa inferior hizo con él.
cell-return_from_below = La red recibe un rendimiento de { $value }, escalado { $scaled }, y esta celda lee lo que la capa inferior hizo con él.
cell-reads_beside = Además, escalado: { $list }.
cell-scaled_input = { $input } { $scaled }
cell-strokes = Una prima marca lo que viene del paso anterior: c′ es el estado de la celda, h′ las salidas de todas las unidades de esta capa. W x y U h′ son las sumas ponderadas de esta unidad. Redondeado a cuatro decimales.

## Above the equations, and their names for whoever hears them.

cell-forget_gate = Puerta de olvido
cell-input_gate = Puerta de entrada
cell-candidate = Candidato
cell-cell_state = Estado de la celda
cell-output_gate = Puerta de salida
cell-hidden_state = Estado oculto

cell-differ_on_step = Otras puertas en el paso { $step }
cell-differ_on_steps = Otras puertas en los pasos { $first } a { $last }
cell-nothing_to_compare = Todos los pasos están marcados, así que no hay nada con que comparar.
cell-differing_units = Las unidades cuyas puertas más se diferencian aquí de los demás pasos. Elija una para ver sus líneas.
cell-gate_differs = { $gate } { $inside } aquí, { $outside } en los demás

cell-summary = { $whose } a lo largo de la ventana leída para { $day }: { $ranges }. Al final, la memoria contiene { $memory } y muestra { $shown }.
cell-range_of_forget_gate = la puerta de olvido entre { $low } y { $high }
cell-range_of_input_gate = la puerta de entrada entre { $low } y { $high }
cell-range_of_candidate = el candidato entre { $low } y { $high }
cell-range_of_cell_state = el estado de la celda entre { $low } y { $high }
cell-range_of_output_gate = la puerta de salida entre { $low } y { $high }
cell-range_of_hidden_state = el estado oculto entre { $low } y { $high }
# cell: LSTM, GRU or RNN
cell-drawn_for_lstm = Este dibujo es de la LSTM. La red entrenada tiene otra celda, { $cell }: qué días contaron se puede ver también con ella; su interior, no.
cell-linear_explanation = Una red lineal no tiene celda. Su pronóstico es una suma: cada número de la ventana por su peso, y una constante. Las barras son esos pesos, y son todo lo que ha aprendido: los mismos para cada día que se pronostica.
# After the sentence before, of NLinear.
cell-from_last_explanation = Esta resta el último día de cada día antes de pesarlos, y pone encima el valor del último día. Las barras cuentan ambas cosas: el peso del último día es lo que queda para él.
# input: settings-return_, settings-price or a further input
cell-weights_of = Peso de cada día: { $input }
# `day` as in days-on_date.
cell-sum_of_products = Para { $day } los productos suman { $products } y la constante es { $constant }: en total { $forecast }, en unidades escaladas.
# After the sentence before.
cell-largest_weight = El peso mayor, { $weight }, es el del { $date }.
cell-weights_as_a_table = Los pesos como tabla
cell-weights_table = Pesos y productos de la ventana
cell-day = Día
cell-number_of_day = Número
cell-scaled = Escalado
cell-weight = Peso
cell-product = Producto

## The error's way back through the window.

travel-title = El camino de vuelta del error
travel-means = El entrenamiento pregunta qué haría el error si el estado de la red en un día hubiera sido otro: es el gradiente ∂L/∂hₜ, calculado desde el día más reciente hasta el más antiguo (retropropagación a través del tiempo). L es el error al cuadrado del pronóstico de este día, escalado. Una línea es la longitud del gradiente en cada día, como proporción de la del más reciente: no depende de lo grande que sea el error. Cada paso atrás multiplica; lo que mengua siempre por el mismo factor es aquí una recta. Donde no queda casi nada, la red apenas puede aprender de lo que leyó allí: el gradiente se desvanece. Una LSTM transmite, además de h, su estado de la celda c, y el error viaja por ambos.
travel-layer = Capa
# The lowest and the top layer of several, by number.
travel-lowest_layer = { $layer }, la inferior
travel-top_layer = { $layer }, la superior
travel-play = Reproducir el camino
travel-pause = Pausa
travel-back = Paso atrás
travel-on = Paso adelante
travel-place = Punto del camino
travel-forward = adelante
travel-backward = atrás
travel-goes_forward = Hacia delante. { $step }. Tamaño del estado h (media cuadrática): { $list }.
travel-at_loss = La pérdida. Pronóstico menos lo ocurrido, escalado: { $list }. Desde aquí vuelve el error.
travel-at_unknown_loss = La pérdida. Nadie conoce aún el error de este día; sea cual sea, vuelve por el mismo camino.
travel-goes_back = Hacia atrás. { $step }. Queda del gradiente del día más reciente: { $list }.
travel-part = { $name } { $number }
travel-cell_state_of = { $cell }, c
travel-less_than = menos de { $percent }
travel-summary = Para { $day }, del gradiente en el día más reciente: { $list }.
travel-reaches = { $days ->
    [one] { $name }: el 1 % o más hasta { $days } día atrás, { $left } en el más antiguo
   *[other] { $name }: el 1 % o más hasta { $days } días atrás, { $left } en el más antiguo
}
travel-nothing_comes_back = { $name }: su pronóstico no depende de ningún día
travel-as_a_table = El camino como tabla
travel-table = El camino de vuelta del error, como tabla
travel-norm_of = { $name }, longitud
travel-others = Las otras celdas aún no están entrenadas con estos ajustes y precios. Una pulsación las entrena, para verlas junto a esta.
travel-outdated = El formulario tiene otros ajustes que los de la red de arriba. Pulse primero «Entrenar»; después se pueden entrenar igual las otras celdas.
travel-no_chain = Una red lineal no tiene una cadena de estados por la que viaje el error: llega a cada día de la ventana en un paso, al más antiguo tan fácilmente como al más reciente.

## All kinds of network on the same days.

cells-title = ¿Hace falta una red? Todas las celdas en los mismos días
cells-means = Entrena LSTM, GRU, RNN simple y ambas redes lineales con estos ajustes en los mismos días con la misma semilla. De cinco, una u otra gana por suerte; las dos últimas columnas las cuentan todas.
cells-train = Entrenar todas las celdas: «{ $recipe }» con { $source }
# cell: LSTM, GRU, RNN, Linear or NLinear
cells-training = Entrenamiento { $number } de { $of } ({ $cell })
cells-kept = Se conserva lo que dieron { $finished } de { $of } celdas.
cells-lines_mean = Un punto es el error cuadrático medio de una celda dividido por el de «mañana = hoy», con su intervalo del 95 %. La línea discontinua es 1: igual de bueno.
cells-parameters = Números
cells-time = Tiempo
cells-p_beats_means = La p del veredicto contando todas las celdas (Holm): que alguna quede por debajo de 0,05 sin razón ocurre como mucho una vez de veinte.
cells-p_knows_means = Si sabe algo, contando todas las celdas del mismo modo.
cells-ratio_of = { $cell }: { $ratio } ({ $low } a { $high })
cells-counted = Contando las { $cells }, { $beats } superan a «mañana = hoy» y { $knows } saben algo del día siguiente.
# After the sentence before.
cells-smallest = El menor rMAE es el de { $cell }, { $rmae }; si las celdas se diferencian entre sí no se comprueba aquí.

## The charts: what stands in them, and the same in words.

## Legends, axes and tables.

charts-actual = Real
charts-predicted = Predicho
charts-predicted_training = Predicho, entrenamiento
charts-predicted_validation = Predicho, validación
charts-predicted_test = Predicho, prueba
charts-forecast = Pronóstico
charts-no_change = Sin cambio
charts-price = Precio
charts-first_window = Primera ventana
charts-dealt_at_random = Repartido al azar
charts-training = Entrenamiento
charts-validation = Validación
charts-test = Prueba
charts-sealed = Sellado
charts-gradient_norm = Norma del gradiente
charts-weight_norm = Norma de los pesos
charts-wanted = Deseado, { $level } %
charts-exact = Exacto, 19 de 20
charts-interval_from = Intervalo del { $level } %, desde
charts-interval_to = Intervalo del { $level } %, hasta
charts-next_day = Día siguiente
charts-next_week = Semana siguiente
charts-next_month = Mes siguiente
charts-epoch_number = Época { $epoch }
charts-epoch = Época
charts-date = Fecha
charts-odd_price = extraño
charts-corrected_price = corregido
charts-split_adjusted = { $split } ajustado

## Around every chart.

charts-save_as_image = Guardar como imagen
charts-save_this_as_image = Guardar como imagen: { $title }
charts-nothing_yet = Todavía no hay nada que dibujar.
charts-library_missing = La biblioteca de gráficos no se cargó. Recargue la página para intentarlo de nuevo; los números de abajo están completos sin ella.
charts-last_rows = Las últimas filas como tabla
charts-as_a_table = { $title }, como tabla

## The history.

charts-daily_prices = { $count } precios diarios de { $symbol } del { $first } al { $last }.
charts-weekly_prices = { $count } precios semanales de { $symbol } del { $first } al { $last }.
charts-monthly_prices = { $count } precios mensuales de { $symbol } del { $first } al { $last }.
charts-course = Empiezan en { $start } y acaban en { $end }, con un mínimo de { $low } el { $low_day } y un máximo de { $high } el { $high_day }.
charts-jumps = Saltos que parecen splits: { $jumps }.
charts-jump = { $split } el { $day }
charts-jump_adjusted = { $split } el { $day }, ajustado

## The split into blocks.

charts-dealt = Las filas se reparten al azar por todo el historial: { $training } para el entrenamiento, { $validation } para la validación y { $test } para la prueba.
charts-split_by_time = Los precios se dividen por tiempo: { $blocks }. Las primeras { $warm_up } filas solo sirven de entrada a la primera ventana.
charts-training_rows = { $count } filas de entrenamiento (del { $first } al { $last })
charts-validation_rows = { $count } filas de validación (del { $first } al { $last })
charts-test_rows = { $count } filas de prueba (del { $first } al { $last })
charts-sealed_rows = Las últimas { $count } filas (del { $first } al { $last }) están selladas: con ellas no se entrena ni se prueba nada.
charts-sealed_row = La última fila ({ $day }) está sellada.

## The losses.

charts-no_epoch = Todavía no ha terminado ninguna época.
charts-validation_losses = { $count ->
    [one] { $count } época terminada: la pérdida de entrenamiento pasó de { $train_first } a { $train_last }; la de validación, de { $first } a { $last }.
   *[other] { $count } épocas terminadas: la pérdida de entrenamiento pasó de { $train_first } a { $train_last }; la de validación, de { $first } a { $last }.
}
charts-test_losses = { $count ->
    [one] { $count } época terminada: la pérdida de entrenamiento pasó de { $train_first } a { $train_last }; la de prueba, de { $first } a { $last }.
   *[other] { $count } épocas terminadas: la pérdida de entrenamiento pasó de { $train_first } a { $train_last }; la de prueba, de { $first } a { $last }.
}
charts-lowest_validation_loss = La menor pérdida de validación fue { $lowest }, en la época { $epoch }; la tasa de aprendizaje es { $rate }.
charts-lowest_test_loss = La menor pérdida de prueba fue { $lowest }, en la época { $epoch }; la tasa de aprendizaje es { $rate }.
charts-no_norm = No se conoce ninguna norma de estas épocas.
charts-gradient_went = La norma del gradiente pasó de { $first } a { $last }.
charts-norms_went = La norma del gradiente pasó de { $first } a { $last }; la de todos los pesos, de { $weights_first } a { $weights_last }.

## The predictions.

charts-nothing_to_show = Todavía no hay nada que mostrar.
charts-so_far = Lo que la red de la época { $epoch } predice para { $count } días, del { $first } al { $last }.
charts-misses_before_test = Antes del bloque de prueba se desvía del precio en { $miss } de media.
charts-no_predictions = No hay predicciones que mostrar.
charts-predictions = { $count } predicciones del { $first } al { $last }. De media se desvían del precio real en { $errors }.
charts-error_in_training = { $error } en el bloque de entrenamiento
charts-error_in_validation = { $error } en el bloque de validación
charts-error_in_test = { $error } en el bloque de prueba
charts-growth = En { $days } días de prueba, 1 se convirtió en { $flat } dentro donde dice que sube, en { $short } vendiendo también en corto y en { $hold } manteniendo.
charts-no_test_block = No hay ningún bloque de prueba que mostrar.
charts-test_block = Los { $count } días del bloque de prueba, del { $first } al { $last }. El modelo se desvía del precio en { $model } de media; decir «mañana = hoy» se desvía en { $naive }.
charts-band_split = La banda sombreada es el intervalo split del { $level } %: contuvo el { $held } % de los días de prueba y mide { $width } de ancho de media.
charts-band_adaptive = La banda sombreada es el intervalo adaptativo del { $level } %: contuvo el { $held } % de los días de prueba y mide { $width } de ancho de media.
charts-band_volatility = La banda sombreada es el intervalo del { $level } %: contuvo el { $held } % de los días de prueba y mide { $width } de ancho de media.
charts-last_prices = Los últimos { $count } precios, que acaban en { $price } el { $day }.
charts-next_split = { $next }: el pronóstico es { $price }, con su intervalo split del { $level } % de { $low } a { $high }.
charts-next_adaptive = { $next }: el pronóstico es { $price }, con su intervalo adaptativo del { $level } % de { $low } a { $high }.
charts-next_volatility = { $next }: el pronóstico es { $price }, con su intervalo del { $level } % de { $low } a { $high }.
charts-no_test_days = No hay días de prueba que mostrar.
charts-two_runs = Los { $count } días de prueba del { $first } al { $last }. { $one } se desvía del precio en { $one_error } de media; { $other }, en { $other_error }.

## The rolling coverage.

charts-held_least_split = Contando { $days } días de prueba cada vez, el intervalo split que debe contener el { $level } % contuvo menos que nunca del { $first } al { $last }: { $share }.
charts-held_least_adaptive = Contando { $days } días de prueba cada vez, el intervalo adaptativo que debe contener el { $level } % contuvo menos que nunca del { $first } al { $last }: { $share }.
charts-held_least_volatility = Contando { $days } días de prueba cada vez, el intervalo según la volatilidad que debe contener el { $level } % contuvo menos que nunca del { $first } al { $last }: { $share }.
charts-exactly_right = Uno exactamente correcto estaría entre el { $low } y el { $high } % en 19 de cada 20 períodos; este lo estuvo en { $within }.
charts-worst_of_split = Lo peor del intervalo split fue { $share }, del { $first } al { $last }.
charts-worst_of_adaptive = Lo peor del adaptativo fue { $share }, del { $first } al { $last }.
charts-worst_of_volatility = Lo peor del intervalo según la volatilidad fue { $share }, del { $first } al { $last }.

## The fan of several days.

charts-no_fan = El pronóstico es a un solo día: no hay abanico que mostrar.
charts-fan_start = Tras { $last_price } el { $day }: el pronóstico para { $ahead } es { $price }, con un intervalo del { $level } % de { $low } a { $high },
charts-fan_end = y { $price } para { $ahead }, con uno de { $low } a { $high }.

## Which days mattered: the bars, their words, and the choice of a day.

days-title = Qué días contaron
days-hint = Cada barra es un día que leyó la red: cuánto se movería el pronóstico si ese día hubiera sido un uno por ciento más alto y todos los demás como fueron. Elija un día con el control deslizante, con las teclas de flecha o con un clic en los gráficos de arriba.
days-hint_further = Cada barra es un día que leyó la red: cuánto se movería el pronóstico si esta entrada ({ $input }) hubiera sido ese día una desviación mayor y todo lo demás como fue. Elija un día con el control deslizante, con las teclas de flecha o con un clic en los gráficos de arriba.
days-no_percent = Este pronóstico no se puede expresar en porcentaje: no es un precio positivo, o los números de la red no son finitos. Elija otro día.
days-one_percent_more_in = Un uno por ciento más en
days-price = el precio de un día
days-daily_return = el rendimiento de un día
days-as_a_table = Los días como tabla
days-table = Qué días contaron, como tabla
days-more_on = 1 % más el día
days-price_moves_by = El precio pronosticado se mueve un
days-return_moves_by = El rendimiento pronosticado se mueve

days-forecast_for = Pronóstico para
days-on_date = el { $date }
days-next_trading_day = el próximo día de cotización
days-next_week = la próxima semana
days-next_month = el próximo mes
days-to_the_next_day = Al día siguiente
days-was_forecast = se pronosticó { $forecast } y llegó { $actual }
days-is_forecast = se pronostica { $forecast }

days-no_pull = Ningún día influye en el pronóstico para { $day }: la red dice lo mismo lea lo que lea.
days-less_than_one_percent = menos del 1 %
days-more_than_99_percent = más del 99 %
days-price_higher = De la influencia en el pronóstico para { $day }, { $share } viene del día más reciente, { $newest }: si su precio hubiera sido un 1 % más alto, el precio pronosticado sería un { $amount } % más alto.
days-price_lower = De la influencia en el pronóstico para { $day }, { $share } viene del día más reciente, { $newest }: si su precio hubiera sido un 1 % más alto, el precio pronosticado sería un { $amount } % más bajo.
days-return_higher = De la influencia en el rendimiento pronosticado para { $day }, { $share } viene del día más reciente, { $newest }: si su rendimiento hubiera sido un punto porcentual más alto, el rendimiento pronosticado sería { $amount } puntos más alto.
days-return_lower = De la influencia en el rendimiento pronosticado para { $day }, { $share } viene del día más reciente, { $newest }: si su rendimiento hubiera sido un punto porcentual más alto, el rendimiento pronosticado sería { $amount } puntos más bajo.
days-strongest_price = La mayor influencia es la del { $day }, con un { $amount } %.
days-strongest_return = La mayor influencia es la del { $day }, con { $amount } puntos.
days-by_construction = El último precio lo mueve un 1 % por construcción, porque el rendimiento pronosticado se suma a ese precio: eso es «mañana = hoy». La red misma añade { $added }.
days-echo = Una red que se apoya así en el último precio dice poco más que «mañana = hoy»: es el eco, visto desde dentro.
days-more_in = Más en
days-further = { $input }, en una desviación
days-deviation_more_on = Una desviación más el
days-forecast_moves_by = El pronóstico se mueve
days-further_higher = De la influencia de esta entrada ({ $input }) en el pronóstico para { $day }, { $share } viene del día más reciente, { $newest }: si hubiera sido una desviación mayor, el pronóstico sería un { $amount } % más alto.
days-further_lower = De la influencia de esta entrada ({ $input }) en el pronóstico para { $day }, { $share } viene del día más reciente, { $newest }: si hubiera sido una desviación mayor, el pronóstico sería un { $amount } % más bajo.
days-part_of_input = { $input } { $share }
days-all_pulls = Partes de toda la influencia en este pronóstico, por una desviación de cada una: { $list }.

## The drawer at the bottom: its buttons, and what is in them before a training.

drawer-title = Más sobre esta ejecución
drawer-scores = Métricas
drawer-how_sure = ¿Con qué seguridad?
drawer-paid = ¿Habría rentado?
drawer-does_it_hold = ¿Se sostiene?
drawer-which_days = Qué días
drawer-cell = Dentro de la celda
drawer-network = Red
drawer-runs = Ejecuciones
drawer-leaks = Fugas
drawer-scores_come = Tras un entrenamiento: sus errores, junto a los de pronósticos que no cuestan nada.
drawer-how_sure_comes = Tras un entrenamiento: con qué frecuencia cada rango contuvo lo que ocurrió, y qué ancho necesitó para ello.
drawer-which_days_come = Tras un entrenamiento: cuánto se mueve un pronóstico con cada día de su ventana.
drawer-runs_come = Tras un entrenamiento: qué cambió de una ejecución a otra, y qué efecto tuvo.

## What is said of forecasts: caveats, comparisons, intervals, the sealed block.

forecast-test_days_scattered = Los { $days } días de prueba se extraen al azar de todo el historial, con días de entrenamiento antes y después de cada uno: las métricas dicen lo bien que se rellenan huecos, no lo bien que se pronostica el futuro.
forecast-looks_ahead = De cada día que pronostica se dijo a la red lo que solo se sabe cuando ese día ha terminado: sus puntuaciones son retrospectivas. Del próximo día, desconocido, nadie puede decírselo: allí está la media, y el intervalo puede ser demasiado estrecho.
forecast-prices_stand_still = El precio no se movió en ningún día de prueba, así que «mañana = hoy» acierta exactamente y nada puede superarlo. Donde una métrica dividiría por ese error de cero, se detiene en { $cap }.
forecast-one_day = El { $date } por sí solo tiene el { $share } del error al cuadrado: métricas y veredicto son sobre todo de ese día.
forecast-repeats_last_price = La red repite el último precio en todos los días de prueba: se ha convertido en «mañana = hoy», y no hay nada que comparar.
forecast-always_the_same_price = La red pronostica un mismo precio en todos los días de prueba: no ha aprendido nada de su ventana.
forecast-always_the_same_move = La red pronostica un mismo movimiento en todos los días de prueba: ha aprendido un promedio, y nada de su ventana.
forecast-nothing_to_measure_chance_by = Los dos errores difieren igual, o nada, en todos los días de prueba, así que la prueba de Diebold–Mariano no tiene con qué medir el azar y no encuentra evidencia.
forecast-few_test_days = { $count ->
    [one] Solo hay { $count } día de prueba: demasiado poco para que un veredicto diga mucho. Cargue un historial más largo.
   *[other] Solo hay { $count } días de prueba: demasiado pocos para que un veredicto diga mucho. Cargue un historial más largo.
}
forecast-intervals_promise_less = Los intervalos a partir del { $level } % están calibrados con tan pocos días que se dibujan tan anchos como el peor de ellos y prometen menos que su nivel.
forecast-few_days_for_last_step = El último paso del horizonte solo se pudo probar en { $days } días: demasiado pocos para que su métrica diga mucho.
forecast-far_intervals_promise_less = Los intervalos del { $level } % de los pasos lejanos están calibrados con tan pocos días que se dibujan tan anchos como el peor de ellos y prometen menos que su nivel.

forecast-same_forecasts = { $first } y { $second } pronostican el mismo precio en cada uno de los { $days } días de prueba.
forecast-errors_disagree = { $first } tiene { $ratio } veces el error absoluto de { $second } en { $days } días de prueba, y los errores cuadráticos dicen lo contrario: una es mejor en los días corrientes, la otra en los grandes fallos, y ninguna es mejor en conjunto.
forecast-within_chance = { $first } tiene { $ratio } veces el error de { $second } en { $days } días de prueba. No es más de lo que puede dar el azar ({ $p }): no queda demostrado que ninguna sea mejor.
forecast-first_is_better = { $first } es mejor que { $second }: { $ratio } veces su error en { $days } días de prueba, una diferencia mayor de la que da el azar ({ $p }).
forecast-first_is_worse = { $first } es peor que { $second }: { $ratio } veces su error en { $days } días de prueba, una diferencia mayor de la que da el azar ({ $p }).

forecast-the_validation_rows = las { $rows } filas de validación
forecast-the_last_training_rows = el último octavo de las filas de entrenamiento ({ $rows } filas), a falta de un bloque de validación: la red las ha visto, así que el intervalo puede ser demasiado estrecho
forecast-interval = Intervalo del { $level } %
forecast-adaptive_interval = Intervalo del { $level } %, adaptativo
forecast-split_interval = Intervalo del { $level } %, split
forecast-split_conformal_means = Un mismo ancho para todos los días, a partir de los errores en días anteriores al bloque de prueba: correcto mientras el mercado siga como era.
forecast-adaptive_conformal_means = El ancho cambia un poco cada día: mayor tras un fallo, menor tras un acierto, de modo que sigue los tiempos de calma y de tormenta.
forecast-volatility_conformal_means = El ancho respira con el mercado: se mide en lo que el precio se ha movido últimamente y, como el adaptativo, sigue cada fallo y cada acierto.
forecast-history_20 = «mañana = hoy», volatilidad de 20 días
forecast-history_250 = «mañana = hoy», volatilidad de 250 días
forecast-calm_and_wild = El intervalo del { $level } % contuvo el { $calm } de los días tras semanas de calma y el { $wild } de los días tras semanas agitadas.
forecast-steady = Contando 100 días de prueba cada vez, contuvo tanto como permite el azar en el { $share } de los tramos.
forecast-beside_plain_band = Todos sus niveles juntos fallan en un { $crps } % del precio (CRPS); una banda simple en torno a «mañana = hoy», tan ancha como dicen los últimos 20 días, en un { $plain } %.
forecast-directions = Dijo «sube» en { $up } y «baja» en { $down } de { $days } días de prueba.
forecast-one_sided = Es un pronóstico de un solo lado: su proporción de días acertados dice poco más que cómo fue el mercado.
forecast-direction_tests = ¿Acierta más que por inclinarse a un lado? Pesaran–Timmermann { $right }. ¿Gana más que así? Anatolyev–Gerko { $earned }.
forecast-not_defined = no definida
forecast-too_few_days_to_roll = La cobertura móvil se toma sobre { $days } días de prueba cada vez, y solo hay { $test_days }: cargue un historial más largo para ver dónde el intervalo fue demasiado estrecho.
forecast-scattered_days_do_not_roll = Una división al azar dispersa los días de prueba por todo el historial, así que no hay ningún tramo seguido que recorrer: divida por tiempo para ver dónde el intervalo fue demasiado estrecho.

forecast-too_few_rows = { $count ->
    [one] Solo hay { $count } fila de precios y esta ventana de observación necesita al menos { $needed }: cargue un historial más largo o elija una ventana más corta.
   *[other] Solo hay { $count } filas de precios y esta ventana de observación necesita al menos { $needed }: cargue un historial más largo o elija una ventana más corta.
}
forecast-too_few_rows_for_horizon = { $count ->
    [one] Solo hay { $count } fila de precios y esta ventana de observación con este horizonte necesita al menos { $needed }: cargue un historial más largo o elija una ventana o un horizonte más cortos.
   *[other] Solo hay { $count } filas de precios y esta ventana de observación con este horizonte necesita al menos { $needed }: cargue un historial más largo o elija una ventana o un horizonte más cortos.
}
forecast-no_input = La red debe leer una entrada que estos precios no tienen: { $input }. { $lack } Elija otras entradas en Ajustes, u otros precios.
forecast-diverged = El entrenamiento divergió: los pronósticos de la red ya no son números utilizables. Pruebe una tasa de aprendizaje menor.
forecast-results_of_other_prices = Los resultados no corresponden a estos precios (se esperaban { $expected } valores y llegaron { $found }): entrene de nuevo.
forecast-unscorable = Estos precios abarcan un rango demasiado amplio para evaluarlos: compruebe si hay valores erróneos en los datos.
forecast-persistence = Mañana = hoy (persistencia)
forecast-drift = Deriva
forecast-moving_average = Media de 5 días
forecast-ar1 = AR(1) de rendimientos
forecast-ridge = Regresión ridge
forecast-best_possible = El mejor posible

forecast-seal_is_open = El bloque sellado de este historial ya está abierto, y lo visto no se puede dejar de ver. Cargue otro historial para tener uno intacto.
forecast-no_look_yet = Nadie ha mirado todavía este bloque de prueba.
forecast-first_look = Esta es la primera mirada a este bloque de prueba: su veredicto cuenta por completo.
forecast-looks_at_one_experiment = Este bloque de prueba se ha mirado { $looks } veces, siempre con el mismo experimento: su veredicto sigue contando por completo.
forecast-looks_at_several_experiments = Este bloque de prueba se ha mirado { $looks } veces, con { $experiments } experimentos distintos. Cada uno es otra oportunidad de tener suerte: de { $experiments } redes que no saben nada, se diría que al menos una supera a «mañana = hoy» en hasta el { $percent } % de los casos. Elegir la mejor de ellas y citar su puntuación ya no es una prueba.
forecast-looks_measured = Este bloque de prueba se ha mirado { $looks } veces, con { $experiments } experimentos distintos. Cada uno es otra oportunidad de tener suerte: si ninguna de las { $networks } ejecuciones comparables de la lista supiera nada, aun así se diría que al menos una supera a «mañana = hoy» en el { $percent } % de los casos, medido con sus propios errores, en lugar del { $single } % de una sola. Elegir la mejor y citar su cifra ya no es una prueba.

forecast-folds_not_offered = No se ofrece una prueba walk-forward de { $found } tramos: elija entre { $least } y { $most }.
forecast-fewer_folds_needed = Solo hay { $rows } filas de precios y estos tramos necesitan al menos { $needed }: cargue un historial más largo o elija como mucho { $possible } tramos.
forecast-no_folds_possible = Solo hay { $rows } filas de precios y estos tramos necesitan al menos { $needed }: cargue un historial más largo o elija una ventana de observación más corta.
forecast-times_retrained = { $count ->
    [one] Reentrenada una vez
   *[other] Reentrenada { $count } veces
}
forecast-folds_beat = { $retrained }, la red supera a «mañana = hoy» en { $days } días de prueba (rMAE { $rmae }, { $p }); fue mejor en { $better } de { $folds } tramos.
forecast-folds_know_something = { $retrained }, la red empata con «mañana = hoy» en { $days } días de prueba (rMAE { $rmae }, { $p }), y sin embargo algo sabe; fue mejor en { $better } de { $folds } tramos.
forecast-folds_tie = { $retrained }, la red empata con «mañana = hoy» en { $days } días de prueba (rMAE { $rmae }, { $p }); fue mejor en { $better } de { $folds } tramos.
forecast-folds_lose = { $retrained }, la red pierde contra «mañana = hoy» en { $days } días de prueba (rMAE { $rmae }, { $p }); fue mejor en { $better } de { $folds } tramos.

forecast-day_number = Día { $number }
forecast-week_number = Semana { $number }
forecast-month_number = Mes { $number }
forecast-the_day = el día { $number }
forecast-the_week = la semana { $number }
forecast-the_month = el mes { $number }
forecast-the_days = los días { $numbers }
forecast-the_weeks = las semanas { $numbers }
forecast-the_months = los meses { $numbers }
forecast-beats_on_no_day = En ninguno de estos { $last } días por delante supera la red a «sin cambio»
forecast-beats_in_no_week = En ninguna de estas { $last } semanas por delante supera la red a «sin cambio»
forecast-beats_in_no_month = En ninguno de estos { $last } meses por delante supera la red a «sin cambio»
forecast-beats_on_each_day = La red supera a «sin cambio» en cada uno de estos { $last } días por delante
forecast-beats_in_each_week = La red supera a «sin cambio» en cada una de estas { $last } semanas por delante
forecast-beats_in_each_month = La red supera a «sin cambio» en cada uno de estos { $last } meses por delante
forecast-beats_at_first = En { $first } la red supera a «sin cambio»; más adelante, no
forecast-beats_up_to = Hasta { $end } la red supera a «sin cambio»; más adelante, no
forecast-beats_on_these_days = La red supera a «sin cambio» en { $these }, y en ningún otro de estos { $last } días por delante
forecast-beats_in_these_weeks = La red supera a «sin cambio» en { $these }, y en ninguna otra de estas { $last } semanas por delante
forecast-beats_in_these_months = La red supera a «sin cambio» en { $these }, y en ningún otro de estos { $last } meses por delante
forecast-worse_on_all = { $beats }: en todos es peor.
forecast-worse_on = { $beats }; en { $these } es peor.

forecast-days = { $count ->
    [one] { $count } día
   *[other] { $count } días
}
forecast-weeks = { $count ->
    [one] { $count } semana
   *[other] { $count } semanas
}
forecast-months = { $count ->
    [one] { $count } mes
   *[other] { $count } meses
}
forecast-error_is_level = El error es el mismo se mueva la línea adonde se mueva, porque nada en ella cambia.
forecast-no_echo = La línea encaja mejor donde está: no es un eco del pasado.
forecast-echo_of_yesterday = La línea encaja mejor 1 día antes, con { $saving } menos de error: va 1 día tarde, un eco del precio de ayer. Dos líneas que parecen próximas en un gráfico pueden ser justo eso.
forecast-echo_of_last_week = La línea encaja mejor 1 semana antes, con { $saving } menos de error: va 1 semana tarde, un eco del precio de la semana pasada. Dos líneas que parecen próximas en un gráfico pueden ser justo eso.
forecast-echo_of_last_month = La línea encaja mejor 1 mes antes, con { $saving } menos de error: va 1 mes tarde, un eco del precio del mes pasado. Dos líneas que parecen próximas en un gráfico pueden ser justo eso.
forecast-runs_late = La línea encaja mejor { $distance } antes, con { $saving } menos de error: va { $distance } tarde, como le pasa a un promedio de precios pasados.
forecast-runs_early = La línea encaja mejor { $distance } después, con { $saving } menos de error: va { $distance } adelantada, lo que ningún pronóstico hace con motivo. Tómelo por azar.
forecast-few_days_to_compare = { $count ->
    [one] Con solo { $count } día que comparar, puede ser azar.
   *[other] Con solo { $count } días que comparar, puede ser azar.
}
forecast-few_weeks_to_compare = { $count ->
    [one] Con solo { $count } semana que comparar, puede ser azar.
   *[other] Con solo { $count } semanas que comparar, puede ser azar.
}
forecast-few_months_to_compare = { $count ->
    [one] Con solo { $count } mes que comparar, puede ser azar.
   *[other] Con solo { $count } meses que comparar, puede ser azar.
}
forecast-under_one_percent = menos del 1 %
forecast-list_end = { $rest } y { $last }

## The panel that leads through a lesson, the list of lessons, and a teacher's link.

guide-step_of_lesson = { $lesson }, paso { $step } de { $steps }
guide-steps = Pasos de la lección
guide-done = Hecho.
guide-came_out_otherwise = Aquí sale de otro modo: la lección habla de sus propios precios y ajustes.
guide-not_there_yet = Esa parte de la página todavía no está: aparece tras un entrenamiento.
guide-i_have_looked = Ya lo he mirado
guide-next = Siguiente
guide-show_me_where = Mostrar dónde
guide-back = Atrás
guide-skip = Omitir
guide-leave = Salir de la lección
guide-finished = Ha terminado «{ $lesson }».
guide-next_lesson = Siguiente: { $lesson }
guide-close = Cerrar
guide-you_guess = Su apuesta: { $answer }.
guide-guessed_right = Su apuesta: { $answer }. Así es.
guide-guessed_otherwise = Su apuesta: { $answer }. Lo correcto: { $right }.

guide-hint = Cada una le guía por la página en pocos minutos, con precios y ajustes propios; los suyos vuelven al final. Un paso está hecho cuando usted lo ha hecho. Salga cuando quiera.
guide-running = En curso
guide-start = Empezar
guide-go_on = Continuar en el paso { $step }

guide-for_teachers = Para docentes: un enlace para su clase
guide-link_hint = El enlace abre la página con los precios y los ajustes de este momento, con una lección si elige una, y sin lo que usted marque. Su clase siempre puede volver a mostrarlo.
guide-lesson = Lección
guide-none = Ninguna
guide-hide = Ocultar
guide-copy_link = Copiar enlace de la lección
guide-link_hides = Este enlace oculta partes de la página.{ " " }
guide-show_everything = Mostrar todo

## The visitor's own prices: a file chosen, dropped or pasted, and how it is read.

import-title = Sus propios precios
import-what_it_takes = Cualquier tabla de fechas y precios, o la respuesta guardada de un servicio de precios: elíjala, suéltela en cualquier lugar de esta página o péguela. Se lee aquí y no se envía a ninguna parte.
import-file = Archivo de precios
import-paste_instead = Pegar precios en su lugar
import-prices_to_read = Precios que leer
import-example =
    Fecha;Cierre
    02/01/2024;185,64
    03/01/2024;184,25
import-read_pasted = Leer los precios pegados
import-drop_here = Suelte el archivo para leer sus precios, o un modelo entrenado

import-is_it = ¿Se lee{ " " }
import-read_as_it_should_be = { " " }como es debido?
import-how_it_is_read = Cómo se lee el archivo
import-separated_by = Celdas separadas por
import-decimal_mark = Separador decimal
import-date_order = Orden de la fecha
import-date_column = Columna de fechas
import-close_column = Columna de cierres
import-ticker = Valor
import-not_found = no encontrada
import-use_these = Usar estos precios
import-leave = Descartar este archivo
import-which_file = { $name } contiene { $count } archivos de precios. ¿Cuál hay que leer?
import-packed_file = Archivo dentro del comprimido
import-open_packed = Abrir este archivo
import-hold_all = Guardar los { $count } para un estudio
import-leave_archive = Dejar este comprimido

import-first_and_last_rows = Primeras y últimas filas del archivo
import-line = Línea
import-date_read = Fecha leída
import-price_read = Precio leído
import-column = Columna { $number }
import-more_rows = { $count ->
    [one] … { $count } fila más …
   *[other] … { $count } filas más …
}
import-cannot_be_read = no se puede leer

## Looking inside the network: what its units compute, and why a window cannot be followed.

inspect-input_gate = puerta de entrada
inspect-forget_gate = puerta de olvido
inspect-candidate = candidato
inspect-output_gate = puerta de salida
inspect-cell_state = estado de la celda
inspect-hidden_state = estado oculto

## The forecast journal in a sentence.

journal-nothing_kept = Todavía no se ha guardado ningún pronóstico.
journal-waiting = { $count ->
    [one] { $count } pronóstico espera su día.
   *[other] { $count } pronósticos esperan su día.
}
journal-more_waiting = { $count ->
    [one] { $count } más espera su día.
   *[other] { $count } más esperan su día.
}
journal-scored = { $count ->
    [one] { $count } pronóstico: { $inside } dentro del intervalo del 80 %, { $closer } más cerca que «sin cambio».
   *[other] { $count } pronósticos: { $inside } dentro del intervalo del 80 %, { $closer } más cerca que «sin cambio».
}

## The lessons: each its title and promise, then its steps, a title and what to do.

lessons-train_it = Entrénela
lessons-will_it_beat = ¿Superará a «mañana = hoy»?
lessons-yes_it_beats = Sí
lessons-no_it_does_not = No

lessons-looks_perfect = Parece perfecto
lessons-looks_perfect_promise = Por qué un pronóstico puede coincidir con los precios y no valer nada.
lessons-without_memory = Un mundo sin memoria
lessons-without_memory_do = Este paseo aleatorio da cada paso a cara o cruz. Nada en su pasado dice adónde irá después.
lessons-like_tutorials = Entrene como la mayoría de los tutoriales
lessons-like_tutorials_do = La receta «Notebook» pronostica el precio mismo y escala con todo el historial. Pulse «Entrenar».
lessons-admire = Admire el resultado
lessons-admire_do = Las dos líneas casi se tapan, y muchos artículos se quedan ahí. Amplíe hasta distinguir días sueltos.
lessons-which_moves_first = ¿Cuál de las dos líneas se mueve primero?
lessons-actual_moves_first = Lo que ocurrió
lessons-predicted_moves_first = El pronóstico
lessons-read_the_verdict = Lea el veredicto
lessons-read_the_verdict_do = Nadie puede pronosticar un cara o cruz mejor que «mañana = hoy», y el veredicto compara justamente con eso. Lo que parecía perfecto vale, como mucho, lo mismo que no decir nada. Los números están en «¿Por qué?».

lessons-slide_it = Desplácelo
lessons-slide_it_promise = Cómo descubrir un pronóstico que solo repite el ayer.
lessons-price_forecast = Obtenga un pronóstico del precio mismo
lessons-price_forecast_do = Esto es un paseo aleatorio, y la receta «Notebook» pronostica el precio mismo. Pulse «Entrenar».
lessons-a_day_back = Mueva la línea un día atrás
lessons-a_day_back_do = Mueva la línea predicha un día hacia atrás, con el control deslizante o con la tecla de flecha izquierda, y observe el error.
lessons-what_will_the_error_do = ¿Qué hará el error?
lessons-error_rises = Subir
lessons-error_falls = Bajar
lessons-best_fit = ¿Dónde encaja mejor?
lessons-best_fit_do = Cada barra es el error en una posición. Un pronóstico que sabe algo encaja mejor donde está. Este encaja mejor un día antes: repite el último precio que vio, un eco.
lessons-put_it_back = Devuélvala a su sitio
lessons-put_it_back_do = Devuelva la línea a donde estaba. Desde ahora, desplace cualquier pronóstico que parezca demasiado bueno, lo encuentre donde lo encuentre.

lessons-find_the_leak = Encuentre la fuga
lessons-find_the_leak_promise = Qué pasa cuando la respuesta se cuela en la pregunta.
lessons-start_clean = Empiece limpio
lessons-start_clean_do = Pulse «Entrenar». Los días de prueba vienen después de todos los de entrenamiento, como el futuro.
lessons-open_a_leak = Abra una fuga
lessons-open_a_leak_do = Perdió por mucho: los precios fueron adonde la red nunca había estado. Active ahora «Dividir al azar». Los días de prueba quedan entre días de entrenamiento, así que la red ha visto lo que vino justo antes y justo después.
lessons-train_with_leak = Entrene con la fuga
lessons-train_with_leak_do = Pulse otra vez «Entrenar» y espere el veredicto.
lessons-measure_it = Mida qué cambió
lessons-measure_it_do = Ambas ejecuciones están en la lista. Con la fuga el error es menos de la mitad, y sin embargo la red no pronostica mejor: la respuesta estaba en la pregunta. Usted lo ha medido en vez de creerlo.
lessons-close_the_leak = Cierre la fuga
lessons-close_the_leak_do = Desactívela. Una puntuación solo vale algo si nada de la respuesta estaba en la pregunta.

lessons-predict_returns = Prediga rendimientos
lessons-predict_returns_promise = La pregunta que no se puede responder copiando.
lessons-ask_for_change = Pregunte por el cambio
lessons-ask_for_change_do = Elija la receta «Honesta». Pronostica el rendimiento, el cambio porcentual de hoy a mañana. Copiar el precio de hoy no responde a eso.
lessons-train_honest_do = Pulse «Entrenar». La mejor época se elige en un bloque de validación, así que puede acabar antes.
lessons-a_tie = Un empate es la respuesta correcta
lessons-a_tie_do = La red aprendió que el mejor pronóstico de un cara o cruz es que nada cambie. Empata con «mañana = hoy», y esa es la verdad sobre este mundo.

lessons-how_sure = ¿Con qué seguridad?
lessons-how_sure_promise = Un pronóstico con un rango que cumple su palabra.
lessons-a_forecast = Obtenga un pronóstico
lessons-a_forecast_do = Pulse «Entrenar»: la receta «Honesta», con un paseo aleatorio.
lessons-promises = Lea las promesas
lessons-promises_do = Cada línea es un rango que debe contener el 50, el 80 o el 95 % de los días. Su ancho sale de los errores en días de los que la red no aprendió.
lessons-promises_kept = Compruebe si se cumplieron
lessons-promises_kept_do = La columna «Contuvo» lo cuenta en los días de prueba: cada rango contuvo más o menos lo que debía. Uno que debía contener el 80 % y contuvo el 60 % habría estado demasiado seguro de sí mismo.
lessons-wilder_world = Pruebe un mundo más agitado
lessons-wilder_world_do = Elija «Agrupamientos de volatilidad», donde la calma y la tormenta se alternan.
lessons-train_there = Entrene allí
lessons-train_there_do = Pulse «Entrenar» y espere la misma tabla.
lessons-who_adapts = ¿Qué método se adapta?
lessons-who_adapts_do = Compare otra vez los dos métodos. El adaptativo se acerca más a lo que debía contener; un mismo ancho para todos los días no puede seguir la tormenta.
lessons-tomorrow_range = Mañana, con su rango
lessons-tomorrow_range_do = El pronóstico para el próximo día también lleva su rango. Quien le dice un precio sin rango no le ha dicho lo seguro que está.

lessons-when_it_works = Cuando sí funciona
lessons-when_it_works_promise = Una red supera a «mañana = hoy» donde hay algo que aprender.
lessons-rhythm = Tome un mundo con ritmo
lessons-rhythm_do = Elija «Onda estacional con ruido»: una onda que se repite bajo el ruido.
lessons-train_for_verdict_do = Pulse «Entrenar» y espere el veredicto.
lessons-it_beats_it = Lo supera, y por cuánto
lessons-it_beats_it_do = Esta vez gana la red, y la diferencia es mayor que el azar. En «Métricas» está además lo mejor que cualquiera podría alcanzar en este mundo: ¿cuánto se acercó?

lessons-knows_something = ¿Sabe algo?
lessons-knows_something_promise = Por qué un empate puede ocultar un pronóstico que sabe algo.
lessons-weak_pull = Precios con una correa floja
lessons-weak_pull_do = Lo que está lejos de su nivel vuelve aquí poco a poco, una vigésima parte del camino al día. Todo lo demás del movimiento de un día es azar, muchas veces más fuerte.
lessons-whole_truth = ¿Es un empate toda la verdad?
lessons-whole_truth_do = Por sus errores no es mejor de lo que lo haría el azar. Pero estimar tiene su propio precio: quien estima yerra también por eso.
lessons-does_it_know = ¿Sabe algo de todos modos?
lessons-two_questions = Dos preguntas, dos respuestas
lessons-two_questions_do = Lo que sabe es menos de lo que le cuesta estimar, y por eso empata según sus errores. La segunda línea del veredicto pregunta otra cosa: ¿se inclinan sus pronósticos hacia lo que ocurrió, más que por azar y más que por una deriva constante? Sí.
lessons-what_is_it_worth = ¿Cuánto vale?
lessons-what_is_it_worth_do = Mueva el coste de una operación. Una señal tan débil opera a menudo y gana poco cada vez: saber algo todavía no es cobrar por ello.

lessons-more_inputs = ¿Más entradas?
lessons-more_inputs_promise = Cuándo ayuda leer más, y cómo averiguarlo.
lessons-prices_alone = Solo precios
lessons-prices_alone_do = En este mundo, un volumen inusual hoy mueve el precio de mañana. La red solo lee precios pasados. Pulse «Entrenar».
lessons-nothing_in_prices = Nada en los precios
lessons-nothing_in_prices_do = Un empate: lo que mueve estos precios no está en ellos, y ninguna red encuentra lo que no se le muestra.
lessons-read_the_volume = Que lea el volumen
lessons-read_the_volume_do = En «Entradas», marque «volumen». Es un segundo número de cada día, escalado solo con las filas de entrenamiento.
lessons-train_again = Entrenar otra vez
lessons-it_was_in_the_volume = Estaba en el volumen
lessons-it_was_in_the_volume_do = Los mismos días, la misma red, un número más por día: ahora gana. En «Métricas» están también el pronóstico lineal, que lee lo mismo, y lo mejor que alguien podría alcanzar.
lessons-which_input = ¿Qué entrada fue?
lessons-which_input_do = Elija el volumen en «Más en»: las barras dicen en qué día cuenta. Con precios reales, marque una entrada cada vez y deje que se cuenten todas sus miradas: una de muchas ayuda por azar.

lessons-how_far_back = ¿Hasta dónde?
lessons-how_far_back_promise = Qué pueden traer del pasado una LSTM y una RNN simple, y cómo verlo.
lessons-an_old_echo = Un eco de hace quince días
lessons-an_old_echo_do = En este mundo cada movimiento vuelve quince días después, con seis décimas de su tamaño. La ventana tiene veinte días: a la red, una LSTM, se le muestra todo lo que necesita. Pulse «Entrenar».
lessons-hardly_heard = Apenas oído
lessons-hardly_heard_do = Gana, pero por poco: su error pasa de nueve décimas del de «mañana = hoy», y se podría llegar a ocho. Se le mostró el eco y sacó poco de él.
lessons-plain_cell = Tomar la celda simple
lessons-plain_cell_do = En «Celda», elija RNN: una capa tanh sin puertas, con la cuarta parte de los números que tiene que aprender una LSTM.
lessons-train_plain_cell_do = Los mismos días, la misma semilla, los mismos ajustes. Pulse «Entrenar» y espere el veredicto.
lessons-who_remembers = Los libros dicen que una RNN simple olvida. ¿Cuál tendrá aquí el error menor?
lessons-the_lstm = La LSTM
lessons-the_plain_cell = La RNN simple
lessons-it_remembers = Recuerda
lessons-it_remembers_do = El error de la celda simple es menor en una décima parte o más. Importa cómo empieza una celda: la matriz recurrente de la RNN empieza ortogonal y transmite un estado con toda su longitud; las puertas de olvido de la LSTM empiezan medio abiertas, y tras quince mitades no queda casi nada.
lessons-see_it_travel = Ver viajar el error
lessons-see_it_travel_do = «Paso adelante» recorre la ventana y trae el error de vuelta; en el paso 6 de 20 está el eco. «Entrenar todas las celdas» pone las otras al lado. Después dé a la LSTM un «Sesgo de la puerta de olvido» de 1, entrénela y compare en «Ejecuciones».

lessons-what_gates_are_for = Para qué sirven las puertas
lessons-what_gates_are_for_promise = Qué conserva una puerta de olvido abierta y qué pierde una celda simple.
lessons-an_older_echo = Un eco de hace cuarenta días
lessons-an_older_echo_do = Ahora cada movimiento vuelve cuarenta días después, y la ventana tiene cuarenta y cinco. Las puertas de olvido de la LSTM empiezan casi abiertas, con un sesgo de 3: un recuerdo se apaga un 5 % al día, y tras cuarenta días queda una séptima parte. Pulse «Entrenar».
lessons-it_was_kept = Se conservó
lessons-it_was_kept_do = Gana. Los treinta y nueve días más nuevos de la ventana no dicen nada de mañana; lo que sí dice está antes, y la celda lo llevó a través de todos ellos.
lessons-it_is_lost = Perdido en el camino
lessons-it_is_lost_do = Empate: sus pronósticos no valen más que el último precio. La celda simple escribe de nuevo todo su estado cada día, con la misma matriz y una tanh, y tras cuarenta días el eco ha desaparecido. Para eso sirven las puertas: lo que se multiplica por casi uno se apaga despacio.
lessons-see_it_fade = Ver dónde se apaga
lessons-see_it_fade_do = «Paso adelante» recorre la ventana y trae el error de vuelta; en el paso 6 de 45 está el eco. «Entrenar todas las celdas» pone las otras al lado. Después elija la LSTM con un «Sesgo de la puerta de olvido» de 0, entrénela y vea qué hacen de cuarenta días unas puertas medio abiertas.

## How an LSTM works, in words beside its equations. Where a word is set apart, the sentence comes in
## pieces, up to it and from it on.

lstm-lead_before = Lo que significa un precio depende de los precios anteriores. Una red{ " " }
lstm-recurrent = recurrente
lstm-lead_after = { " " }está hecha para eso: lee un día cada vez, y después de cada día se pasa a sí misma una nota sobre lo que ha visto hasta entonces.

lstm-one_cell = Una celda, usada de nuevo cada día
lstm-chain = Con una ventana de veinte días, la misma celda se ejecuta veinte veces. Sus pesos no cambian de un día a otro; solo cambian su entrada y su memoria. Dibujada una vez por día, como aquí, el bucle se convierte en una cadena, y la salida del último eslabón es el pronóstico.
lstm-vanishing_before = Una celda recurrente simple tiene una sola capa y reescribe cada día toda su nota. Para aprender, un error debe retropropagarse a través de todas esas reescrituras, y en cada una se multiplica por un número muy parecido. Redúzcalo a la mitad veinte veces y queda menos de una millonésima: el error{ " " }
lstm-vanishes = se desvanece
lstm-vanishing_after = , y la celda nunca aprende que importaba algo de hace tres semanas.

lstm-the_cell = La celda: una línea de memoria y cuatro pequeñas capas
lstm-history_before = Sepp Hochreiter y Jürgen Schmidhuber respondieron a esto en 1997 con la{ " " }
lstm-long_short_term_memory = memoria larga a corto plazo
lstm-memory_and_output = , la LSTM. Su celda guarda dos cosas: una salida{ " " }
lstm-output_and_state = , que los demás ven, y un{ " " }
lstm-cell_state = estado de la celda
lstm-state_after = , que recorre en línea recta la parte alta del dibujo. Nada comprime el estado de la celda en su camino; solo se escala un poco y se le suma algo.
lstm-layers_before = Cuatro pequeñas capas deciden qué le ocurre. Las cuatro leen las mismas dos cosas: la entrada de hoy{ " " }
lstm-input_and_output = { " " }y la salida de ayer{ " " }
lstm-output_and_gates = . Tres de ellas son{ " " }
lstm-gates = puertas
lstm-gates_after = : la función σ (sigmoide) lleva sus valores entre 0, cerrada, y 1, abierta. La cuarta propone contenido nuevo entre −1 y 1, mediante tanh.
lstm-signs = En el dibujo, × y + actúan número por número; también ⊙ en las fórmulas de abajo. Donde se encuentran líneas, varias capas leen los valores.

lstm-four_steps = Cuatro pasos por la celda
lstm-forget = Olvidar
lstm-forget_gate = ¿Qué parte de la memoria antigua merece aún conservarse? La puerta de olvido da a cada número del estado de la celda una proporción entre 0, descartarlo, y 1, conservarlo. La celda de 1997 no tenía esa puerta y solo podía acumular; Felix Gers, Jürgen Schmidhuber y Fred Cummins la añadieron en 2000.
lstm-input = Entrada
lstm-input_gate = ¿Cuánto de hoy conviene anotar? En un día como cualquier otro, la puerta de entrada puede quedar casi cerrada; en un día que cambia el panorama, se abre.
lstm-candidate = Candidato
lstm-candidate_layer = ¿Qué hay que escribir? El candidato es el contenido que la puerta de entrada deja pasar. Con él se actualiza la memoria: conservar una parte de lo antiguo, añadir una parte de lo nuevo.
lstm-output = Salida
lstm-output_gate = ¿Qué parte de la memoria sirve ahora mismo? La puerta de salida la escoge, y el resultado pasa al día siguiente, a la capa siguiente y, tras el último día, al pronóstico. Lo que no se muestra no se pierde: permanece en el estado de la celda.

lstm-why_it_lasts = Por qué dura la memoria
lstm-one_multiplication = Siga un error hacia atrás por la línea de memoria. Entre el estado de la celda de ayer y el de hoy hay una sola multiplicación, por la puerta de olvido:
lstm-learned_gate = Mientras la puerta se mantiene cerca de 1, el error pasa casi entero, a lo largo de veinte días como de uno. Y la puerta se aprende: la celda descubre por sí misma qué llevar mucho tiempo y qué dejar ir. (Los errores también fluyen por las puertas; esos caminos se apagan como en una celda simple.)

lstm-in_this_network = En la red de esta página
lstm-matrices_before = Las cuatro capas comparten una matriz apilada para la entrada y otra para la salida anterior, con las puertas en el orden{ " " }
lstm-matrices_after = , como en PyTorch: un solo producto da las cuatro a la vez. Se apilan dos de estas capas, con 32 números de memoria cada una salvo que usted lo ajuste de otro modo; la segunda lee lo que da la primera, día a día. Nada de esto hace predecibles los precios. Una LSTM solo puede recordar lo que ayuda, y si algo ayuda es lo que mide el veredicto de arriba.
lstm-sources = Fuentes
lstm-authors_of_1997 = S. Hochreiter y J. Schmidhuber (1997).{ " " }
lstm-authors_of_2000 = F. A. Gers, J. Schmidhuber y F. Cummins (2000).{ " " }

## The drawing of the chain. Its words are short: they have little room.

lstm-chain_title = La cadena recurrente, desplegada en el tiempo
lstm-chain_description = La misma celda dibujada una vez por día, del día 1 al día 20. Cada celda lee desde abajo el precio de su día y pasa su memoria a la celda del día siguiente. La salida de la última celda da el pronóstico para el día 21.
lstm-day = día { $day }
lstm-memory = memoria
lstm-forecast_for = pronóstico del día { $day }

## The drawing of the cell.

lstm-cell_title = La celda LSTM con sus cuatro capas que interactúan
lstm-cell_description = Por la parte alta corre el estado de la celda, desde el día anterior hasta hoy: primero se multiplica por la salida de la puerta de olvido y después se le suma el producto de la puerta de entrada y el candidato. Debajo, cuatro pequeñas capas leen la salida anterior y la entrada de hoy. A la derecha, el nuevo estado de la celda pasa por tanh y se multiplica por los valores de la puerta de salida; el resultado es la salida de hoy, que pasa al día siguiente.
lstm-memory_line = estado de la celda: la línea de memoria
lstm-todays_input = entrada de hoy
lstm-draw_forget = olvido
lstm-draw_input = entrada
lstm-draw_candidate = candidato
lstm-draw_output = salida

## Prices: what they are called, where they come from, what is odd about them.

market-daily = Diaria
market-weekly = Semanal
market-monthly = Mensual
market-close = Cierre
market-adjusted_close = Cierre ajustado

market-pasted_prices = Precios pegados
market-daily_from_alpha_vantage = { $symbol }, diario, de Alpha Vantage
market-weekly_from_alpha_vantage = { $symbol }, semanal, de Alpha Vantage
market-monthly_from_alpha_vantage = { $symbol }, mensual, de Alpha Vantage

market-no_symbol = No se ha indicado ningún símbolo: escriba uno, como IBM o TSCO.LON.
market-symbol_too_long = Un símbolo tiene como mucho { $most } caracteres: escriba uno como IBM o TSCO.LON.
market-not_in_a_symbol = Un símbolo no puede contener «{ $character }»: use solo letras, cifras y . - ^ =.
market-no_pair = Un par son dos códigos con una barra en medio: escriba uno como EUR/USD o BTC/USD.

market-extent = { $count ->
    [one] 1 fila del { $from } al { $to }.
   *[other] { $count } filas del { $from } al { $to }.
}
market-out_of_order = { $count ->
    [one] 1 fila estaba fuera del orden de fechas y se ha colocado en su sitio.
   *[other] { $count } filas estaban fuera del orden de fechas y se han colocado en su sitio.
}
market-row_left_out = Se omitió la línea { $line }: { $reason }.
market-rows_left_out = Se omitieron { $count } filas, la primera en la línea { $line }: { $reason }.
market-bad_date = su fecha no se puede leer
market-price_missing = falta su precio
market-price_no_number = su precio no es un número
market-price_not_positive = su precio no es mayor que cero
market-too_many_cells = tiene más celdas que columnas la tabla
market-odd_left_out =
    { $rows ->
        [one] Se omitió { $rows } fila con un precio extraño, el { $first }.
       *[other] Se omitieron { $rows } filas con precios extraños, la primera el { $first }.
    }
market-odd_corrected =
    { $rows ->
        [one] En { $rows } fila con un precio extraño se movió la coma decimal, el { $first }.
       *[other] En { $rows } filas con precios extraños se movió la coma decimal, la primera el { $first }.
    }
market-date_twice = Había dos filas para el { $date }; se conservó la última.
market-dates_repeated = { $count } filas repetían una fecha, la primera el { $first }; se conservó la última fila de cada fecha.

market-gap = Hay un hueco de { $days } días entre el { $from } y el { $to }; el pronóstico lo salta como si fuera { $one }.
market-gaps = Hay { $count } huecos, el más largo de { $days } días entre el { $from } y el { $to }; el pronóstico salta cada uno como si fuera { $one }.
market-one_trading_day = un solo día de cotización
market-one_week = una sola semana
market-one_month = un solo mes
market-gap_of_weekdays = Hay un hueco de { $days } días laborables entre el { $from } y el { $to }.
market-gaps_of_weekdays = Hay { $count } huecos, el más largo de { $days } días laborables entre el { $from } y el { $to }.
market-on_weekends = { $count ->
    [one] 1 fila cae en fin de semana.
   *[other] { $count } filas caen en fin de semana.
}
market-never_closed = Este mercado también cotiza los fines de semana.
market-one_price = Todas las filas tienen el precio { $price }: no hay nada que pronosticar, y ningún pronóstico se puede juzgar con él.
market-spike = El { $date } el valor de { $kind } es { $value }, mientras que en las filas anterior y siguiente es de unos { $usual }: lo más probable es que sea un número erróneo.
market-spikes = { $count } precios no concuerdan con las filas anterior y siguiente, lo más probable es que sean números erróneos: el primero, el { $date }, el valor de { $kind } { $value } (antes, { $usual }).
market-far_move = El { $date } el precio se mueve un { $percent }, mucho más de lo habitual: un número erróneo pesaría mucho en lo que se aprende y se puntúa.
market-far_moves = { $count } movimientos superan con mucho los habituales, el mayor de { $percent } el { $date }: un número erróneo entre ellos pesaría mucho en lo que se aprende y se puntúa.
market-adjusted_alone = El { $date } el cierre ajustado da un salto y el cierre no: el ajuste parece erróneo ahí.
market-often_adjusted_alone = En { $count } días, el primero el { $date }, el cierre ajustado da un salto y el cierre no: el ajuste parece erróneo ahí.
market-coarse = Los precios están redondeados a pasos de { $step }, que son un { $percent } de un precio habitual: los movimientos menores se pierden.
market-price_stays = El precio se queda en { $price } durante { $rows } filas, del { $from } al { $to }.
market-price_stands_still = El precio se queda parado { $count } veces, la más larga durante { $rows } filas, del { $from } al { $to }.
market-unfinished_week = La última fila, del { $last }, es de una semana que aún no había terminado.
market-unfinished_month = La última fila, del { $last }, es de un mes que aún no había terminado.

market-jump = El salto del { $date } parece un split { $split } al que estos precios de cierre no están ajustados; con precios ajustados se entrenaría un pronóstico mejor.
market-jumps = { $count ->
    [one] El salto del { $date } (y hay 1 salto más como este) parece un split { $split } al que estos precios de cierre no están ajustados; con precios ajustados se entrenaría un pronóstico mejor.
   *[other] El salto del { $date } (y hay { $count } saltos más como este) parece un split { $split } al que estos precios de cierre no están ajustados; con precios ajustados se entrenaría un pronóstico mejor.
}
market-looks_like_split = Parece un split { $split } el { $date }.
market-may_be_split = Podría ser un split { $split } el { $date }.
market-adjusted_for_split = Los precios anteriores al { $date } están ajustados por un split { $split }.

## Files of a run: their buttons, the run card, and models that are opened again.

model_file-download_model = Descargar modelo
model_file-download_script = Descargar script de PyTorch
model_file-download_predictions = Descargar predicciones (CSV)
model_file-download_run_card = Descargar ficha de la ejecución
model_file-download_scores_csv = Descargar métricas (CSV)
model_file-download_scores_latex = Descargar métricas (LaTeX)
model_file-model_means = Pesos y escalado, como safetensors con los nombres de PyTorch.
model_file-script_means = Carga el modelo en PyTorch y repite las predicciones.
model_file-predictions_mean = Cada precio y lo que se predijo para él.
model_file-run_card_means = La ejecución en palabras, en Markdown, con su enlace.
model_file-scores_csv_means = La tabla de métricas, para una hoja de cálculo.
model_file-scores_latex_means = La tabla de métricas, para un artículo.

## The run card. Its Markdown is the card's own business.

model_file-card_title = Ejecución de Hindcast: { $symbol }
model_file-beats = La red supera a «mañana = hoy»
model_file-signal = La red sabe algo, pero no lo bastante para superar a «mañana = hoy»
model_file-ties = La red empata con «mañana = hoy»
model_file-loses = La red pierde contra «mañana = hoy»
model_file-replay = Repetirla: { $link }
model_file-changed_by_hand = { $changes }, así que su enlace no repite esta ejecución, solo sus ajustes: { $link }
model_file-data = Datos
model_file-daily = diarios
model_file-weekly = semanales
model_file-monthly = mensuales
model_file-rows = { $rows } filas, del { $first } al { $last }
model_file-blocks = { $training } filas para el entrenamiento, { $validation } para la validación y { $test } para la prueba
model_file-network = Red
model_file-recipe = Receta { $recipe }: objetivo { $target }, escalado { $scaler }, división { $split }, etiqueta { $label }
model_file-recipe_honest = honesta
model_file-recipe_notebook = notebook
model_file-target_return = rendimiento
model_file-target_price = precio
model_file-scaler_train = entrenamiento
model_file-scaler_all = todo
model_file-split_time = por tiempo
model_file-split_random = al azar
model_file-label_next = siguiente
model_file-label_average = promedio
model_file-shape = Ventana { $window }, { $layers } capas { $cell } de { $units } unidades, dropout { $dropout }, { $parameters } parámetros
# kind: Linear or NLinear
model_file-shape_of_linear = Ventana { $window }, una capa lineal ({ $kind }), { $parameters } parámetros
model_file-untrained_weights = los pesos sin entrenar, pues ninguna época fue mejor
model_file-weights_of_epoch = los pesos de la época { $epoch }
model_file-epochs = { $done } épocas de { $planned }
model_file-course = Lote { $batch }, tasa de aprendizaje { $rate }, semilla { $seed }; { $done }, { $weights }
model_file-trained_on_gpu = Entrenada en la GPU con WebGPU ({ $adapter }), { $ms } ms por paso
model_file-trained_on_cpu = Entrenada en la CPU ({ $adapter }), { $ms } ms por paso
model_file-run_on_gpu = Ejecutada en la GPU con WebGPU ({ $adapter }), sin entrenar
model_file-run_on_cpu = Ejecutada en la CPU ({ $adapter }), sin entrenar
model_file-scores = Métricas en los días de prueba
model_file-forecast = pronóstico
model_file-right_direction = dirección acertada
model_file-interval = El intervalo del { $level } %, calibrado con { $calibrated_on }, contuvo el { $coverage } % de los días de prueba y mide { $width } de ancho de media.
model_file-next_day = El próximo día
model_file-next_price = Tras el { $after }, en { $last }: **{ $price }**, con el { $level } % entre { $low } y { $high }.
model_file-files = Archivos de esta ejecución
model_file-model_holds = la red, con los nombres de PyTorch
model_file-script_holds = la carga y repite las predicciones
model_file-predictions_hold = precios y predicciones
model_file-report_holds = el informe, con todo
model_file-no_advice = Con fines educativos; no es asesoramiento.

## Models that were trained before.

model_file-from_a_file = de un archivo, no entrenada aquí
model_file-kept_from_before = guardada de un entrenamiento anterior, no entrenada de nuevo
model_file-comes_from_a_file = Esta red viene de un archivo, { $name }: no se entrenó aquí, sino que se evaluó con estos precios tal como es.
model_file-comes_from_run = Esta es la red de la ejecución { $run } tal como se guardó en este dispositivo: no se entrenó de nuevo.
model_file-the_file = el archivo { $name }
model_file-rows_of = { $what }, { $rows } filas del { $first } al { $last }
model_file-days_of = { $what }, del { $first } al { $last }
model_file-needs = necesita { $wanted }.
model_file-opened_and_needs = El modelo está abierto, y necesita { $wanted }.
model_file-not_its_prices = Estos no son los precios con los que se entrenó el modelo abierto: necesita { $wanted }. Cargue esos precios; el modelo los espera.
model_file-needs_other = El modelo abierto lee también una segunda serie: { $wanted }. Cárguela, pulse «Conservar como segunda serie» en «Precios» y cargue después los precios que pronostica; el modelo los espera.
model_file-another_other = La segunda serie tiene otros precios que aquella con la que se entrenó el modelo abierto: { $wanted }. Cargue aquella, pulse «Conservar como segunda serie» en «Precios» y cargue después los precios que pronostica; el modelo los espera.
model_file-longer_and_scattered = Estos precios han continuado desde que se entrenó el modelo abierto, y sus días de entrenamiento se extrajeron al azar, así que no quedan días de prueba justos. Entrénelo de nuevo.
model_file-corrected_since = Estos precios son de los mismos días que aquellos con los que se entrenó el modelo, pero no los mismos: se corrigieron o ajustaron desde entonces. Sus métricas difieren de las que tenía.
model_file-gone_on = { $count ->
    [one] Estos precios continúan { $count } fila más que aquellos con los que se entrenó el modelo. Se evalúa con el último quinto de todos, así que sus métricas difieren de las que tenía.
   *[other] Estos precios continúan { $count } filas más que aquellos con los que se entrenó el modelo. Se evalúa con el último quinto de todos, así que sus métricas difieren de las que tenía.
}
model_file-unreadable = Este no es un archivo safetensors completo: elija un modelo descargado aquí, o descárguelo de nuevo.
model_file-foreign = Este archivo safetensors contiene una red que no es de Hindcast: elija un modelo descargado aquí.
model_file-damaged = Este modelo no se puede usar, porque hay algo que no está como debe: { $part }. Descárguelo de nuevo de la página que lo entrenó.
model_file-list_of_settings = la lista de ajustes
model_file-list_of_tensors = la lista de tensores
model_file-scaling = el escalado
model_file-length = la longitud
model_file-layout = la disposición

## The network section: the recipe, the leaks, the device, and the drawing of the network.

network-title = Cómo se entrena
network-reset = Restablecer valores
network-settings = Ajustes de la red y de su entrenamiento
network-settings_button = Ajustes
network-summary = ventana { $window } · ocultas { $hidden } · capas { $layers } · lote { $batch }
# The line above of a network whose cell is not the LSTM.
network-summary_of_cell = { $cell } · { $summary }
# cell: Linear or NLinear
network-summary_of_linear = { $cell } · ventana { $window } · lote { $batch }

network-honest = Honesta
network-notebook = Notebook
network-what_honest_does = Pronostica el rendimiento, escala solo con los días de entrenamiento, parte del cambio medio y reserva un bloque de validación que elige la mejor época, si la hay.
network-what_notebook_does = Como lo hacen los tutoriales: pronostica el precio mismo y escala con todo el historial, días de prueba incluidos. Instructiva, y no para fiarse.
network-changed_from_recipe = Cambios respecto a la receta: { $changes }.
network-forecasts_price = pronostica el precio mismo
network-forecasts_return = pronostica el rendimiento
network-scales_on_training = escala solo con las filas de entrenamiento
network-scales_on_all = escala con todo el historial, filas de prueba incluidas
network-splits_at_random = sus filas de prueba se extraen al azar de todo el historial
network-learns_average = aprende un promedio de 5 días en vez del día siguiente
network-reads_known_too_late = lee lo que solo se sabe cuando ha terminado el día que pronostica

network-automatic = Automático
network-what_automatic_is = Una tarjeta gráfica real donde el navegador ofrezca una; si no, la CPU.
network-what_webgpu_is = La tarjeta gráfica a través de WebGPU, aunque sea una emulada y lenta.
network-what_cpu_is = El procesador. La misma semilla da las mismas pérdidas hasta la última cifra.

network-leaks = Fugas para probar
network-what_leaks_do = Cada una deja entrar algo de la respuesta en la pregunta. Entrene sin ella y después con ella: «Ejecuciones» dice qué cambió en este historial, también donde no cambió nada.
network-leak_scaler = Escalar con todo el historial
network-leak_split = Dividir al azar
network-leak_label = Aprender un promedio de 5 días
network-leak_lookahead = Leer lo que se sabe demasiado tarde

network-window = Ventana
network-window_shape = { $count ->
    [one] { $count } día, 1 número
   *[other] { $count } días, 1 número cada uno
}
network-window_shape_of_several = { $count } días, { $numbers } números cada uno
network-first_linear = Linear { $inputs } → { $outputs }, ReLU
network-last_linear = Linear { $inputs } → { $outputs }
# Around the layer of NLinear: a name, and below it what comes out.
network-less_last_day = Menos el último día
network-less_last_day_shape = cada día, menos el último
network-and_last_day = Y el último día
network-and_last_day_shape = su propio valor encima
network-numbers_a_day = { $count ->
    [one] { $count } número por día
   *[other] { $count } números por día
}
network-last_day = Último día
network-last_days_joined = El último día de cada una, unidos
network-numbers = { $count ->
    [one] { $count } número
   *[other] { $count } números
}
network-dropout_shape = { $percent } % puesto a cero, solo al entrenar
network-next_days = { $count ->
    [one] el próximo día, 1 número
   *[other] los próximos { $count } días, { $count } números
}
network-learns_nothing = no aprende nada
network-to_learn = { $number } por aprender
network-numbers_to_learn = números por aprender.

## Notices: what happened, and what to do next. And the place of a part that did not load.

## Parts of the page.

notices-part_did_not_load = Una parte de esta página no se cargó, así que no se ha hecho nada. Compruebe la conexión e inténtelo de nuevo; si eso no ayuda, recargue la página: puede que se haya actualizado desde que la abrió.
notices-results_did_not_load = Esta parte de la página no se cargó. Compruebe la conexión e inténtelo de nuevo; si eso no ayuda, recargue la página: puede que se haya actualizado desde que la abrió.
notices-try_again = Intentar de nuevo

## Links.

notices-link_to_symbol = Este enlace trata de los precios de { $symbol }. Introduzca su clave gratuita de Alpha Vantage y pulse «Cargar precios».
notices-link_waits = Este enlace trata de los precios de { $symbol }. Un enlace no gasta por sí solo ninguna solicitud de su clave.
notices-link_to_file = Este enlace trata de precios del archivo { $name }, que un enlace no puede llevar consigo. Abra ese archivo en «Precios», o elija otra fuente.
notices-other_wanted = Estos ajustes leen también una segunda serie que no está aquí: { $wanted }. Cárguela en «Precios», pulse «Conservar como segunda serie» y cargue después los precios que pronosticar.
notices-link_while_training = Hay un entrenamiento en curso. Deténgalo y abra el enlace de nuevo.
notices-link_while_studying = La red se está entrenando una y otra vez bajo el veredicto. Cancele eso y abra el enlace de nuevo.

## Files of prices.

notices-file_while_training = Hay un entrenamiento en curso. Deténgalo o cancélelo y abra los precios de nuevo.
notices-use_while_training = Hay un entrenamiento en curso. Deténgalo o cancélelo y pulse «Usar estos precios» de nuevo.
notices-file_not_readable = El navegador no pudo leer este archivo: puede que se haya movido o cambiado. Elíjalo de nuevo.
notices-file_leaves_a_question = Este archivo deja una duda: vea en «Precios» cómo se leyó, corríjalo si hace falta y pulse «Usar estos precios».
notices-archive_leaves_a_question = Este comprimido contiene { $count } archivos de precios: elija uno en Precios.
notices-no_file_dropped = Lo que ha soltado no es un archivo: suelte un archivo de precios, como un CSV, o un modelo entrenado.
notices-too_many_files = Se soltaron { $count } archivos. Suelte uno para abrirlo, o de 2 a 20 para entrenar con ellos juntos.
notices-files_held = Hay { $count } archivos a la espera. «¿Se sostiene?» entrena con ellos juntos; suelte uno solo para abrirlo.

## Models.

notices-model_while_training = Hay un entrenamiento en curso. Deténgalo o cancélelo y abra el modelo de nuevo.
notices-model_too_large = Este archivo es mucho mayor que cualquier modelo entrenado aquí: elija un modelo descargado aquí.
notices-model_waits_for_symbol = Introduzca su clave gratuita de Alpha Vantage y pulse «Cargar precios»: el modelo los espera.
notices-model_waits_for_file = Abra ese archivo en «Precios»: el modelo lo espera.

## Saving.

notices-report_not_saved = No se pudo guardar el informe. Permita las descargas de esta página e inténtelo de nuevo.
notices-file_not_saved = No se pudo guardar el archivo. Permita las descargas de esta página e inténtelo de nuevo.

## What is kept on the device.

notices-nothing_is_kept = Este navegador no guarda nada de esta página: su almacenamiento está lleno o desactivado. Las ejecuciones y sus redes siguen ahí hasta que cierre esta pestaña; descargue lo que quiera conservar.
notices-network_not_readable = No se pudo leer de este dispositivo la red de esta ejecución: pulse «Recuperar» y entrénela de nuevo.
notices-resume_while_busy = Hay otra cosa en curso. Deténgala o cancélela y pulse «Retomarlo» de nuevo.
notices-interrupted_not_readable = No se pudo leer de este dispositivo el entrenamiento interrumpido. Sus ajustes no se han perdido: entrene de nuevo.
notices-interrupted_needs_prices = El entrenamiento interrumpido necesita los precios con los que empezó: { $prices }. Cárguelos y pulse «Retomarlo» de nuevo.
notices-interrupted_needs_other = El entrenamiento interrumpido lee también una segunda serie que no está aquí o que ahora tiene otros precios: { $wanted }. Cargue aquella con la que empezó, consérvela como segunda serie en «Precios» y pulse «Retomarlo» de nuevo.

## Training.

notices-no_prices = Todavía no hay precios con los que entrenar. Elija una fuente y cárguelos primero.
notices-first_recipe_stopped = Detenido, así que la segunda receta no se entrenó. Pulse «Ejecutar ambas recetas» para empezar de nuevo.
notices-second_recipe_stopped = Detenido durante la segunda receta. El resultado de la primera está en la lista de ejecuciones: marque ambas allí para compararlas tal como están.
notices-partner_is_gone = Esa ejecución ya no está en la lista: elija otra con la que comparar.
notices-still_sealed = El bloque sellado no se pudo evaluar y sigue sellado. { $reason }

## Alpha Vantage.

notices-key_wanted = Introduzca su clave de Alpha Vantage (una gratuita se consigue en un minuto), o pruebe IBM con la clave demo.
notices-key_as_symbol = Eso parece una clave de API, así que no se ha pedido nada. Escriba la clave en el campo «Clave de API» y un símbolo como IBM en «Símbolo».
notices-copies_gone = Las copias, la lista de símbolos recientes y las ejecuciones, redes y pronósticos guardados se han borrado de este dispositivo. Lo que ve permanece hasta que salga de la página.
notices-copies_not_removed = La lista de símbolos recientes se ha borrado, pero este navegador no dejó que la página eliminara las copias de precios, ejecuciones y redes que pueda contener. Para eliminarlas, borre los datos de este sitio en la configuración del navegador, donde aparecen las cookies.
notices-newer_with_key = Introduzca su clave de Alpha Vantage y pulse «Actualizar» para obtener precios más recientes.
notices-newer_by_refresh = Un enlace no gasta por sí solo ninguna solicitud de su clave: pulse «Actualizar» para obtener precios más recientes.
notices-prices_of_a_copy = Estos son los precios de la copia guardada en este dispositivo. { $reason }
notices-prices_of_a_copy_of = Estos son los precios de la copia guardada en este dispositivo, del { $date }. { $reason }
notices-no_copy_kept = Los precios están cargados, pero este navegador no guarda copia de ellos: su almacenamiento para esta página está lleno o desactivado. Hasta que cierre esta pestaña no hace falta pedirlos de nuevo.
notices-recent_only = Alpha Vantage calificó de no válida la solicitud del historial completo de { $symbol }, así que estos son sus últimos { $count } días: bastan para ver cómo funciona, pero son pocos para aprender mucho de ellos.
notices-no_recent_either = Alpha Vantage calificó de no válida la solicitud del historial completo, así que se pidieron los últimos 100 días. { $reason }
notices-days_instead = { $count ->
    [one] { $count } día de cotización de { $symbol } desde el { $first }, { $how }. Un pronóstico es ahora a un día de cotización.
   *[other] { $count } días de cotización de { $symbol } desde el { $first }, { $how }. Un pronóstico es ahora a un día de cotización.
}
notices-weeks_instead = { $count ->
    [one] { $count } semana de { $symbol } desde el { $first }, { $how }. Un pronóstico es ahora a una semana.
   *[other] { $count } semanas de { $symbol } desde el { $first }, { $how }. Un pronóstico es ahora a una semana.
}
notices-months_instead = { $count ->
    [one] { $count } mes de { $symbol } desde el { $first }, { $how }. Un pronóstico es ahora a un mes.
   *[other] { $count } meses de { $symbol } desde el { $first }, { $how }. Un pronóstico es ahora a un mes.
}
notices-adjusted = con ajuste por splits y dividendos
notices-as_traded = tal como se negociaron, sin ajuste por splits ni dividendos
notices-symbol_to_search_for = Escriba una parte del nombre de la empresa en el campo del símbolo y busque.
notices-search_needs_a_key = Buscar por nombre requiere una clave propia de Alpha Vantage (una gratuita se consigue en un minuto): introdúzcala, o escriba el símbolo mismo.

## What surrounds the sections: the top bar, the notice bar, the foot.

page-document_title = Hindcast: ¿supera una LSTM a «mañana = hoy»?
page-document_description = Entrene una LSTM con precios de acciones en su navegador, en su propia GPU, y vea con claridad si sus pronósticos superan a decir que el precio de mañana es el de hoy.
page-skip_to_content = Saltar al contenido
page-lessons = Lecciones
page-how_it_works = Cómo funciona
# Opens colours, language and what the page is.
page-more = Más
page-close_panel = Cerrar: { $panel }
page-copy_link = Copiar enlace
page-link_copied = Enlace copiado
page-copy_by_hand = Este navegador no deja copiar a ninguna página. Este es el enlace:
page-colours = Colores
page-colours_auto = Auto
page-colours_light = Claro
page-colours_dark = Oscuro
page-language = Idioma
page-dismiss_message = Descartar el mensaje
page-load_weekly = Cargar el historial semanal gratuito
page-load_recent = Cargar los últimos 100 días
page-load_symbol = Cargar { $symbol }
page-search_symbol = Buscar «{ $typed }»
page-not_advice = Para aprender, no es consejo.
page-what_it_is = Hindcast muestra cómo pronostica una LSTM y cómo juzgar un pronóstico. Nada de lo que hay aquí es una recomendación de comprar o vender.
page-who_sees_what = Todo se ejecuta en esta pestaña: los precios van de Alpha Vantage a su navegador, la red se entrena en su propio dispositivo y nadie más ve su clave, sus precios ni sus resultados.
page-not_kept = Este navegador no guarda la página: solo se abre mientras haya red.
page-licences = Licencias de aquello de lo que está hecho Hindcast
page-language_did_not_load = No se pudo cargar { $language }: compruebe su conexión y elija el idioma de nuevo.

paid-comes = Tras un entrenamiento: quien hubiera operado los días de prueba según sus pronósticos, junto a quien hubiera mantenido.
paid-scattered = Una división aleatoria ha dispersado los días de prueba por la historia: nadie habría podido operar uno tras otro.
paid-cost = Coste de una operación
paid-cost_is = { $cost } pb
paid-growth_title = En qué se convirtió 1
paid-rules = Las reglas, una junto a otra
paid-rule = Regla
paid-one_became = 1 se convirtió en
paid-sharpe = Sharpe
paid-sharpe_means = Ratio de Sharpe anual: rendimiento medio entre su desviación, sobre un interés de 0
paid-turnover = Rotación
paid-turnover_means = Lo comprado y vendido en total, en unidades de lo que se posee
paid-trades = Operaciones
paid-drawing = Se sortea cuánto lo mueve el azar …
paid-hold = Comprar y mantener
paid-hold_means = siempre dentro
paid-long_flat = Dentro o fuera
paid-long_flat_means = dentro cuando dice «sube», si no, fuera
paid-long_short = Dentro o en corto
paid-long_short_means = dentro cuando dice «sube», en corto cuando dice «baja»
paid-ahead_of_holding = Su ratio de Sharpe menos el de mantener: { $difference }, con un intervalo del 95 % de { $low } a { $high }. Es más de lo que daría la suerte.
paid-behind_holding = Su ratio de Sharpe menos el de mantener: { $difference }, con un intervalo del 95 % de { $low } a { $high }. Es peor de lo que daría el azar.
paid-not_told_from_luck = Su ratio de Sharpe menos el de mantener: { $difference }, con un intervalo del 95 % de { $low } a { $high }. El intervalo contiene el cero: no se distingue de la suerte.
paid-worth_up_to =
    { $trades ->
        [one] Operó { $trades } día y ganó al día más que mantener mientras una operación cueste menos de { $cost } puntos básicos.
       *[other] Operó { $trades } días y ganó al día más que mantener mientras una operación cueste menos de { $cost } puntos básicos.
    }
paid-not_worth_it =
    { $trades ->
        [one] Operó { $trades } día y no ganó al día más que mantener, aunque operar no costara nada.
       *[other] Operó { $trades } días y no ganó al día más que mantener, aunque operar no costara nada.
    }
paid-deflated =
    { $looks ->
        [one] La probabilidad de que su ratio de Sharpe sea más que suerte es { $share } (corregida por { $looks } mirada).
       *[other] La probabilidad de que su ratio de Sharpe supere la de la mejor de { $looks } inútiles es { $share } (corregida por { $looks } miradas).
    }
paid-no_advice = Una prueba del pronóstico y no un consejo: opera al mismo precio del que sale el pronóstico, sin horquilla, impuestos ni intereses.

## Price files: how one is read, what it leaves open, why it gives no prices.

price_file-date = fecha
price_file-open = apertura
price_file-high = máximo
price_file-low = mínimo
price_file-close = cierre
price_file-adjusted_close = cierre ajustado
price_file-volume = volumen
price_file-not_used = no se usa

price_file-decimal_point = punto decimal
price_file-decimal_comma = coma decimal

price_file-commas = comas
price_file-semicolons = puntos y coma
price_file-tabs = tabuladores
price_file-bars = barras verticales
price_file-blanks = espacios

price_file-year_month_day = año, mes, día
price_file-day_month_year = día, mes, año
price_file-month_day_year = mes, día, año
price_file-unix_seconds = segundos desde 1970
price_file-unix_milliseconds = milisegundos desde 1970
price_file-unix_microseconds = microsegundos desde 1970
price_file-unix_nanoseconds = nanosegundos desde 1970
price_file-compact_pattern = AAAAMMDD

price_file-read_as_answer = Leído como: una respuesta de Alpha Vantage.
price_file-read_as_table = Leído como: fecha { $dates }, { $price }, { $mark }, celdas separadas por { $separator }.
price_file-read_as_json = Leído como: JSON, fecha { $dates }, { $price }.
price_file-rows_of_share = Solo se leen las filas de { $share }.
price_file-price_column = { $role } = columna { $column }
price_file-named_price_column = { $role } = columna { $column } («{ $name }»)
price_file-no_price_column = ninguna columna de precios

price_file-doubt_of_tickers = El archivo contiene los precios de { $count } valores ({ $shares }): ¿cuál hay que leer?
price_file-doubt_of_many_tickers = El archivo contiene los precios de { $count } valores ({ $shares }, …): ¿cuál hay que leer?
price_file-doubt_of_minguo = Los años parecen los de la República de China, cuyo año 113 es 2024: ¿son correctas las fechas tal como se muestran?
price_file-doubt_of_buddhist = Los años parecen los del calendario budista, cuyo año 2567 es 2024: ¿son correctas las fechas tal como se muestran?
price_file-doubt_of_closes = Varias columnas llevan el nombre del cierre: ¿está elegida la correcta?
price_file-doubt_of_date_order = Las fechas podrían ser { $read } o { $other }: ¿son correctas tal como se muestran?
price_file-doubt_of_point = Los números se leen con punto decimal, pero podrían leerse de otro modo: ¿son correctos los precios tal como se muestran?
price_file-doubt_of_comma = Los números se leen con coma decimal, pero podrían leerse de otro modo: ¿son correctos los precios tal como se muestran?
price_file-doubt_of_columns = Las columnas no tienen nombres conocidos aquí, así que su significado se ha deducido de sus números: ¿es el cierre la columna correcta?
price_file-doubt_of_price = Ninguna columna parece un precio de cierre: ¿cuál es?

price_file-too_large = Este archivo tiene { $megabytes } MB, y el mayor que se lee aquí tiene { $most } MB: elija un archivo con los precios diarios de una sola acción.
price_file-empty = Este archivo está vacío: elija uno con una columna de fechas y una columna de precios.
price_file-zip = Este archivo es un archivo ZIP: descomprímalo primero y elija el archivo que contiene.
price_file-packed = Este archivo está comprimido (con gzip, 7-Zip o similar): descomprímalo primero y elija el archivo que contiene.
price_file-workbook = Este archivo es un libro en otra forma que .xlsx, no texto: guárdelo como .xlsx o como CSV y elija ese archivo.
price_file-old_workbook = Este archivo es un libro de Excel antiguo, o uno protegido con contraseña: guárdelo sin contraseña como .xlsx o como CSV y elija ese archivo.
price_file-pdf = Este archivo es un documento PDF, no texto: guarde los precios como CSV y elija ese archivo.
price_file-parquet = Este archivo es un archivo Parquet, no texto: guarde los precios como CSV (en pandas, read_parquet y después to_csv) y elija ese archivo.
price_file-data_file = Este archivo es un archivo de datos propio de un programa (Feather, HDF5, SQLite, pickle), no texto: guarde los precios como CSV y elija ese archivo.
price_file-image = Este archivo es una imagen: elija uno que contenga los precios como texto.
price_file-web_page = Este archivo es una página web (HTML) y no un archivo de precios: descargue los precios mismos, o copie la tabla de la página y péguela aquí.
price_file-sign_in_page = Este archivo es una página web que pide iniciar sesión, guardada en lugar de los precios: inicie sesión allí primero y descargue los precios de nuevo.
price_file-markup = Este archivo es un documento de etiquetas (XML) y no una tabla: guarde los precios como CSV y elija ese archivo.
price_file-binary = Este archivo está hecho de bytes que ningún texto tiene, no es texto: guarde los precios como CSV y elija ese archivo.
price_file-no_table = A partir de la línea { $line } no hay una columna de fechas junto a una columna de números: elija un archivo con una fila por día y las celdas separadas por comas, puntos y coma, tabuladores, barras verticales o espacios.
price_file-no_dates = A partir de la línea { $line } hay filas, pero ninguna de sus columnas contiene fechas, y unos precios sin fechas no son un historial: guarde el archivo de nuevo con una columna de fechas, mejor como AAAA-MM-DD (en pandas, conserve el índice).
price_file-damaged_json = Este archivo JSON está dañado o cortado en la línea { $line }: descárguelo de nuevo.
price_file-too_many_values = Este archivo JSON contiene millones de valores: elija un archivo con los precios diarios de una sola acción.
price_file-no_prices_in_json = Nada en este archivo JSON es una lista de fechas y precios: elija uno que contenga un precio para cada día.
price_file-service_error = Este archivo contiene un mensaje de error de un servicio y ningún precio: pregunte de nuevo al servicio y guarde lo que responda entonces.
price_file-service_error_number = Este archivo contiene un mensaje de error de un servicio ({ $number }) y ningún precio: pregunte de nuevo al servicio y guarde lo que responda entonces.
price_file-no_prices = A partir de la línea { $line } hay fechas, pero ninguna columna que parezca un precio de cierre: indique en la vista previa qué columna es.
price_file-no_usable_row = No se puede usar ninguna fila a partir de la línea { $line } ({ $reason }): corrija en la vista previa cómo se lee el archivo, o elija otro.
price_file-there_is_no_row = no hay ninguna
price_file-intraday = Este archivo contiene varios precios por día (vea la línea { $line }): elija uno con precios diarios, semanales o mensuales.
price_file-day_letter = D
price_file-month_letter = M
price_file-year_letter = A
# Lo que un archivo comprimido (un ZIP, un libro de Excel) no da.
price_file-packed_too_large = Descomprimido, este archivo tiene más de { $most } MB, y aquí no se lee ninguno mayor: elija un archivo con los precios diarios de una sola acción.
price_file-packed_locked = Este archivo está protegido con contraseña: guárdelo sin ella y elíjalo de nuevo.
price_file-packed_unreadable = Este archivo no se puede descomprimir, porque está dañado o comprimido de un modo que aquí no se lee: descárguelo otra vez, o descomprímalo usted y elija el archivo que contiene.
price_file-packed_no_prices = Nada en este archivo es una tabla de fechas y precios: elija uno con una fila por día.
# `files` como `a.csv, b.csv`.
price_file-packed_several = Este ZIP contiene { $count } archivos de precios ({ $files }): descomprímalo y elija uno de ellos.
price_file-packed_many = Este ZIP contiene { $count } archivos de precios ({ $files }, …): descomprímalo y elija uno de ellos.

## The section of prices: where they come from, what was loaded, what is odd about it, and the known
## worlds with their sliders.

prices-question = ¿Puede una red superar a «mañana = hoy»?
prices-lede = Entrene una LSTM con precios de acciones, aquí en su navegador, y vea con claridad si su pronóstico vale más que repetir el último precio.
prices-title = Precios
prices-in_use = Precios en uso

prices-real_prices = Precios reales
prices-from_alpha_vantage = De Alpha Vantage, directamente a este navegador. Los historiales semanales y mensuales son gratuitos; los diarios largos requieren una clave premium.
prices-known_worlds = Mundos conocidos
prices-what_worlds_are = Precios generados cuyo proceso verdadero se conoce, y con él la mejor puntuación que cualquiera podría alcanzar. Sin clave, sin conexión.
prices-known_world = Mundo conocido
prices-lesson_of_random_walk = Nada que aprender: mañana es hoy más suerte. Una red honesta empata.
prices-lesson_of_mean_reverting = Algo que aprender: lo que está lejos de su nivel vuelve hacia él.
prices-lesson_of_seasonal = Mucho que aprender: una onda que se repite bajo el ruido.
prices-lesson_of_volatility_clusters = Nada que aprender sobre subir o bajar: solo lo agitado que será mañana.
prices-lesson_of_regime_switching = Algo que aprender: las últimas semanas dicen cuál de dos mercados ocultos es.
prices-lesson_of_trend_break = Una trampa: la tendencia aprendida se da la vuelta.
prices-lesson_of_jump_diffusion = Nada que aprender: los saltos salen de la nada.
prices-lesson_of_sine = Todo por aprender: una onda sin ningún ruido.
prices-lesson_of_echo = Algo que aprender, si se recuerda lo bastante lejos: cada movimiento vuelve al cabo de unos días.
prices-lesson_of_shock = Poco que aprender y en pocos días: un choque vuelve semanas después, y nada más.
prices-lesson_of_volume = Nada que aprender de los precios, mucho de los volúmenes: deje que la red lea ambos.
prices-parameters_of = Parámetros: { $world }
prices-usual_values = Volver a los valores habituales

prices-waiting = Esperando precios …
prices-none_yet = Todavía no hay precios. Elija un mundo conocido, cargue un símbolo o abra un archivo.
prices-other_series = Segunda serie
prices-what_other_is = Junto a los precios que pronostica, una red puede leer los movimientos de una segunda serie: cárguela, consérvela aquí, cargue después los precios que pronosticar y márquela en «Ajustes».
prices-no_other_yet = Todavía no hay ninguna.
prices-other_kept = Se conserva: { $name }, { $rows } filas del { $first } al { $last }.
prices-other_wanted = Los ajustes leen { $wanted } como segunda serie, que no está aquí: cárguela y consérvela.
prices-keep_as_other = Conservar como segunda serie
prices-remove_other = Quitar la segunda serie
# Buttons that load prices at one press.
prices-world_with_rhythm = Un mundo con ritmo
prices-ibm_without_key = IBM, sin clave
prices-history = Historial de precios
prices-split = Con qué se entrena y qué se reserva
prices-synthetic = sintético
prices-field = Campo
prices-daily_adjusted_close = cierre diario ajustado
prices-daily_close = cierre diario
prices-weekly_adjusted_close = cierre semanal ajustado
prices-weekly_close = cierre semanal
prices-monthly_adjusted_close = cierre mensual ajustado
prices-monthly_close = cierre mensual
prices-rows = Filas
prices-dates = Fechas
prices-from_to = del { $first } al { $last }
prices-last_price = Último precio
prices-best_reachable = Lo mejor alcanzable en el quinto reservado: un error { $ratio } veces el de «mañana = hoy».

prices-data_check = Revisión de los datos
prices-nothing_odd = nada extraño
prices-things_to_know = { $count ->
    [one] 1 aviso
   *[other] { $count } avisos
}
prices-looked_for = Se ha buscado: huecos, fechas repetidas, filas desordenadas, filas sin un precio utilizable, fines de semana, precios parados y saltos que parecen splits.
prices-what_splits_do = Un split cambia el número de acciones, no lo que valen. Los precios ajustados son los que habrían sido sin él; los resultados de los precios sin ajustar se borran.
prices-more_jumps = { $count ->
    [one] Y { $count } salto más como este.
   *[other] Y { $count } saltos más como este.
}
prices-adjust = Ajustar
prices-undo = Deshacer
prices-adjust_for_all = Ajustar por los { $count }
prices-leave_odd_out =
    { $count ->
        [one] Omitir la fila con un precio extraño
       *[other] Omitir las { $count } filas con precios extraños
    }
prices-take_odd_back =
    { $count ->
        [one] Recuperar la fila con un precio extraño
       *[other] Recuperar las { $count } filas con precios extraños
    }
prices-correct_odd =
    { $count ->
        [one] Corregir la coma decimal del precio extraño
       *[other] Corregir la coma decimal en { $count } filas
    }
prices-undo_correction = Deshacer la corrección
prices-undo_all = Deshacer todos
prices-adjust_for = Ajustar por el split { $split } del { $date }
prices-undo_adjusting_for = Deshacer el ajuste por el split { $split } del { $date }

## The form for prices from Alpha Vantage: the symbol, the interval, the key, and the day's requests.

requests-form = Precios de Alpha Vantage
requests-interval = Frecuencia
requests-load = Cargar precios
requests-try_demo = Probar IBM con la clave demo

requests-key = Clave de API
requests-show = Mostrar
requests-show_key = Mostrar lo escrito como clave
requests-key_is_sent = Se envía a Alpha Vantage y a nadie más.
requests-key_in_tab = Hay una clave guardada para esta pestaña. Deje el campo vacío para usarla.
requests-key_on_device = Hay una clave recordada en este dispositivo. Deje el campo vacío para usarla.
requests-key_not_remembered = Este navegador no deja que la página recuerde nada, así que la clave se guarda solo para esta pestaña.
requests-key_not_forgotten = Este navegador no borró la clave: queda en este dispositivo hasta que borre los datos del sitio en los ajustes del navegador.
requests-get_key = Obtener una clave gratuita
requests-remember_key = Recordar en este dispositivo
requests-forget_key = Olvidar la clave

requests-symbol = Símbolo
requests-symbol_help = Como IBM o TSCO.LON, EUR/USD o BTC/USD. O escriba el nombre de una empresa y pulse Intro: una búsqueda es una solicitud.
requests-search = Buscar
requests-search_by_name = Buscar por nombre
requests-searching = Buscando …
requests-no_match = Alpha Vantage no conoce ningún nombre como «{ $typed }». Pruebe con menos letras, o con el símbolo mismo.
requests-matches = { $count ->
    [one] { $count } coincidencia. Intro la elige.
   *[other] { $count } coincidencias. Elija con las teclas de flecha e Intro.
}
requests-choices = Opciones
requests-loaded_lately = cargado hace poco
# `base` y `quote` como EUR y USD.
requests-understood_rate = { $base } en { $quote }: un tipo de cambio, día a día.
requests-understood_coin = { $base } en { $quote }: el precio de una criptomoneda, día a día, también en fin de semana.
requests-exchange_rate = tipo de cambio
requests-coin = criptomoneda

requests-requests = Solicitudes:
requests-used_of = { $used } de { $limit } hoy, contadas en este dispositivo.
requests-used = { $used } hoy, contadas en este dispositivo.
requests-what_a_free_key_has = Una clave gratuita tiene { $limit } al día, según la fecha de Nueva York, como las horas del propio servicio; los precios guardados aquí no cuestan ninguna.
requests-symbols_are_remembered = Los símbolos cargados anteriormente se recuerdan en este dispositivo.
requests-from_copy_on_device = De la copia guardada en este dispositivo, del { $date }.
requests-from_copy_in_tab = De la copia guardada en esta pestaña, del { $date }.
requests-fetched_kept_on_device = Obtenidos el { $date }. Hay una copia guardada en este dispositivo.
requests-fetched_kept_in_tab = Obtenidos el { $date }. Se guarda una copia hasta que se cierre esta pestaña.
requests-refresh = Actualizar
requests-forget = Olvidar

## The verdict section: scores, intervals, days ahead, the sealed block.

results-from_to = de { $low } a { $high }

results-scores_title = Métricas en el bloque de prueba reservado
results-network_means = la red que ha entrenado
results-persistence = Persistencia
results-persistence_means = mañana = hoy
results-drift_means = hoy más el paso medio
results-moving_average_means = la media de los últimos cinco días
results-ar1_means = el último rendimiento, ponderado
results-ridge = Ridge
results-ridge_means = una línea recta por la misma ventana
results-best_possible_means = de quien conoce el proceso
results-forecast = Pronóstico
results-mae_means = Error absoluto medio, en unidades de precio
results-rmse_means = Raíz del error cuadrático medio, en unidades de precio
results-mape_means = Error porcentual absoluto medio
results-rmae_means = MAE dividido por el de la persistencia: por debajo de 1 es mejor
results-r_squared = R² rendimientos
results-r_squared_means = R² fuera de muestra sobre rendimientos, frente a la media creciente
results-direction_and_interval = Dirección acertada (intervalo del 95 %)
results-always_up = La persistencia no indica dirección. Como comparación, decir siempre «sube» habría acertado en el { $share } de los días de prueba.

results-intervals_title = ¿Con qué seguridad?
results-intervals_are = Cada intervalo es un rango alrededor del pronóstico que debe contener una proporción dada de los días. Calibrado con { $calibrated_on }; la columna «Contuvo» dice qué resultó en los días de prueba.
results-split = Split
results-adaptive = Adaptativo
results-volatility = Volatilidad
results-shown_in_charts = Mostrado en los gráficos
results-method = Método
results-interval = Intervalo
results-meant_to_hold = Debe contener
results-held = Contuvo
results-mean_width = Ancho medio
results-next = Siguiente
results-held_lately = Contenido en los últimos 100 días de prueba

results-bands_title = Junto a bandas sencillas
results-bands_are = Todas al { $level } %. Anchos y puntuaciones son partes del precio; las puntuaciones, cuanto menores, mejores.
results-band = Banda
results-calm = Calma
results-calm_means = Contenido en el tercio de los días de prueba tras semanas tranquilas
results-wild = Agitación
results-wild_means = Contenido en el tercio de los días de prueba tras semanas agitadas
results-interval_score = Puntuación
results-interval_score_means = Interval score: el ancho y, ponderado, cuánto se falló
results-crps_means = Continuous ranked probability score: todos los niveles juntos
results-between_title = Dónde cayó.
results-between_means = Una columna entre cada dos bordes de las bandas; con bandas exactas, todas llegarían a la línea discontinua.
results-between_summary = Por debajo de la banda más ancha cayó el { $below } de los días de prueba y por encima el { $above }; lo previsto es { $meant } cada uno.
results-direct = Directo: todos los días a la vez
results-recursive = Recursivo: día tras día
results-the_days_ahead = Los días por venir
results-day_bands = Las bandas deben contener el 50, el 80 y el 95 % de lo que ocurra, para cada día por delante por separado. Una trayectoria entera queda dentro mucho menos a menudo que un día suelto.
results-week_bands = Las bandas deben contener el 50, el 80 y el 95 % de lo que ocurra, para cada semana por delante por separado. Una trayectoria entera queda dentro mucho menos a menudo que una semana suelta.
results-month_bands = Las bandas deben contener el 50, el 80 y el 95 % de lo que ocurra, para cada mes por delante por separado. Una trayectoria entera queda dentro mucho menos a menudo que un mes suelto.
results-how_good_by_day = ¿Cómo de bueno es, día a día?
results-how_good_by_week = ¿Cómo de bueno es, semana a semana?
results-how_good_by_month = ¿Cómo de bueno es, mes a mes?
results-ahead = Por delante
results-network_mae_means = Error absoluto medio de la red, en unidades de precio
results-no_change = «Sin cambio»
results-no_change_means = Error absoluto medio del último precio conocido
results-ratio_means = El primero dividido por el segundo: por debajo de 1 es mejor
results-network = Red
results-held_means = Proporción de días de prueba que contuvo el intervalo del 80 %
results-forecast_and_interval = Pronóstico (intervalo del 80 %)
results-price_and_range = { $price } (de { $low } a { $high })
results-days_are_scored = Evaluado en el bloque de prueba; el veredicto de arriba trata de la primera fila. Cada fila tiene su propia prueba de Diebold–Mariano, que tiene en cuenta que los pronósticos a varios días se solapan; las filas tras la primera se juzgan en conjunto (Holm), de modo que no cuenta la que entre muchas parece significativa por azar.
results-weeks_are_scored = Evaluado en el bloque de prueba; el veredicto de arriba trata de la primera fila. Cada fila tiene su propia prueba de Diebold–Mariano, que tiene en cuenta que los pronósticos a varias semanas se solapan; las filas tras la primera se juzgan en conjunto (Holm), de modo que no cuenta la que entre muchas parece significativa por azar.
results-months_are_scored = Evaluado en el bloque de prueba; el veredicto de arriba trata de la primera fila. Cada fila tiene su propia prueba de Diebold–Mariano, que tiene en cuenta que los pronósticos a varios meses se solapan; las filas tras la primera se juzgan en conjunto (Holm), de modo que no cuenta la que entre muchas parece significativa por azar.

results-slide_title = Desplácelo
results-slide_help = Mueva la línea predicha del bloque de prueba, arrastrándola o con las teclas de flecha, y observe el gráfico de arriba y el error. ¿Dónde encaja mejor?
results-move_line = Mover la línea predicha
results-where_it_stands = Donde está
results-days_earlier = { $count ->
    [one] { $count } día de cotización antes
   *[other] { $count } días de cotización antes
}
results-days_later = { $count ->
    [one] { $count } día de cotización después
   *[other] { $count } días de cotización después
}
results-weeks_earlier = { $count ->
    [one] { $count } semana antes
   *[other] { $count } semanas antes
}
results-weeks_later = { $count ->
    [one] { $count } semana después
   *[other] { $count } semanas después
}
results-months_earlier = { $count ->
    [one] { $count } mes antes
   *[other] { $count } meses antes
}
results-months_later = { $count ->
    [one] { $count } mes después
   *[other] { $count } meses después
}

results-keep_sealed = Mantener sellado el último 5 %
results-keep_sealed_help = Ni se entrena ni se prueba con él. Cuando haya hecho su elección, ábralo una vez: la única puntuación con la que no se ha elegido nada.
results-sealed_title = El bloque sellado
results-is_sealed = sellado
results-is_opening = abriéndose
results-is_opened = abierto
results-sealed_prices = Los últimos { $count } precios, del { $from } al { $to }, no participaron en el entrenamiento ni en la prueba.
results-why_once = Cada veredicto que mira antes de decidirse por una red hace que el bloque de prueba sea un poco menos una prueba. Estos días están intactos, así que su puntuación es la que más vale, y solo una vez: ábralos cuando haya elegido.
results-open_sealed = Abrir el bloque sellado
results-opening = Abriendo …
results-open_question = ¿Abrirlo ahora, con esta red? Para estos precios quedará abierto, también en sus próximas visitas.
results-open_it = Sí, abrirlo
results-not_yet = Todavía no
results-days_from_to = { $count } días, del { $from } al { $to }
results-opened_with_run = Se abrió con la ejecución { $run }. Para una red posterior es un bloque como cualquier otro, y su puntuación no sería una prueba: cargue otro historial para tener uno intacto.
results-opened_earlier = Se abrió en una visita anterior. Para una red posterior es un bloque como cualquier otro, y su puntuación no sería una prueba: cargue otro historial para tener uno intacto.
results-block = Bloque
results-test_block = Prueba
results-sealed_block = Sellado
results-tomorrow_is_today = «Mañana = hoy»

## A training on its way, and what ends it otherwise than was meant.

run-only_forecasts = No se entrena nada: la red ya está, y solo pronostica.
run-can_go_on = El entrenamiento está guardado en este dispositivo: pulse «Retomarlo» para continuar desde ahí, o «Entrenar» para empezar de cero.
run-goes_on = El entrenamiento continúa tras la época { $epoch }, la última que se guardó.
run-lost_before_an_epoch = Esta ejecución se perdió antes de terminar su primera época; los precios y los ajustes se conservan. Pulse «Entrenar» para empezar de cero.
run-lost_before_an_epoch_with_results = Esta ejecución se perdió antes de terminar su primera época; los resultados de la parada anterior, los precios y los ajustes se conservan. Pulse «Entrenar» para empezar de cero.
run-lost_after = Esta ejecución se perdió después de { $done } de { $planned } épocas; los precios y los ajustes se conservan. Pulse «Entrenar» para empezar de cero.
run-lost_after_with_results = Esta ejecución se perdió después de { $done } de { $planned } épocas; los resultados de la parada anterior, los precios y los ajustes se conservan. Pulse «Entrenar» para empezar de cero.
run-stopped_run_lost = Los resultados se conservan, pero la ejecución detenida no puede continuar. Pulse «Entrenar» para empezar de cero.

## The list of runs, runs side by side, both recipes in one go, and what can be taken home.

runs-title = Sus ejecuciones
runs-tick_two = Marque dos ejecuciones para verlas una junto a otra.
runs-one_is_ticked = Ha elegido la ejecución { $run }. Marque aquella con la que quiera compararla.
runs-run = Ejecución
runs-what_changed = Qué cambió, y qué efecto tuvo
runs-actions = Qué hacer con ella
runs-kept_here = Las ejecuciones se guardan en este dispositivo con sus ajustes y métricas, las más recientes también con sus redes, y nunca con su clave de API.
runs-forget_all = Olvidar todo lo guardado
runs-nothing_to_compare_with = No hay nada con que comparar en este historial.
runs-same_settings_as = Los mismos ajustes que la ejecución { $run }.
runs-steps_after_epochs = { $count ->
    [one] { $epochs }, { $count } paso
   *[other] { $epochs }, { $count } pasos
}
runs-compare_run = Comparar la ejecución { $run }
runs-pin = Fijar
runs-pin_run = Fijar la ejecución { $run }: las posteriores se comparan con ella
runs-show = Mostrar
runs-show_run = Mostrar de nuevo los resultados de la ejecución { $run }
runs-restore = Recuperar
runs-restore_run = Recuperar los ajustes de la ejecución { $run }
runs-delete = Eliminar
runs-delete_run = Eliminar de la lista la ejecución { $run }

runs-side_by_side = Ejecuciones { $one } y { $other }, una junto a otra
runs-close = Cerrar
runs-both_and_actual = Ambas junto a lo que ocurrió
runs-beats = Supera a «mañana = hoy»
runs-counting_looks = Se cuentan juntas todas estas miradas …
runs-best_of = De { $runs } ejecuciones en los mismos días de prueba, la { $best } es la mejor: que supere a «mañana = hoy» tiene { $p } cuando se cuentan las { $runs } (prueba SPA de Hansen).
runs-as_good = No se distinguen de ella, y son por tanto igual de buenas: { $numbers }.
runs-all_as_good = Ninguna de las otras se distingue de ella.
runs-none_as_good = Todas las demás se distinguen de ella y son peores.
runs-signal = Sabe algo, aún no utilizable
runs-ties = Empata con «mañana = hoy»
runs-loses = Pierde contra «mañana = hoy»
runs-same_settings = Ambas tienen los mismos ajustes.
runs-set_differently = En qué ajustes difieren
runs-setting = Ajuste
runs-run_number = Ejecución { $run }
runs-scores_on_same_days = Sus métricas en los mismos días de prueba
runs-direction_right = Dirección acertada
runs-tomorrow_is_today = Mañana = hoy

runs-run_both = Ejecutar ambas recetas
runs-both_means = Entrena la honesta y después la notebook con estos precios, y pone las dos una junto a otra.
runs-place_of_both = Receta { $place }.

runs-take_home = Lléveselo a casa
runs-take_home_means = Lo que se ha entrenado aquí es suyo: los archivos contienen la red, los precios y el enlace que repite la ejecución, y nunca su clave de API. Ponga el modelo, el script y las predicciones en una misma carpeta y ejecute el script con Python.
runs-saved_model = Un modelo guardado antes: evaluado de nuevo con sus precios, sin entrenar.
runs-files = Archivos
runs-files_come = Los archivos de una ejecución llegan tras el entrenamiento: la red, un script, las predicciones, las métricas.
runs-cite = Citar
runs-copy = Copiar
runs-copied = Copiado

## What several trainings with different seeds come to.
##
## A score is spoken of by its name, which is of masculine gender in German: “der rMAE”.

seeds-wrong_count = No se pueden resumir { $found } ejecuciones: elija entre { $least } y { $most } semillas.
seeds-unpaired = Un experimento tiene { $first } ejecuciones y el otro { $second }: compárelos con las mismas semillas.
seeds-not_finite = Una de las ejecuciones no tiene una puntuación utilizable: deje fuera la que divergió al entrenar.
seeds-no_spread = Las { $runs } semillas dieron el mismo { $score }, { $mean }: aquí la semilla no influye.
seeds-spread = Con { $runs } semillas, el { $score } fue de { $lowest } a { $highest }, con una media de { $mean } y una desviación típica de { $deviation }. Una sola ejecución es una extracción de ahí.
seeds-is_better = { $better } es mejor que { $worse } en este bloque de prueba: mejor en { $wins } de { $pairs } semillas, con un { $score } { $size } más bajo de media ({ $surely }).
seeds-surely = intervalo del 95 % de { $near } a { $far }; { $p }
seeds-same_scores = No se pueden distinguir { $first } y { $second }: con cada semilla ambas dieron el mismo { $score }.
seeds-too_few_pairs = Con { $pairs } semillas no se puede saber si es mejor { $first } o { $second }: aunque todas cayeran del mismo lado, el azar por sí solo lo haría en el { $percent } % de los casos. Ejecute al menos { $least }.
seeds-cannot_tell = No se puede saber si es mejor { $first } o { $second }: { $wins }, y { $difference }.
seeds-wins = { $first } fue mejor en { $first_wins } y { $second } en { $second_wins } de { $pairs } semillas
seeds-mean_difference = la diferencia media de { $score }, { $difference }, puede estar en cualquier lugar entre { $low } y { $high } ({ $p })

## The visit: its runs, two of them side by side, an opened seal.

session-first_of_both = 1 de 2: honesta
session-second_of_both = 2 de 2: notebook
session-honest_run = Ejecución { $number }, honesta
session-notebook_run = Ejecución { $number }, notebook
session-run_first = La ejecución { $number }
session-run = la ejecución { $number }
session-last_days = El último 5 %
session-last_days_sealed = sellado
session-last_days_tested = usado en la prueba
session-rate_by_hand = Tasa de aprendizaje a mano
session-rate_not_changed = sin cambios
session-not_the_same_days = No se probó en los mismos días que la ejecución { $other }, así que ninguna prueba puede compararlas. Frente a «mañana = hoy» en sus propios días tiene un rMAE de { $own_ratio }; la ejecución { $other }, de { $other_ratio }.
session-tested_on = { $count ->
    [one] la ejecución { $number } en { $count } día del { $first } al { $last }
   *[other] la ejecución { $number } en { $count } días del { $first } al { $last }
}
session-tested_on_nothing = la ejecución { $number } en 0 días
session-other_prices_of_one_title = Las ejecuciones { $one } y { $other } son ambas con { $title }, pero no con los mismos precios: se generaron con otra semilla, se cargaron en otro momento o se ajustaron por splits entretanto. Un error no dice nada junto a otro con precios distintos, así que no se comparan. Entrene ambas con los mismos precios.
session-other_prices = Las ejecuciones { $one } y { $other } son con precios distintos: { $one_title } y { $other_title }. Un error no dice nada junto a otro con precios distintos, así que no se comparan. Entrene ambas con los mismos precios.
session-other_days = Estas dos no se probaron en los mismos días: { $one }, { $other }. A una pueden haberle tocado los días más fáciles, así que no se comparan. Dé a ambas la misma ventana de observación, la misma división y el mismo bloque sellado.
session-seal_showed_worse = En días que nadie había mirado, su error es { $now } veces el de «mañana = hoy», peor que en el bloque de prueba. Una puntuación que se eligió, o que tuvo suerte, retrocede así: allí era { $before }.
session-seal_showed_better = En días que nadie había mirado, su error es { $now } veces el de «mañana = hoy», mejor que en el bloque de prueba. Tan pocos días dejan mucho a la suerte: allí era { $before }.
session-seal_showed_the_same = En días que nadie había mirado, su error es { $now } veces el de «mañana = hoy», como en el bloque de prueba. Así es una puntuación con la que nadie eligió: allí era { $before }.
session-this_run = La ejecución { $number }

## Settings: their names, what they do, and why one was refused.

settings-window = Ventana de observación
settings-window_means = Cuántos días pasados lee la red antes de pronosticar el siguiente.
settings-horizon = Horizonte
settings-horizon_means = Con cuántos días de antelación pronostica; a partir de dos, con un abanico y una métrica para cada día.
settings-hidden = Unidades ocultas
settings-hidden_means = Cuántos números recuerda cada capa de un día al siguiente.
settings-layers = Capas recurrentes
settings-layers_means = Cuántas capas se apilan, cada una leyendo la inferior.
settings-dropout = Dropout
settings-dropout_means = La proporción de los últimos valores ocultos que se desactiva al azar en cada paso de entrenamiento, para que la red no se apoye en unos pocos.
settings-batch = Tamaño de lote
settings-batch_means = Cuántas ventanas ve la red antes de cada corrección de sus pesos.
settings-epochs = Épocas
settings-epochs_means = Cuántas veces, como máximo, recorre el entrenamiento todas sus ventanas.
settings-learning_rate = Tasa de aprendizaje
settings-learning_rate_means = Cuánto se corrigen los pesos cada vez: si es demasiado grande, el entrenamiento diverge; si es demasiado pequeña, avanza a rastras.
settings-forget_bias = Sesgo de la puerta de olvido
settings-forget_bias_means = Con qué empieza el sesgo de cada puerta de olvido. Con 0 la celda pierde al principio cada día la mitad de su memoria; con 1, una cuarta parte; con 3, una vigésima.
settings-seed = Semilla
settings-seed_means = De dónde parte todo el azar: la misma semilla da los mismos precios generados y, en un mismo dispositivo, el mismo entrenamiento.
settings-recipe = Receta
settings-target = Objetivo
settings-scaler = Escalado
settings-split = División
settings-label = Etiqueta
settings-lookahead = Anticipación
settings-steps = Días por delante
settings-device = Dispositivo
settings-honest = honesta
settings-notebook = notebook
settings-price = precio
settings-return_ = rendimiento
settings-train = entrenamiento
settings-all = todo
settings-time = por tiempo
settings-random = al azar
settings-next = siguiente
settings-average = promedio
settings-no_lookahead = ninguna
settings-one_day_ahead = un día
settings-direct = directo
settings-recursive = recursivo
settings-auto = auto
settings-webgpu = webgpu
settings-cpu = cpu
settings-the_return = el rendimiento
settings-the_price = el precio mismo
settings-on_training_rows = ajustado con las filas de entrenamiento
settings-on_whole_history = ajustado con todo el historial
settings-by_time = por tiempo
settings-at_random = al azar
settings-the_next_day = el día siguiente
settings-a_5_day_average = un promedio de 5 días
settings-automatic = automático
settings-the_cpu = CPU
settings-the_gpu = WebGPU
settings-scaler_of_training_rows_means = La media y la dispersión salen solo de las filas de entrenamiento.
settings-scaler_of_all_rows_means = La media y la dispersión salen de todo el historial: a la red se le dice a qué altura están los precios de prueba antes de que haya visto uno.
settings-split_by_time_means = El último quinto del historial es para la prueba, así que cada día de prueba es futuro.
settings-split_at_random_means = Los días de prueba se extraen al azar de todo el historial: la red ha aprendido de los días de antes y de después de cada uno, así que rellena huecos en vez de pronosticar.
settings-label_next_means = A la red se le pregunta por el día siguiente.
settings-label_average_means = A la red se le pregunta por un promedio de 5 días que acaba en el día siguiente: cuatro de los cinco están en su ventana, así que la mayor parte de la respuesta está en la pregunta.
settings-no_lookahead_means = Cada día se lee con lo que se sabe cuando termina.
settings-one_day_ahead_means = Cada día se lee con el volumen, el rango, el hueco nocturno, el momentum o la segunda serie del día siguiente: del día que pronostica se dice a la red lo que solo se sabe cuando ha terminado. De mañana no lo sabe nadie, así que allí está la media.
settings-steps_direct_means = La red tiene una salida para cada día por delante y las aprende todas a la vez: ningún error se realimenta, pero los días lejanos comparten su atención con el siguiente.
settings-steps_recursive_means = La red aprende solo el día siguiente y después lee su propio pronóstico como si hubiera ocurrido, día tras día: es sencillo, pero los errores se acumulan y la mayoría de las trayectorias se aplanan.
settings-must_be_whole = { $label }: debe ser un número entero de { $least } a { $most }.
settings-must_be_a_number = { $label }: debe ser un número de { $least } a { $most }.
settings-average_is_of_one_day = El horizonte debe ser 1 mientras la red aprende un promedio de 5 días, que es una etiqueta solo del día siguiente.
settings-nothing_is_known_too_late = El pasado de lo que se pronostica y el día de la semana se conocen a tiempo: primero marque otra entrada en los ajustes.
settings-must_be = debe ser { $slugs }
settings-either_end = { $rest } o { $last }
settings-cell = Celda
# A cell at more length; the others go by their short names in every language.
settings-plain_rnn = RNN simple
settings-lstm_means = Memoria larga a corto plazo: cuatro puertas y un estado de celda que conserva lo que una puerta le deja conservar.
settings-gru_means = Unidad recurrente con puertas: tres puertas y ningún estado de celda; un cuarto menos de números que aprender que la LSTM.
settings-rnn_means = La red recurrente simple: una capa tanh sin puertas; un cuarto de los números que aprende una LSTM.
settings-linear_means = Una red lineal: un peso para cada número de la ventana y una constante. Sin celda, sin capas: ¿hace falta más?
settings-nlinear_means = Una red lineal sobre las diferencias con el último día, sumadas al valor de ese día. Hecha para precios; de los rendimientos dice que el de mañana empieza en el de hoy.

# Lo que la red lee de cada día, además del pasado de lo que pronostica.
settings-inputs = Entradas
settings-inputs_means = De cada día la red lee siempre esto: { $own }, y además lo que se marque aquí, cada cosa como un número propio, escalado con las filas de entrenamiento. Más que leer es también más que aprender de memoria.
settings-own_past = propio pasado
settings-volume = volumen
settings-range = rango del día
settings-gap = hueco nocturno
settings-weekday = día de la semana
settings-momentum = momentum de 20 días
settings-other = segunda serie
settings-weekday_sine = día de la semana (seno)
settings-weekday_cosine = día de la semana (coseno)
settings-volume_means = Cuánto más se negoció que el día anterior.
settings-range_means = Cuánto distaban el máximo y el mínimo del día.
settings-gap_means = El movimiento desde el último cierre hasta la apertura.
settings-weekday_means = Dos ondas de una semana.
settings-momentum_means = El movimiento de los últimos 20 días; en los primeros, desde el comienzo.
settings-other_means = El movimiento de una segunda serie desde el día anterior, según su último precio hasta ese día inclusive. Si su mercado cierra más tarde, una parte se conoce demasiado tarde.
settings-lacks_rows = Solo { $known } de { $of } filas de estos precios lo tienen.
settings-lacks_days = Estos precios son de semanas o meses, que no tienen día de la semana.
settings-lacks_other = No hay una segunda serie: cargue una y pulse «Conservar como segunda serie» en «Precios».
settings-other_is_coarser = La segunda serie tiene intervalos más largos que estos precios: sus fechas no dicen cuándo se conocieron sus precios.
settings-other_is_the_first = La segunda serie son estos mismos precios: cargue otros que pronosticar.
settings-other_may_close_later = La segunda serie se lee por su fecha. Si su mercado cierra después que el de la primera, su movimiento de un día aún no se conocía cuando terminó el día de la primera, y un pronóstico que lo usa es mejor que el que nadie habría podido hacer.
settings-input_unknown = { $count ->
    [one] A { $count } fila le falta y se lee como la media.
   *[other] A { $count } filas les falta y se leen como la media.
}
settings-inputs_are_not_forecast = Una red que lee más que precios solo pronostica varios días de forma directa: nadie conoce el volumen de un día que no ha llegado.
settings-direct_with_inputs_means = La red tiene una salida para cada día por delante. Con más entradas que los precios no hay otra manera: nadie conoce el volumen de un día que no ha llegado.
settings-must_be_inputs = debe empezar por return, y después cualquiera de { $slugs }

## The stage: its views, their tools, and what stands over a chart.

stage-title = Gráficos
stage-views = Vistas
# The views, each in a word.
stage-history = Historial
stage-split = División
stage-prediction = Predicción
stage-test = Prueba
stage-tomorrow = Mañana

# What can be done with the chart in sight.
stage-tools = Herramientas de este gráfico
# The choice of the interval that the charts shade.
stage-band = Banda mostrada
# A button: brings the slider.
stage-slide_it = Desplazar
# A button: the chart’s last rows.
stage-table = Tabla
stage-png_image = Imagen PNG
stage-svg_image = Imagen SVG
# A button: all days ahead, not the next one alone.
stage-whole_forecast = Pronóstico completo

# Also beside the verdict.
stage-outdated = Estos resultados son de otros ajustes.
stage-line_waits = Tras el entrenamiento, la línea de la red aparece aquí.
stage-line_comes = La línea de la red llega con las primeras épocas.

# Behind an “i”.
stage-what_is_this = ¿Qué es esto?
stage-what_history_is = Todos los precios de la fuente. Las filas sombreadas del final son el bloque de prueba: con ellas se juzga la red y nada se ajusta a ellas.
stage-what_split_is = Qué filas entrenan la red, cuáles eligen su mejor época si la receta tiene tales filas y cuáles la juzgan. La receta y los ajustes lo cambian al momento.
stage-what_prediction_is = Para cada fila, el precio que llegó y el que se predijo a partir de las filas anteriores. La red ha visto las filas de entrenamiento, así que solo el bloque de prueba dice lo buena que es.
stage-what_test_is = El final del bloque de prueba, de cerca. Una línea que repite el precio anterior parece acertar desde lejos y llega una fila tarde: «Desplazar» mueve la línea y dice dónde encaja mejor.
stage-what_tomorrow_is = Los últimos precios y el que se pronostica a partir de ellos, con el intervalo elegido arriba y la línea de «mañana = hoy».
stage-norms = Normas
# At the ends of lines, short.
stage-training_end = entr.
stage-validation_end = valid.
stage-test_end = prueba
stage-gradient_end = gradiente
stage-weights_end = pesos
# On a line through the best epoch.
stage-best_epoch = mejor, { $epoch }

## Walk-forward and seeds, as the page shows them.

studies-means = Un veredicto es un entrenamiento en un bloque de prueba. Ambos pueden haber tenido suerte. Estos estudios entrenan los ajustes del formulario una y otra vez para averiguarlo.
studies-load_prices_first = Cargue precios primero.
studies-training_is_running = Hay un entrenamiento en curso. Esto puede empezar cuando termine.
studies-other_study_is_running = Hay otro estudio en curso. Este puede empezar después.
studies-running = En curso. La página se puede seguir usando.
studies-done = { $count ->
    [one] Listo: { $count } entrenamiento.
   *[other] Listo: { $count } entrenamientos.
}
studies-settings_have_changed = Los ajustes han cambiado desde entonces. Ejecútelo de nuevo para ver qué hacen.
studies-cancel = Cancelar
studies-time_left = quedan unos { $time }
studies-progress = Progreso del estudio

studies-walk_forward = Walk-forward: ¿se habría sostenido en otros momentos?
studies-walk_forward_means = El historial se corta en tramos. Para cada uno se entrena una red desde cero con lo que vino antes, y se prueba en días que eran su futuro.
studies-train_folds = Entrenar { $folds } tramos de «{ $recipe }» con { $source }
studies-walk_forward_settings = Ajustes del walk-forward
studies-folds = Tramos
studies-learn_from = Aprender de
studies-expanding = Todo lo anterior (creciente)
studies-sliding = Solo los días más recientes (deslizante)
studies-expanding_means = Cada red aprende de todo lo anterior a sus días de prueba: cada vez más.
studies-sliding_means = Cada red aprende de igual número de días justo antes de sus días de prueba: de menos, pero nada de un mercado muy pasado.
studies-folds_say = { $finding } Sus intervalos del 80 % contuvieron el { $held } de estos días.
studies-folds_say_so_far = Hasta ahora: { $finding } Sus intervalos del 80 % contuvieron el { $held } de estos días.
studies-fold = Tramo
studies-tested_on = Probado en
studies-rmse_ratio = Cociente de RMSE
studies-rmse_ratio_means = RMSE dividido por el de la persistencia: por debajo de 1 es mejor
studies-all_folds = Todos
studies-test_days = { $count ->
    [one] { $count } día de prueba
   *[other] { $count } días de prueba
}
studies-errors_are_shares = En la fila de todos los días, el rMAE y el veredicto ponderan cada error como proporción del precio, para que los años de precios altos no ahoguen a los demás; el cociente de RMSE está en precios.
studies-training = entrenamiento
studies-validation = validación
studies-test = prueba
studies-fold_in_words = Aprende desde el { $train_from }; se prueba del { $test_from } al { $test_to }

studies-seeds = Semillas: ¿cuánto es suerte?
studies-seeds_mean = La semilla sortea los primeros pesos de la red y el orden de sus lecciones. Otras semillas, mismos precios, mismo bloque de prueba: lo que entonces difiere es suerte al entrenar.
studies-train_seeds = Entrenar «{ $recipe }» { $count } veces con { $source }
# With something beside it: “count” is of all trainings.
studies-train_seeds_of_two = Entrenar { $count } veces con { $source }: «{ $recipe }» y la otra
studies-seeds_settings = Ajustes de la repetición
studies-repetitions = Repeticiones
studies-beside = Junto a
studies-no_partner = Nada: ¿cuánto es suerte?
studies-honest_recipe = La receta honesta
studies-notebook_recipe = La receta notebook
studies-honest_run = Ejecución { $run }: honesta, rMAE { $rmae }
studies-notebook_run = Ejecución { $run }: notebook, rMAE { $rmae }
studies-partner_means = Con una pareja, ambas se entrenan con cada semilla, por pares, y una prueba sobre los pares dice cuál es mejor, o que no se puede saber. Para eso hacen falta al menos seis.
studies-apart = Lo que distingue a B de A: { $changes }.
studies-not_apart = Lo que distingue a B de A: nada; son iguales.
studies-dots_mean = Un punto es el rMAE de una semilla; la barra vertical, su mediana. La línea discontinua es 1: tan bueno como «mañana = hoy».
studies-rmae_range = rMAE de { $lowest } a { $highest }.
studies-scores_and_median = { $count ->
    [one] { $count } valor, mediana { $median }
   *[other] { $count } valores, mediana { $median }
}
studies-verdict = veredicto

several-title = Varias historias: ¿se cumple también en otras?
several-means = Los mismos ajustes se entrenan en cada historia por separado. De muchas, alguna gana por suerte; las dos últimas columnas las cuentan todas.
several-settings = Ajustes de las varias historias
several-of = Historias
several-seeds_of_the_world = Semillas de este mundo
several-files = Archivos
several-symbols = Símbolos en Alpha Vantage
several-name_symbols = Símbolos uno tras otro (de 2 a 20)
several-symbols_for_example = IBM, MSFT, GE
several-count = Cuántas
several-choose_files = Archivos de precios (de 2 a 20)
several-train_seeds = Entrenar «{ $recipe }» con { $count } semillas de { $source }
several-train_files = { $count ->
    [one] Entrenar «{ $recipe }» con { $count } archivo
   *[other] Entrenar «{ $recipe }» con { $count } archivos
}
several-train_symbols = { $count ->
    [one] Entrenar «{ $recipe }» con un símbolo
   *[other] Entrenar «{ $recipe }» con { $count } símbolos
}
several-cost = { $most ->
    [one] Consulta Alpha Vantage como mucho una vez; hoy se han usado { $used } de las { $of } solicitudes que tiene al día una clave gratuita. Lo que se pidió hoy se guarda y no se vuelve a pedir.
   *[other] Consulta Alpha Vantage como mucho { $most } veces, con una pausa entre ellas; hoy se han usado { $used } de las { $of } solicitudes que tiene al día una clave gratuita. Lo que se pidió hoy se guarda y no se vuelve a pedir.
}
several-may_be_too_many = Quizá sean más de las que quedan: se detiene en el primer rechazo, con las historias que tenga.
several-only_copies = Sin una clave de API (indíquela en «Precios») solo se puede tener lo que está guardado en este dispositivo.
several-history = Historia
several-seed = Semilla { $seed }
several-p_beats = p supera, todas
several-p_beats_means = La p del veredicto contando todas las historias (Benjamini & Hochberg). Por debajo de 0,05 es un hallazgo, de los que uno de cada veinte puede ser falso.
several-p_knows = p sabe, todas
several-p_knows_means = Si sabe algo, contando todas las historias del mismo modo.
several-leaves_a_question = Este archivo puede leerse de más de una manera. Ábralo por separado para decir cómo.
several-not_asked = Alpha Vantage había rechazado la solicitud anterior, así que esta historia no se pidió.
several-how_many = Un estudio abarca de { $least } a { $most } historias, y solo un mundo tiene semillas.
several-verdicts = { $count ->
    [one] De { $count } historia supera a «mañana = hoy» en { $beats }, sabe algo en { $signals }, empata en { $ties } y pierde en { $loses }.
   *[other] De { $count } historias supera a «mañana = hoy» en { $beats }, sabe algo en { $signals }, empata en { $ties } y pierde en { $loses }.
}
several-counted = Contándolas todas, aún supera en { $beats } y sabe algo en { $knows }.
# The p-value comes with its sign: “p = 0,020”.
several-they_know = Todas juntas: sabe algo ({ $days } días, { $p }).
several-they_know_not = Todas juntas: no consta que sepa algo ({ $days } días, { $p }).

## Studies: how far one is, how it ended, what its seeds say.

study-honest_recipe = receta honesta
study-notebook_recipe = receta notebook
study-the_honest_recipe = la receta honesta
study-the_notebook_recipe = la receta notebook

study-fold = Tramo { $number } de { $folds }
study-history = Historia { $number } de { $histories }
study-training = Entrenamiento { $number } de { $trainings } (semilla { $seed })
study-training_of_side = Entrenamiento { $number } de { $trainings } (semilla { $seed }, { $side })
study-starting = { $training }, empezando
study-being_scored = { $training }, en evaluación
study-in_epoch = { $training }, época { $epoch } de { $epochs }
study-at_once = { $progress }; { $count } entrenamientos a la vez

study-has_ended = El estudio ha terminado.
study-trainer_stopped = El entrenador se detuvo antes de que acabara el entrenamiento.
study-cancelled_before_anything = Cancelado antes de que terminara nada.
study-cancelled = Cancelado. { $kept }
study-not_finished = { $training }: no se terminó.
study-nothing_kept = Antes no se había terminado nada.
study-folds_kept = Se conserva lo que dieron { $finished } de { $folds } tramos.
study-trainings_kept = Se conserva lo que dieron { $finished } de { $trainings } entrenamientos.
study-histories_kept = Se conserva lo que dieron { $finished } de { $histories } historias.

study-other_windows = Sus ventanas de observación difieren, así que también difieren un poco sus días de prueba: cada una se mide frente a «mañana = hoy» en sus propios días.
study-too_few_seeds = Se terminaron menos de tres semillas: demasiado pocas para decir cuánto se separan las puntuaciones.
study-all_below_one = Todas están por debajo de 1, así que eso no depende de la semilla.
study-none_below_one = Ninguna está por debajo de 1, así que eso no depende de la semilla.
study-some_below_one = { $below } de { $runs } están por debajo de 1: que un entrenamiento parezca superar a «mañana = hoy» es aquí cuestión de suerte.
study-verdicts = El veredicto fue «supera» { $beats }, «sabe algo» { $signals }, «empata» { $ties } y «pierde» { $loses }.
study-never = nunca
study-once = una vez
study-twice = dos veces
study-times = { $count } veces

## The forecast of the next day, and the journal.

tomorrow-title = Mañana
tomorrow-no_day_yet = Tras el entrenamiento: el pronóstico para el próximo día de cotización y su rango.
tomorrow-no_week_yet = Tras el entrenamiento: el pronóstico para la próxima semana de cotización y su rango.
tomorrow-no_month_yet = Tras el entrenamiento: el pronóstico para el próximo mes y su rango.
tomorrow-chart = Los últimos días y el próximo
tomorrow-is_sealed = El último 5 % está sellado: este es el pronóstico para el primer día sellado. Entrene sin el sello para pronosticar más allá del último precio.
tomorrow-of_sealed_day = El pronóstico para el primer día sellado.
tomorrow-no_advice = Con fines educativos; no es asesoramiento: el pronóstico es lo que dice una pequeña red tras un entrenamiento, no lo que ocurrirá.
tomorrow-change = { $change } ({ $percent } %)
tomorrow-after = tras el { $date }

tomorrow-world_has_no_tomorrow = Un mundo generado no tiene mañana: nada que guardar.
tomorrow-is_kept = Guardado en el diario
tomorrow-keep = Guardar este pronóstico
tomorrow-keep_means = Se evalúa cuando usted carga de nuevo estos precios y el día ya está.
tomorrow-journal = Diario de pronósticos
tomorrow-journal_means = Pronósticos guardados antes de que nadie conociera la respuesta. Cargue los precios de nuevo otro día, y cada uno se evaluará junto a «sin cambio», el último precio que conocía.
tomorrow-forecast = Pronóstico
tomorrow-price = Precio
tomorrow-interval = Intervalo del 80 %
tomorrow-what_happened = Qué ocurrió
tomorrow-off_by = Desviación
tomorrow-of_day = el día de cotización posterior al { $after }, hecho el { $made_on }
tomorrow-of_week = la semana posterior al { $after }, hecho el { $made_on }
tomorrow-of_month = el mes posterior al { $after }, hecho el { $made_on }
tomorrow-inside = { $price } el { $date }, dentro
tomorrow-outside = { $price } el { $date }, fuera
tomorrow-waits = espera su día
tomorrow-delete_forecast = Eliminar el pronóstico de { $symbol }, { $after }

## The trainer: why a run is on its device, why a training could not go on, what befell the worker.
## Reasons are sentences without a full stop.

trainer-cpu_chosen = Se eligió la CPU en los ajustes
trainer-workers_asked = { $workers ->
    [one] Un worker, como se pidió
   *[other] { $workers } workers, como se pidió
}
trainer-one_worker_fastest = Un worker: dos no fueron más rápidos
trainer-workers_timed = { $workers } workers: aquí, velocidad × { $times }
trainer-worker_gone = Un worker: otro falló; los resultados son los mismos
trainer-cpu_for_several_days = Un pronóstico directo de varios días se entrena en la CPU: los kernels de la GPU pronostican un solo día cada vez
trainer-cpu_for_linear = Una red lineal se entrena en la CPU: los kernels de la GPU son los de las celdas recurrentes
trainer-gpu_lost_earlier = La GPU se perdió antes; recargue la página para usarla de nuevo
trainer-software_adapter = WebGPU se ejecuta aquí en un adaptador por software ({ $name }), que es más lento que el kernel de la CPU
trainer-gpu_faster = Un paso tarda { $gpu_ms } ms aquí y { $cpu_ms } ms en la CPU
trainer-cpu_faster = Un paso tarda { $cpu_ms } ms aquí y { $gpu_ms } ms en WebGPU ({ $name })
trainer-gpu_not_ready = Un paso tarda { $cpu_ms } ms aquí, y WebGPU ({ $name }) no estuvo lista a tiempo
trainer-webgpu_chosen_software = Se eligió WebGPU en los ajustes; es un adaptador por software, así que será lento
trainer-webgpu_chosen = Se eligió WebGPU en los ajustes
trainer-no_webgpu = Este navegador no ofrece WebGPU
trainer-gpu_silent = La GPU no respondió en { $seconds } segundos; recargue la página para volver a intentarlo
trainer-webgpu_not_opened = No se pudo abrir WebGPU ({ $error })
trainer-gpu_lost_goes_on = La GPU se perdió ({ $reason }), así que el entrenamiento continúa aquí desde la época { $epoch }
trainer-gpu_lost_starts_again = La GPU se perdió ({ $reason }), así que el entrenamiento empieza aquí de nuevo

trainer-stopped_run_gone = La ejecución detenida ya no está en la memoria, así que no puede continuar. Entrene de nuevo.
trainer-diverged = El entrenamiento divergió en la época { $epoch }: la pérdida ya no es un número finito. Pruebe una tasa de aprendizaje menor.
trainer-bad_job = Los datos de entrenamiento no encajan entre sí ({ $detail }). Cargue los precios de nuevo.
trainer-device_stopped = El dispositivo dejó de entregar resultados ({ $detail }).
trainer-targets_do_not_divide = { $targets } objetivos, que no pueden ser { $outputs } por fila
trainer-other_inputs = { $found } entradas donde hacen falta { $needed }
trainer-row_beyond = una fila más allá de la última, { $rows }
trainer-forecast_beyond = un pronóstico desde más allá de la última fila, { $rows }
trainer-outputs_do_not_fit = { $outputs } salidas para { $days } días por delante
trainer-other_parameters = { $found } parámetros donde hacen falta { $needed }
trainer-no_training_rows = ninguna fila de entrenamiento
trainer-size_out_of_bounds = Fuera de los límites: { $name }, con el valor { $value }; debe estar entre { $low } y { $high }. Elija para { $name } un valor dentro de ellos.
trainer-number_of_features = número de características
trainer-hidden_size = tamaño oculto
trainer-number_of_layers = número de capas
trainer-number_of_outputs = número de salidas
trainer-look_back_window = ventana de observación
trainer-batch_size = tamaño de lote
trainer-kept_state_damaged = el estado guardado del entrenamiento está dañado
trainer-kept_state_of_another = el estado guardado es de otra red, con { $found } parámetros donde hacen falta { $expected }

trainer-not_let_to_start = Este navegador no dejó que la página iniciara su entrenador (un Web Worker). Pruebe con un Chrome, Edge, Firefox o Safari actual.
trainer-outdated = La página y su entrenador son de versiones distintas, probablemente porque se acaba de publicar una nueva. Recargue la página.
trainer-out_of_memory = El entrenador se quedó sin memoria y se inició de nuevo.
trainer-crashed = El entrenador falló y se inició de nuevo.
trainer-did_not_load = El entrenador no se cargó. Compruebe su conexión y pulse «Entrenar» para intentarlo de nuevo.
trainer-did_not_stop = El entrenador no se detuvo y se inició de nuevo.
trainer-vanished = El entrenador dejó de responder y se inició de nuevo.
trainer-silent = El entrenador no dice nada desde hace 15 segundos. Con una conexión lenta o una red grande puede tardar tanto; si no llega nada, pulse «Detener» y se iniciará de nuevo.

## The training section: its buttons, where it stands, its losses, and what it goes on with.

training-title = Entrenamiento
training-train = Entrenar
training-stop = Detener
training-resume = Reanudar
training-one_step = Un paso
training-one_epoch = Una época
training-what_steps_do = Entrena un lote, o todos ellos una vez, y hace una pausa.

training-load_prices_first = Cargue precios para empezar.
training-loading = Cargando precios …
training-studying = El entrenador está ocupado con el estudio: cancélelo o espere.
training-ready = Listo para entrenar.
training-stopping = Deteniendo …
training-judging_opened = Evaluando el modelo abierto …
training-starting = Iniciando el entrenador …
training-running = Entrenando …
training-opened_is_judged = El modelo abierto está evaluado. No se entrenó nada.
training-done = Listo. Ya hay veredicto.
training-failed = El entrenamiento falló. El mensaje de arriba dice qué hacer.
training-stopped = Detenido.
training-stopped_after_epoch = Detenido tras la época { $epoch }.
training-stopped_at_step = Detenido en el paso { $step } de { $steps } de la época { $epoch }.

training-progress = Progreso del entrenamiento
training-epoch_of = Época { $epoch } de { $epochs }
training-best_was_none = mejor: sin entrenar
training-best_was = mejor: época { $epoch }
training-left = quedan { $time }
training-took = en { $time }
training-percent_done = { $percent } % hecho
training-details = Pérdidas y tasa
training-training_loss = Pérdida de entrenamiento
training-validation_loss = Pérdida de validación
training-test_loss = Pérdida de prueba
training-per_step = Por paso

training-new_rate = Nueva tasa a partir del próximo paso
training-change_rate = Cambiar tasa
training-link_does_not_repeat = { $changed }. El enlace no repite eso.

training-loss = Pérdida por época
training-validation = Validación
training-test = Prueba
training-loss_not_in_file = El modelo abierto se entrenó antes: su archivo no contiene las pérdidas de sus épocas.
training-loss_comes = Pulse «Entrenar»: la pérdida se dibuja aquí mientras baja, época a época.
training-what_validation_loss_is = Error cuadrático medio por muestra, en unidades escaladas. El entrenamiento se detiene cuando la pérdida de validación deja de mejorar, y conserva la mejor época.
training-what_test_loss_is = Error cuadrático medio por muestra, en unidades escaladas. Esta receta no reserva filas de validación: la segunda curva es la del bloque de prueba, que se muestra y nunca se usa para elegir.
training-norms = Normas por época
training-what_norms_are = Lo largo que es el gradiente, promediado sobre los pasos de la época y antes del recorte, y lo grandes que son todos los pesos juntos. Las líneas tranquilas son buenas.
training-what_so_far_is = Solo para mirar, y dibujada de nuevo a medida que aprende. Se evalúa al final.

training-open_model = Abrir un modelo entrenado
training-model_waits = Un modelo entrenado espera sus precios: { $wanted }
training-put_away = Dejarlo de lado
training-interrupted_honest = Un entrenamiento se interrumpió en la época { $epoch } de { $epochs }: { $source }, receta honesta. Puede continuar desde ahí.
training-interrupted_notebook = Un entrenamiento se interrumpió en la época { $epoch } de { $epochs }: { $source }, receta notebook. Puede continuar desde ahí.
training-resume_it = Retomarlo
training-discard = Descartar

## The verdict.

verdict-title = Veredicto
# Opens the statistics behind the verdict.
verdict-why = ¿Por qué?
verdict-download_report = Guardar informe
verdict-comes_after_training = Llega al final del entrenamiento.
verdict-nothing_yet = Tras el entrenamiento, aquí se dice cómo se comparan los errores de la red en días que nunca vio con los del pronóstico que no cuesta nada: mañana = hoy.
verdict-comes = Tras el entrenamiento: ¿supera a «mañana = hoy»?
verdict-it_beats = Gana.
verdict-it_signals = Sabe algo.
verdict-it_ties = Empata.
verdict-it_loses = Pierde.
verdict-off_by = Se desvía { $network } de media; «mañana = hoy», { $naive }.
verdict-cannot_be_judged = No se puede juzgar.
verdict-no_price_moved = Ningún precio se movió en los días de prueba: «mañana = hoy» nunca falla y nada puede ser mejor.
verdict-it_knows = ¿Sabe algo? Sí ({ $p }).
verdict-it_drifts = ¿Sabe algo? Quizá solo deriva ({ $p }).
verdict-it_knows_not = ¿Sabe algo? No demostrado ({ $p }).
verdict-better = mejor
verdict-worse = peor
verdict-error_ratio = { $ratio } × el error
verdict-needle = Su error es { $ratio } veces el de «mañana = hoy».
verdict-beats = Supera a «mañana = hoy».
verdict-signal = Sabe algo, pero aún no es utilizable: empata con «mañana = hoy».
verdict-ties = Empata con «mañana = hoy».
verdict-loses = Pierde contra «mañana = hoy».
verdict-beats_in_a_word = supera
verdict-signal_in_a_word = señal
verdict-ties_in_a_word = empata
verdict-loses_in_a_word = pierde
verdict-errors = En los días de prueba, la red se desvió { $network } de media y «mañana = hoy», { $naive }: { $difference }.
verdict-times_the_error = { $ratio } veces el error
verdict-more_error = un { $percent } % más de error
verdict-less_error = un { $percent } % menos de error
verdict-same_error = el mismo error hasta la milésima
verdict-beats_means = Una diferencia así de grande sería rara si ambos fueran igual de buenos. Con precios reales, desconfíe de ella y pruebe otras semillas y otros símbolos.
verdict-signal_means = Tal como está, sus errores no son menores de lo que los haría el azar. Pero sus pronósticos se inclinan hacia lo que ocurrió, más de lo que daría el azar y más que una deriva constante: algo hay en ellos, ahogado todavía en el ruido de estimar.
verdict-though_it_knows = Y sin embargo algo sabe: salvo por lo mucho que exagera, sus pronósticos se inclinan hacia lo que ocurrió.
verdict-though_it_may_know_nothing = No está demostrado que sepa más que una deriva constante.
verdict-only_a_drift = Solo una deriva: dice la misma dirección al menos 19 de cada 20 días, así que puede ser la suerte del mercado justo en estos días.
verdict-squared_errors = Como parte del precio, sus errores al cuadrado son { $ratio } veces los de «mañana = hoy» (intervalo del 95 %: de { $low } a { $high }).
verdict-clark_west = ¿Sabe algo? Clark–West frente a «sin cambios» { $no_change }, frente al rendimiento medio hasta entonces { $mean }.
verdict-in_prices = Con errores en unidades de precio en vez de partes del precio: { $verdict } Diebold–Mariano { $dm }, { $p }.
verdict-disagreement_means = Los errores absolutos y los cuadráticos no coinciden: uno de los dos es mejor en los días corrientes, el otro en los grandes fallos. Ninguno ha ganado.
verdict-ties_means = La diferencia está dentro de lo que daría el azar por sí solo. Así se ve un mercado eficiente, y no es ninguna vergüenza para la red.
verdict-loses_means = La red lo hizo peor que repetir el último precio, por más de lo que daría el azar.
verdict-significance = Significación
verdict-label_beats = Frente al promedio de { $days } días que aprendió, se diría que supera a «mañana = hoy», con un rMAE de { $ratio }. Los números de aquí son del precio del día siguiente, que es al que cualquiera podría comprar.
verdict-label_ties = Frente al promedio de { $days } días que aprendió, se diría que empata con «mañana = hoy», con un rMAE de { $ratio }. Los números de aquí son del precio del día siguiente, que es al que cualquiera podría comprar.
verdict-label_loses = Frente al promedio de { $days } días que aprendió, se diría que pierde contra «mañana = hoy», con un rMAE de { $ratio }. Los números de aquí son del precio del día siguiente, que es al que cualquiera podría comprar.
verdict-p_value = p = { $p }
verdict-p_below = p < { $p }
verdict-predicted_and_actual = Lo predicho junto a lo que ocurrió
verdict-close_up = El bloque de prueba, de cerca

## What is said of a training while it goes on.

watch-gradients_exploded_unclipped = Los gradientes se han multiplicado por { $fold } desde las primeras épocas. Pruebe una tasa de aprendizaje menor, o la receta honesta, que los recorta.
watch-gradients_exploded_clipped = Los gradientes se han multiplicado por { $fold } desde las primeras épocas. Pruebe una tasa de aprendizaje menor; el recorte mantiene corto cada paso, pero no en una buena dirección.
watch-weights_exploded = Los pesos se han multiplicado por { $fold } desde las primeras épocas: la red se aleja de lo que puede aprender. Pruebe una tasa de aprendizaje menor.
watch-gradients_vanished = Los gradientes casi se han desvanecido, hasta una parte de cada { $parts } de los de las primeras épocas, y la pérdida apenas ha bajado. Pruebe otra tasa de aprendizaje, otra semilla o una ventana más corta.
watch-rate_changed = Tasa de aprendizaje cambiada a mano { $places }
watch-rate_at_epoch = en la época { $epoch } a { $rate }
watch-rate_at_step = en la época { $epoch }, paso { $step }, a { $rate }
watch-and_more_changes = { $count ->
    [one] { $places }, y una vez más
   *[other] { $places }, y { $count } veces más
}
watch-fold_of = { $times }
watch-million_fold = un millón
watch-million = un millón

## The known worlds: their names, what they do, and what can be changed about them.

worlds-random_walk = Paseo aleatorio con deriva
worlds-mean_reverting = Precios con reversión a la media
worlds-seasonal = Onda estacional con ruido
worlds-volatility_clusters = Agrupamientos de volatilidad
worlds-regime_switching = Mercados alcista y bajista ocultos
worlds-trend_break = Tendencia que se rompe
worlds-jump_diffusion = Paseo con saltos
worlds-sine = Onda sinusoidal pura

worlds-random_walk_process = El rendimiento de cada día es una pequeña deriva constante más ruido nuevo, así que los precios pasados no dicen nada del próximo movimiento.
worlds-mean_reverting_process = El precio tiende a volver a su nivel: cada día se espera que desaparezca una parte de la distancia, y se añade ruido nuevo.
worlds-seasonal_process = El precio sigue una onda regular alrededor de su nivel, con ruido nuevo en el precio de cada día.
worlds-volatility_clusters_process = Los movimientos grandes siguen a los grandes y los pequeños a los pequeños, pero cada uno es tan probable hacia arriba como hacia abajo: el tamaño del movimiento de mañana se puede prever; su dirección, no.
worlds-regime_switching_process = Un mercado alcista y uno bajista se alternan, y a nadie se le dice cuál es: los movimientos de las últimas semanas lo revelan más o menos.
worlds-trend_break_process = Una tendencia constante se convierte en otra un día que nada anuncia: una red que aprendió la primera sigue creyendo en ella.
worlds-jump_diffusion_process = Un paseo con una pequeña deriva que salta de vez en cuando, tan probable hacia arriba como hacia abajo: ningún precio pasado anuncia un salto.
worlds-sine_process = El precio sigue una onda regular sin ningún ruido: quien ve la onda conoce todos los precios por venir.

worlds-counted_from_first_day = { $equation }, t = 0 el primer día
worlds-sign_stays = { $equation }, el signo se mantiene con probabilidad { $probability }
worlds-drift_breaks = { $equation }, μ = { $before } antes del día { $day } y { $after } desde entonces, { $noise }
worlds-jumps_on_a_share = { $equation } en una proporción { $share } de los días; si no, 0

worlds-drift_per_day = Deriva por día
worlds-drift_per_day_means = El rendimiento esperado cada día: 0,0003 es cerca de un 8 % al año.
worlds-daily_noise = Ruido diario
worlds-daily_noise_means = Cuánto mueve el azar el precio en un día corriente: 0,01 es un uno por ciento.
worlds-memory = Memoria φ
worlds-memory_means = La parte de la distancia a su nivel que el precio conserva de un día a otro: cerca de 1 es casi un paseo aleatorio.
worlds-wave_height = Altura de la onda
worlds-noisy_wave_height_means = Cuánto aleja la onda el precio de su nivel: 0,05 es un cinco por ciento.
worlds-pure_wave_height_means = Cuánto aleja la onda el precio de su nivel: 0,1 es un diez por ciento.
worlds-days_per_wave = Días por onda
worlds-noisy_days_per_wave_means = Una onda más larga que la ventana de observación es más difícil de reconocer.
worlds-pure_days_per_wave_means = Cuántos días de cotización dura una onda.
worlds-reaction = Reacción α
worlds-reaction_means = Con qué fuerza un día agitado agita el siguiente.
worlds-persistence = Persistencia α + β
worlds-persistence_means = Con qué lentitud pasan los tiempos tranquilos y agitados: cerca de 1 duran meses.
worlds-drift_of_either = Deriva de cada mercado
worlds-drift_of_either_means = Cuánto sube el precio al día en el mercado bueno, y cuánto baja en el malo.
worlds-chance_to_stay = Probabilidad de permanecer
worlds-chance_to_stay_means = La probabilidad de que el mercado de mañana sea el de hoy: con 0,95 uno dura veinte días.
worlds-drift_before = Deriva antes de la ruptura
worlds-drift_before_means = El rendimiento esperado cada día hasta que la tendencia se rompe.
worlds-drift_after = Deriva después de la ruptura
worlds-drift_after_means = El rendimiento esperado cada día desde entonces.
worlds-jump_chance = Probabilidad de un salto
worlds-jump_chance_means = La proporción de días en que el precio salta: 0,02 es cinco veces al año.
worlds-jump_size = Tamaño de un salto
worlds-jump_size_means = Hasta dónde llega un salto corriente: 0,05 es un cinco por ciento, hacia arriba o hacia abajo.

worlds-unknown_parameter = los parámetros de este mundo son { $keys }
worlds-parameter_out_of_bounds = { $key } debe ser un número de { $min } a { $max }

# Mundos que ponen a prueba la memoria de una red y sus entradas.
worlds-echo = Movimientos con eco
worlds-shock = Choques que vuelven
worlds-volume = Volumen que anuncia
worlds-echo_process = Una parte del movimiento de cada día vuelve al cabo de un número fijo de días, con ruido nuevo encima: quien recuerda menos no ve nada de ello.
worlds-shock_process = Días tranquilos y, de vez en cuando, un choque hacia arriba o hacia abajo que vuelve al cabo de un número fijo de días: hay que tenerlo presente durante todos los días tranquilos.
worlds-volume_process = Un volumen inusual hoy mueve el precio de mañana; los precios por sí solos son un paseo aleatorio.
worlds-lag = Días hasta que vuelve
worlds-echo_lag_means = Una ventana de observación o una memoria más corta no puede saber nada del eco.
worlds-shock_lag_means = Cuántos días hay que recordar un choque antes de que vuelva a contar.
worlds-echo_strength = Fuerza del eco
worlds-echo_strength_means = La parte de un movimiento que vuelve: 0,6 de él; el resto es azar.
worlds-shock_strength = Lo que vuelve
worlds-shock_strength_means = La parte de un choque que vuelve.
worlds-shock_chance = Probabilidad de un choque
worlds-shock_chance_means = La proporción de días con un choque nuevo: 0,02 es cinco veces al año.
worlds-volume_strength = Peso del volumen
worlds-volume_strength_means = Cuánto mueve el precio del día siguiente una sorpresa corriente del volumen, frente al ruido diario: 1 es lo mismo.

## Where the page does not start: index.html has these in English.

start-needs_server = Hindcast se abrió como archivo. Los navegadores ejecutan WebAssembly solo en una página que envía un servidor web: inicie uno en esta carpeta, por ejemplo con «python3 -m http.server», y abra su dirección.
start-needs_webassembly = Este navegador no ejecuta aquí WebAssembly, que entrena la red. Permítalo para esta página o use un navegador más reciente.
start-file_missing = Una parte de la página no llegó. Compruebe su conexión y vuelva a cargar la página.
start-slow = La página todavía se está cargando. Espere un poco más o vuelva a cargarla.
start-load_again = Volver a cargar
