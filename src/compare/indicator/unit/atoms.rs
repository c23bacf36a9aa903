//! The table of unit atoms and prefixes. Rows are data, so the file is longer than its fellows.
//!
//! Factors lead to metre, kilogram, second, ampere, kelvin, mole and candela and are exact by
//! definition: the inch, pound and gallon by the international yard and pound agreement of 1959 and
//! the NIST Handbook 44, the pound-force with the standard gravity 9.80665 m/s².

use super::{Dimension, Ratio};

/// Whether SI prefixes may stand before an atom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Prefixes {
    /// No prefix (`min`, `[psi]`).
    None,
    /// Any prefix of the table (`m`, `Pa`).
    Si,
}

/// An indivisible unit: one code, its printed symbols, its names in both languages.
#[derive(Debug)]
pub(super) struct Atom {
    pub(super) code: &'static str,
    pub(super) symbols: &'static [&'static str],
    pub(super) words: &'static [&'static str],
    pub(super) chinese: &'static [&'static str],
    pub(super) dimension: Dimension,
    pub(super) factor: Ratio,
    pub(super) prefixes: Prefixes,
}

/// An SI prefix: code, symbols, English word, Chinese word, factor.
pub(super) type Prefix = (
    &'static str,
    &'static [&'static str],
    &'static str,
    &'static str,
    Ratio,
);

pub(super) const PREFIXES: &[Prefix] = &[
    ("n", &["n"], "nano", "纳", Ratio::new(1, 1_000_000_000)),
    (
        "u",
        &["u", "μ", "µ"],
        "micro",
        "微",
        Ratio::new(1, 1_000_000),
    ),
    ("m", &["m"], "milli", "毫", Ratio::new(1, 1_000)),
    ("c", &["c"], "centi", "厘", Ratio::new(1, 100)),
    ("d", &["d"], "deci", "分", Ratio::new(1, 10)),
    ("h", &["h"], "hecto", "百", Ratio::new(100, 1)),
    ("k", &["k", "K"], "kilo", "千", Ratio::new(1_000, 1)),
    ("M", &["M"], "mega", "兆", Ratio::new(1_000_000, 1)),
    ("G", &["G"], "giga", "吉", Ratio::new(1_000_000_000, 1)),
];

/// Zeros of the two temperature scales above absolute zero, in kelvins.
pub(super) const OFFSETS: &[(&str, Ratio)] = &[
    ("Cel", Ratio::new(27_315, 100)),
    ("[degF]", Ratio::new(45_967, 180)),
];

type Names = &'static [&'static str];

const fn si(
    code: &'static str,
    symbols: Names,
    words: Names,
    chinese: Names,
    exponents: [i8; 7],
) -> Atom {
    scaled(code, symbols, words, chinese, exponents, Ratio::ONE)
}

const fn scaled(
    code: &'static str,
    symbols: Names,
    words: Names,
    chinese: Names,
    exponents: [i8; 7],
    factor: Ratio,
) -> Atom {
    let dimension = Dimension::of(exponents);
    Atom {
        code,
        symbols,
        words,
        chinese,
        dimension,
        factor,
        prefixes: Prefixes::Si,
    }
}

const fn fixed(
    code: &'static str,
    symbols: Names,
    words: Names,
    chinese: Names,
    exponents: [i8; 7],
    factor: Ratio,
) -> Atom {
    let dimension = Dimension::of(exponents);
    Atom {
        code,
        symbols,
        words,
        chinese,
        dimension,
        factor,
        prefixes: Prefixes::None,
    }
}

const fn own(
    code: &'static str,
    symbols: Names,
    words: Names,
    chinese: Names,
    scale: &'static str,
) -> Atom {
    let dimension = Dimension::scale(scale);
    Atom {
        code,
        symbols,
        words,
        chinese,
        dimension,
        factor: Ratio::ONE,
        prefixes: Prefixes::None,
    }
}

