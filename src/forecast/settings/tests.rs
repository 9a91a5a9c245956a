use super::*;

#[test]
fn the_table_is_in_the_order_of_the_fields() {
    for info in &FIELDS {
        assert_eq!(info.field.info().key, info.key);
    }
}

#[test]
fn both_recipes_are_within_bounds_and_as_designed() {
    for recipe in Recipe::ALL {
        assert_eq!(Settings::for_recipe(*recipe).validate(), Ok(()));
    }
    let honest = Settings::default();
    assert_eq!(honest.recipe, Recipe::Honest);
    assert_eq!(
        (honest.target, honest.scaler),
        (Target::Return, ScalerRows::Train)
    );
    assert_eq!(honest.learning_rate, 0.001);
    assert_eq!(
        (honest.patience(), honest.clip_norm()),
        (Some(10), Some(1.0))
    );
    let notebook = Settings::for_recipe(Recipe::Notebook);
    assert_eq!(
        (notebook.target, notebook.scaler),
        (Target::Price, ScalerRows::All)
    );
    assert_eq!(notebook.learning_rate, 0.01);
    assert_eq!((notebook.patience(), notebook.clip_norm()), (None, None));
}

#[test]
fn a_number_is_accepted_at_its_bounds_and_refused_beyond() {
    for info in &FIELDS {
        let mut settings = Settings::default();
        for bound in [info.bounds.min, info.bounds.max] {
            assert_eq!(settings.set(info.field, &bound.to_string()), Ok(()));
            assert_eq!(settings.number(info.field), bound);
            assert_eq!(settings.validate(), Ok(()));
        }
        let before = settings.clone();
        let above = (info.bounds.max + 1.0).to_string();
        for bad in [above.as_str(), "-1", "abc", "", "NaN", "inf"] {
            let error = settings.set(info.field, bad).unwrap_err();
            assert_eq!(error, info.field.out_of_bounds());
        }
        assert_eq!(settings, before);
    }
}

#[test]
fn a_whole_number_with_a_fraction_is_refused() {
    let mut settings = Settings::default();
    let error = settings.set(SettingField::Window, "20.5").unwrap_err();
    assert_eq!(error, SettingField::Window.out_of_bounds());
    assert_eq!(settings.window, 20);
}

#[test]
fn every_setting_out_of_bounds_is_named() {
    let settings = Settings {
        window: 1,
        dropout: f64::NAN,
        seed: MAX_SEED + 1,
        ..Settings::default()
    };
    let fields: Vec<_> = settings
        .validate()
        .unwrap_err()
        .into_iter()
        .map(|error| error.field)
        .collect();
    assert_eq!(
        fields,
        [
            SettingField::Window,
            SettingField::Dropout,
            SettingField::Seed
        ]
    );
}

#[test]
fn an_averaged_label_has_no_second_day() {
    let mut settings = Settings {
        label: Label::Average,
        ..Settings::default()
    };
    let error = settings.set(SettingField::Horizon, "5").unwrap_err();
    assert_eq!(error.refusal, Refusal::AverageIsOfOneDay);
    assert_eq!(settings.horizon, 1);
    assert_eq!(settings.set(SettingField::Horizon, "1"), Ok(()));
    settings.horizon = 5;
    assert_eq!(settings.validate(), Err(vec![error]));
}

#[test]
fn the_largest_seed_survives_its_text() {
    let mut settings = Settings::default();
    settings
        .set(SettingField::Seed, "9007199254740991")
        .unwrap();
    assert_eq!(settings.seed, MAX_SEED);
    assert_eq!(settings.text(SettingField::Seed), "9007199254740991");
}

#[test]
fn another_recipe_keeps_what_is_not_its_own() {
    let mut settings = Settings::default();
    settings.set(SettingField::Seed, "7").unwrap();
    settings.set(SettingField::Window, "30").unwrap();
    settings.set(SettingField::LearningRate, "0.5").unwrap();
    settings.device = DeviceChoice::Cpu;
    settings.split = SplitBy::Random;
    settings.label = Label::Average;
    let notebook = settings.clone().with_recipe(Recipe::Notebook);
    assert_eq!(
        notebook,
        Settings {
            seed: 7,
            window: 30,
            device: DeviceChoice::Cpu,
            ..Settings::for_recipe(Recipe::Notebook)
        }
    );
}

#[test]
fn words_read_back() {
    for device in DeviceChoice::ALL {
        assert_eq!(device.to_string().parse(), Ok(*device));
    }
    let known = &["auto", "webgpu", "cpu"];
    assert_eq!("gpu".parse::<DeviceChoice>().unwrap_err().expected, known);
}

#[test]
fn further_inputs_and_a_recursive_forecast_are_not_had_together() {
    let mut settings = Settings {
        inputs: Inputs::default().with(Input::Volume, true),
        steps: Steps::Recursive,
        ..Settings::default()
    };
    let clash = FieldError {
        field: SettingField::Horizon,
        refusal: Refusal::InputsAreNotForecast,
    };
    assert_eq!(settings.validate(), Ok(()));
    assert_eq!(settings.set(SettingField::Horizon, "2"), Err(clash));
    assert_eq!(settings.horizon, 1);
    settings.horizon = 2;
    assert_eq!(settings.validate(), Err(vec![clash]));
    settings.steps = Steps::Direct;
    assert_eq!(settings.validate(), Ok(()));
    let alone = Settings {
        steps: Steps::Recursive,
        inputs: Inputs::default(),
        ..settings
    };
    assert_eq!(alone.validate(), Ok(()));
}