const NUMBER: [i8; 7] = [0; 7];
const LENGTH: [i8; 7] = [1, 0, 0, 0, 0, 0, 0];
const AREA: [i8; 7] = [2, 0, 0, 0, 0, 0, 0];
const VOLUME: [i8; 7] = [3, 0, 0, 0, 0, 0, 0];
const MASS: [i8; 7] = [0, 1, 0, 0, 0, 0, 0];
const TIME: [i8; 7] = [0, 0, 1, 0, 0, 0, 0];
const RATE: [i8; 7] = [0, 0, -1, 0, 0, 0, 0];
const FORCE: [i8; 7] = [1, 1, -2, 0, 0, 0, 0];
const PRESSURE: [i8; 7] = [-1, 1, -2, 0, 0, 0, 0];
const ENERGY: [i8; 7] = [2, 1, -2, 0, 0, 0, 0];
const POWER: [i8; 7] = [2, 1, -3, 0, 0, 0, 0];
const TEMPERATURE: [i8; 7] = [0, 0, 0, 0, 1, 0, 0];

pub(super) const ATOMS: &[Atom] = &[
    // Length, area, volume.
    si(
        "m",
        &["m"],
        &["metre", "metres", "meter", "meters"],
        &["米"],
        LENGTH,
    ),
    fixed("mm", &["㎜"], &[], &[], LENGTH, Ratio::new(1, 1_000)),
    fixed("cm", &["㎝"], &[], &[], LENGTH, Ratio::new(1, 100)),
    fixed("km", &["㎞"], &[], &["公里"], LENGTH, Ratio::new(1_000, 1)),
    fixed("m2", &["㎡"], &[], &[], AREA, Ratio::ONE),
    fixed("m3", &["㎥"], &[], &[], VOLUME, Ratio::ONE),
    fixed(
        "[in_i]",
        &["in.", "in", "\"", "″", "[in_i]"],
        &["inch", "inches"],
        &["英寸"],
        LENGTH,
        Ratio::new(254, 10_000),
    ),
    fixed(
        "[ft_i]",
        &["ft", "ft.", "[ft_i]"],
        &["foot", "feet"],
        &["英尺"],
        LENGTH,
        Ratio::new(3_048, 10_000),
    ),
    fixed(
        "[yd_i]",
        &["yd", "[yd_i]"],
        &["yard", "yards"],
        &["码"],
        LENGTH,
        Ratio::new(9_144, 10_000),
    ),
    fixed(
        "[mil_i]",
        &["mil", "mils", "[mil_i]"],
        &["thou"],
        &["密耳"],
        LENGTH,
        Ratio::new(254, 10_000_000),
    ),
    fixed(
        "[mi_i]",
        &["mi", "[mi_i]"],
        &["mile", "miles"],
        &["英里"],
        LENGTH,
        Ratio::new(1_609_344, 1_000),
    ),
    scaled(
        "L",
        &["L", "l", "ℓ"],
        &["litre", "litres", "liter", "liters"],
        &["升"],
        VOLUME,
        Ratio::new(1, 1_000),
    ),
    fixed("cm3", &["cc"], &[], &[], VOLUME, Ratio::new(1, 1_000_000)),
    fixed(
        "[gal_us]",
        &["gal", "[gal_us]"],
        &["gallon", "gallons"],
        &["加仑"],
        VOLUME,
        Ratio::new(3_785_411_784, 1_000_000_000_000),
    ),
    fixed(
        "[qt_us]",
        &["qt", "[qt_us]"],
        &["quart", "quarts"],
        &[],
        VOLUME,
        Ratio::new(946_352_946, 1_000_000_000_000),
    ),
    fixed(
        "[foz_us]",
        &["fl oz", "fl. oz.", "[foz_us]"],
        &["fluid ounce", "fluid ounces"],
        &["液盎司"],
        VOLUME,
        Ratio::new(295_735_295_625, 10_000_000_000_000_000),
    ),
    // Mass and force.
    scaled(
        "g",
        &["g"],
        &["gram", "grams", "gramme", "grammes"],
        &["克"],
        MASS,
        Ratio::new(1, 1_000),
    ),
    fixed("kg", &["㎏"], &[], &["公斤"], MASS, Ratio::ONE),
    fixed("mg", &["㎎"], &[], &[], MASS, Ratio::new(1, 1_000_000)),
    fixed(
        "t",
        &["t"],
        &["tonne", "tonnes"],
        &["吨"],
        MASS,
        Ratio::new(1_000, 1),
    ),
    fixed(
        "[lb_av]",
        &["lb", "lbs", "lb.", "[lb_av]"],
        &["pound", "pounds"],
        &["磅"],
        MASS,
        Ratio::new(45_359_237, 100_000_000),
    ),
    fixed(
        "[oz]",
        &["oz", "oz.", "[oz]", "[oz_av]"],
        &["ounce", "ounces"],
        &["盎司"],
        MASS,
        Ratio::new(45_359_237, 1_600_000_000),
    ),
    fixed(
        "[dtex]",
        &["dtex"],
        &[],
        &["分特"],
        [-1, 1, 0, 0, 0, 0, 0],
        Ratio::new(1, 10_000_000),
    ),
    fixed(
        "[tex]",
        &["tex"],
        &[],
        &["特克斯"],
        [-1, 1, 0, 0, 0, 0, 0],
        Ratio::new(1, 1_000_000),
    ),
    fixed(
        "[den]",
        &["den"],
        &["denier"],
        &["旦"],
        [-1, 1, 0, 0, 0, 0, 0],
        Ratio::new(1, 9_000_000),
    ),
    si("N", &["N"], &["newton", "newtons"], &["牛顿", "牛"], FORCE),
    fixed("daN", &["daN"], &[], &[], FORCE, Ratio::new(10, 1)),
    fixed(
        "kgf",
        &["kgf"],
        &[],
        &["千克力", "公斤力"],
        FORCE,
        Ratio::new(980_665, 100_000),
    ),
    fixed(
        "gf",
        &["gf"],
        &[],
        &[],
        FORCE,
        Ratio::new(980_665, 100_000_000),
    ),
    fixed(
        "[lbf]",
        &["lbf", "[lbf]", "[lbf_av]"],
        &["pound-force", "pounds-force", "pounds force"],
        &["磅力"],
        FORCE,
        Ratio::new(44_482_216_152_605, 10_000_000_000_000),
    ),
    fixed(
        "[in_lbf]",
        &[
            "in·lbf", "in-lbf", "in.-lbf", "lbf·in", "lbf-in", "in-lb", "in.-lb", "in·lb",
            "in-lbs", "in. lb", "in lbf", "lbf.in", "[in_lbf]",
        ],
        &["inch-pound", "inch-pounds", "pound-inch"],
        &["磅英寸"],
        ENERGY,
        Ratio::new(1_129_848_290_276_167, 10_000_000_000_000_000),
    ),
    fixed(
        "[ft_lbf]",
        &[
            "ft·lbf", "ft-lbf", "lbf·ft", "lbf-ft", "ft-lb", "ft·lb", "ft-lbs", "ft lbf",
            "[ft_lbf]",
        ],
        &["foot-pound", "foot-pounds", "pound-foot"],
        &["磅英尺"],
        ENERGY,
        Ratio::new(13_558_179_483_314_004, 10_000_000_000_000_000),
    ),
    fixed(
        "N.m",
        &["Nm", "N m", "N-m"],
        &[
            "newton metre",
            "newton metres",
            "newton meter",
            "newton meters",
        ],
        &["牛米", "牛顿米"],
        ENERGY,
        Ratio::ONE,
    ),
    fixed(
        "kN.m",
        &["kNm", "kN m"],
        &[],
        &["千牛米"],
        ENERGY,
        Ratio::new(1_000, 1),
    ),
    fixed(
        "mN.m",
        &["mNm", "mN m"],
        &[],
        &[],
        ENERGY,
        Ratio::new(1, 1_000),
    ),
    fixed("cN.m", &["cNm"], &[], &[], ENERGY, Ratio::new(1, 100)),
    // Pressure and stress.
    si(
        "Pa",
        &["Pa", "pa"],
        &["pascal", "pascals"],
        &["帕斯卡", "帕"],
        PRESSURE,
    ),
    scaled(
        "bar",
        &["bar"],
        &["bars"],
        &["巴"],
        PRESSURE,
        Ratio::new(100_000, 1),
    ),
    fixed(
        "[psi]",
        &["psi", "PSI", "psig", "[psi]"],
        &["pounds per square inch"],
        &[],
        PRESSURE,
        Ratio::new(44_482_216_152_605, 6_451_600_000),
    ),
    fixed(
        "[ksi]",
        &["ksi", "[ksi]"],
        &[],
        &[],
        PRESSURE,
        Ratio::new(44_482_216_152_605, 6_451_600),
    ),
    fixed(
        "atm",
        &["atm"],
        &[],
        &["大气压"],
        PRESSURE,
        Ratio::new(101_325, 1),
    ),
    fixed(
        "mm[Hg]",
        &["mmHg"],
        &[],
        &["毫米汞柱"],
        PRESSURE,
        Ratio::new(133_322_387_415, 1_000_000_000),
    ),
    fixed(
        "mm[H2O]",
        &["mmH2O", "mmH₂O"],
        &[],
        &["毫米水柱"],
        PRESSURE,
        Ratio::new(980_665, 100_000),
    ),
    // Time, rate, angle.
    si("s", &["s"], &["second", "seconds", "sec"], &["秒"], TIME),
    fixed(
        "min",
        &["min", "min."],
        &["minute", "minutes"],
        &["分钟"],
        TIME,
        Ratio::new(60, 1),
    ),
    fixed(
        "h",
        &["h"],
        &["hour", "hours", "hr", "hrs"],
        &["小时"],
        TIME,
        Ratio::new(3_600, 1),
    ),
    fixed(
        "d",
        &["d"],
        &["day", "days"],
        &["天", "日"],
        TIME,
        Ratio::new(86_400, 1),
    ),
    fixed(
        "wk",
        &["wk"],
        &["week", "weeks"],
        &["周", "星期"],
        TIME,
        Ratio::new(604_800, 1),
    ),
    fixed(
        "mo",
        &["mo"],
        &["month", "months"],
        &["个月", "月"],
        TIME,
        Ratio::new(2_629_800, 1),
    ),
    fixed(
        "a",
        &[],
        &["year", "years"],
        &["年"],
        TIME,
        Ratio::new(31_557_600, 1),
    ),
    si("Hz", &["Hz", "HZ"], &["hertz"], &["赫兹", "赫"], RATE),
    fixed(
        "r",
        &["r", "rev"],
        &["revolution", "revolutions", "turns"],
        &["转"],
        NUMBER,
        Ratio::ONE,
    ),
    fixed("r/min", &["rpm"], &[], &[], RATE, Ratio::new(1, 60)),
    fixed(
        "deg",
        &["°", "º", "deg"],
        &["degree", "degrees"],
        &["度"],
        NUMBER,
        Ratio::new(17_453_292_519_943_295, 1_000_000_000_000_000_000),
    ),
    fixed(
        "'",
        &["′"],
        &[],
        &[],
        NUMBER,
        Ratio::new(2_908_882_086_657_216, 10_000_000_000_000_000_000),
    ),
    si("rad", &["rad"], &["radian", "radians"], &["弧度"], NUMBER),
    fixed(
        "km/h",
        &["km/h", "kph"],
        &["kilometres per hour"],
        &[],
        [1, 0, -1, 0, 0, 0, 0],
        Ratio::new(1_000, 3_600),
    ),
    fixed(
        "[mph]",
        &["mph"],
        &["miles per hour"],
        &[],
        [1, 0, -1, 0, 0, 0, 0],
        Ratio::new(1_609_344, 3_600_000),
    ),
    // Temperature.
    fixed(
        "K",
        &["K"],
        &["kelvin", "kelvins"],
        &["开尔文"],
        TEMPERATURE,
        Ratio::ONE,
    ),
    fixed(
        "Cel",
        &["℃", "°C", "º C", "ºC", "° C", "˚C", "deg C", "Cel"],
        &["degrees celsius", "degree celsius", "celsius"],
        &["摄氏度"],
        TEMPERATURE,
        Ratio::ONE,
    ),
    fixed(
        "[degF]",
        &["℉", "°F", "ºF", "° F", "deg F", "[degF]"],
        &["degrees fahrenheit", "degree fahrenheit", "fahrenheit"],
        &["华氏度"],
        TEMPERATURE,
        Ratio::new(5, 9),
    ),
    // Energy and power.
    si("J", &["J"], &["joule", "joules"], &["焦耳", "焦"], ENERGY),
    scaled(
        "cal",
        &["cal"],
        &["calorie", "calories"],
        &["卡"],
        ENERGY,
        Ratio::new(4_184, 1_000),
    ),
    fixed(
        "[Btu]",
        &["BTU", "Btu", "[Btu]"],
        &[],
        &[],
        ENERGY,
        Ratio::new(105_505_585_262, 100_000_000),
    ),
    scaled(
        "W.h",
        &["Wh", "W·h", "W.h"],
        &["watt-hour", "watt-hours", "watt hours"],
        &["瓦时"],
        ENERGY,
        Ratio::new(3_600, 1),
    ),
    si("W", &["W"], &["watt", "watts"], &["瓦特", "瓦"], POWER),
    fixed("kW", &["KW"], &[], &[], POWER, Ratio::new(1_000, 1)),
    si("VA", &["VA", "V·A"], &["volt-ampere"], &["伏安"], POWER),
    fixed(
        "[HP]",
        &["hp", "HP"],
        &["horsepower"],
        &["马力"],
        POWER,
        Ratio::new(7_456_998_715_822_702, 10_000_000_000_000),
    ),
    // Electricity and magnetism.
    si(
        "V",
        &["V"],
        &["volt", "volts"],
        &["伏特", "伏"],
        [2, 1, -3, -1, 0, 0, 0],
    ),
    si(
        "A",
        &["A"],
        &["ampere", "amperes", "amp", "amps"],
        &["安培", "安"],
        [0, 0, 0, 1, 0, 0, 0],
    ),
    scaled(
        "A.h",
        &["Ah", "A·h", "A.h"],
        &["ampere-hour", "ampere-hours"],
        &["安时"],
        [0, 0, 1, 1, 0, 0, 0],
        Ratio::new(3_600, 1),
    ),
    si(
        "Ohm",
        &["Ω", "Ω", "Ohm", "ohm"],
        &["ohms"],
        &["欧姆", "欧"],
        [2, 1, -3, -2, 0, 0, 0],
    ),
    si(
        "F",
        &["F"],
        &["farad", "farads"],
        &["法拉", "法"],
        [-2, -1, 4, 2, 0, 0, 0],
    ),
    si(
        "H",
        &["H"],
        &["henry", "henries"],
        &["亨"],
        [2, 1, -2, -2, 0, 0, 0],
    ),
    si(
        "C",
        &["C"],
        &["coulomb", "coulombs"],
        &["库仑"],
        [0, 0, 1, 1, 0, 0, 0],
    ),
    si(
        "S",
        &["S"],
        &["siemens"],
        &["西门子"],
        [-2, -1, 3, 2, 0, 0, 0],
    ),
    si(
        "T",
        &["T"],
        &["tesla"],
        &["特斯拉"],
        [0, 1, -2, -1, 0, 0, 0],
    ),
    scaled(
        "G",
        &["Gs"],
        &["gauss"],
        &["高斯"],
        [0, 1, -2, -1, 0, 0, 0],
        Ratio::new(1, 10_000),
    ),
    scaled(
        "G",
        &["G"],
        &[],
        &[],
        [0, 1, -2, -1, 0, 0, 0],
        Ratio::new(1, 10_000),
    ),
    // Light, radiation, chemistry.
    si(
        "cd",
        &["cd"],
        &["candela", "candelas"],
        &["坎德拉"],
        [0, 0, 0, 0, 0, 0, 1],
    ),
    si(
        "lm",
        &["lm"],
        &["lumen", "lumens"],
        &["流明"],
        [0, 0, 0, 0, 0, 0, 1],
    ),
    si(
        "lx",
        &["lx", "lux"],
        &[],
        &["勒克斯"],
        [-2, 0, 0, 0, 0, 0, 1],
    ),
    fixed(
        "[ft_cd]",
        &["fc", "[ft_cd]"],
        &["foot-candle", "foot-candles", "footcandles", "footcandle"],
        &["英尺烛光"],
        [-2, 0, 0, 0, 0, 0, 1],
        Ratio::new(10_000_000_000, 929_030_400),
    ),
    si(
        "Bq",
        &["Bq"],
        &["becquerel", "becquerels"],
        &["贝可", "贝克"],
        RATE,
    ),
    si(
        "Sv",
        &["Sv"],
        &["sievert", "sieverts"],
        &["希沃特"],
        [2, 0, -2, 0, 0, 0, 0],
    ),
    si("Gy", &["Gy"], &["gray"], &["戈瑞"], [2, 0, -2, 0, 0, 0, 0]),
    si(
        "mol",
        &["mol"],
        &["mole", "moles"],
        &["摩尔", "摩"],
        [0, 0, 0, 0, 0, 1, 0],
    ),
    fixed(
        "St",
        &["St"],
        &["stokes"],
        &[],
        [2, 0, -1, 0, 0, 0, 0],
        Ratio::new(1, 10_000),
    ),
    fixed(
        "mm2/s",
        &["cSt"],
        &["centistokes"],
        &["厘斯"],
        [2, 0, -1, 0, 0, 0, 0],
        Ratio::new(1, 1_000_000),
    ),
    scaled(
        "P",
        &["P"],
        &["poise"],
        &["泊"],
        [-1, 1, -1, 0, 0, 0, 0],
        Ratio::new(1, 10),
    ),
    fixed(
        "[gal_us]/min",
        &["gpm", "GPM"],
        &[],
        &[],
        [3, 0, -1, 0, 0, 0, 0],
        Ratio::new(3_785_411_784, 60_000_000_000_000),
    ),
    fixed(
        "[cfm]",
        &["cfm", "CFM"],
        &[],
        &[],
        [3, 0, -1, 0, 0, 0, 0],
        Ratio::new(28_316_846_592, 60_000_000_000_000),
    ),
    // Fractions.
    fixed(
        "%",
        &["%RH", "% RH", "%rh", "%", "％", "pct"],
        &["percent", "per cent"],
        &["个百分点", "百分点", "百分比"],
        NUMBER,
        Ratio::new(1, 100),
    ),
    fixed(
        "[ppth]",
        &["‰", "[ppth]"],
        &["per mille", "permille", "parts per thousand"],
        &["千分之一"],
        NUMBER,
        Ratio::new(1, 1_000),
    ),
    fixed(
        "[ppm]",
        &["ppm", "PPM", "[ppm]"],
        &["parts per million"],
        &["百万分之一"],
        NUMBER,
        Ratio::new(1, 1_000_000),
    ),
    fixed(
        "[ppb]",
        &["ppb", "PPB", "[ppb]"],
        &["parts per billion"],
        &["十亿分之一"],
        NUMBER,
        Ratio::new(1, 1_000_000_000),
    ),
    // Scales of their own.
    own("[pH]", &["[pH]"], &[], &[], "pH"),
    own("HRC", &["HRC"], &[], &[], "HRC"),
    own("HRB", &["HRB", "HRBW"], &[], &[], "HRB"),
    own("HRA", &["HRA"], &[], &[], "HRA"),
    own("HRR", &["HRR"], &[], &[], "HRR"),
    own("HBW", &["HBW", "HB", "HBS", "BHN"], &[], &[], "HBW"),
    own(
        "HV",
        &[
            "HV", "HV0.1", "HV0.3", "HV0.5", "HV1", "HV5", "HV10", "HV30",
        ],
        &[],
        &[],
        "HV",
    ),
    own("HK", &["HK"], &[], &[], "HK"),
    own(
        "{ShoreA}",
        &["Shore A", "ShA", "HA", "Shore-A", "{ShoreA}"],
        &["shore a"],
        &["邵尔A", "邵氏A", "邵尔 A", "邵氏 A", "度（邵尔A）"],
        "ShoreA",
    ),
    own(
        "{ShoreD}",
        &["Shore D", "ShD", "HD", "{ShoreD}"],
        &["shore d"],
        &["邵尔D", "邵氏D", "邵尔 D"],
        "ShoreD",
    ),
    own("{IRHD}", &["IRHD", "{IRHD}"], &[], &[], "IRHD"),
    own(
        "dB(A)",
        &["dB(A)", "dBA", "dB（A）", "dB (A)", "dB(a)"],
        &[],
        &["分贝(A)", "分贝（A）"],
        "dB(A)",
    ),
    own("dB(C)", &["dB(C)", "dBC", "dB（C）"], &[], &[], "dB(C)"),
    own("dB", &["dB"], &["decibel", "decibels"], &["分贝"], "dB"),
    own(
        "{NTU}",
        &["NTU", "{NTU}", "FNU", "NTU单位"],
        &[],
        &[],
        "NTU",
    ),
    own(
        "{grade}",
        &["{grade}"],
        &["grade", "class", "rating"],
        &["级"],
        "grade",
    ),
    own(
        "{times}",
        &["{times}"],
        &["cycles", "cycle", "times", "rubs", "strokes", "operations"],
        &["个循环", "次循环", "循环", "次", "回"],
        "times",
    ),
    own(
        "{count}",
        &["{count}"],
        &["pieces", "pcs", "items", "spots", "defects", "particles"],
        &[
            "个", "处", "粒", "只", "片", "根", "件", "枚", "颗", "块", "条", "颗粒",
        ],
        "count",
    ),
    own("[CFU]", &["CFU", "cfu", "[CFU]"], &[], &[], "CFU"),
    own("[MPN]", &["MPN", "[MPN]"], &[], &[], "MPN"),
    own("[IU]", &["IU", "[IU]"], &[], &[], "IU"),
];
