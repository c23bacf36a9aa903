//! Extraction over sentences of many fields, written for these tests.
//!
//! 1. Each sentence gives the listed indicators and no others: parameter alike, limit and unit exact.
//! 2. Sentences that require nothing give nothing.

use super::extract;
use crate::compare::score::is_alike;

/// `parameter|limit|unit` of each indicator.
type Case = (&'static str, &'static [&'static str]);

const CHINESE: &[Case] = &[
    // Textiles.
    ("甲醛含量不应大于 75 mg/kg。", &["甲醛含量|≤ 75|mg/kg"]),
    (
        "5.1.2 婴幼儿纺织产品的 pH 值应在 4.0～7.5 之间。",
        &["pH 值|[4.0, 7.5]|[pH]"],
    ),
    ("耐水色牢度不低于3-4级。", &["耐水色牢度|≥ 3.5|{grade}"]),
    (
        "水洗尺寸变化率应为－3.0%～＋2.0%。",
        &["水洗尺寸变化率|[-3.0, 2.0]|%"],
    ),
    (
        "断裂强力经向不应小于 400 N，纬向不应小于 300 N。",
        &["断裂强力经向|≥ 400|N", "断裂强力|≥ 300|N"],
    ),
    (
        "可分解致癌芳香胺染料含量不得超过20毫克每千克。",
        &["可分解致癌芳香胺染料含量|≤ 20|mg/kg"],
    ),
    // Toys and children's products.
    (
        "玩具中可触及的塑料部件，邻苯二甲酸二丁酯的含量应不超过0.1%。",
        &["邻苯二甲酸二丁酯的含量|≤ 0.1|%"],
    ),
    (
        "供3岁以下儿童使用的玩具上的绳索长度不应超过 220 mm。",
        &["绳索长度|≤ 220|mm"],
    ),
    ("弹射物的动能不得大于0.08 J。", &["弹射物的动能|≤ 0.08|J"]),
    (
        "头盔佩戴装置的动态位移不应超过 35 mm，残余位移不应超过 25 mm。",
        &["动态位移|≤ 35|mm", "残余位移|≤ 25|mm"],
    ),
    // Ceramics and glass.
    (
        "吸水率平均值不应大于 0.5%，单个值不应大于 0.6%。",
        &["吸水率平均值|≤ 0.5|%", "吸水率平均值|≤ 0.6|%"],
    ),
    (
        "扁平制品的铅溶出量不得超过 0.8 mg/dm²，镉溶出量不得超过 0.07 mg/dm²。",
        &["铅溶出量|≤ 0.8|mg/dm2", "镉溶出量|≤ 0.07|mg/dm2"],
    ),
    (
        "厚度不小于7.5 mm时，破坏强度不应小于1 300 N。",
        &["破坏强度|≥ 1300|N"],
    ),
    (
        "钢化玻璃在 50 mm×50 mm 区域内的最少碎片数应不少于 40 片。",
        &["最少碎片数|≥ 40|{count}"],
    ),
    // Steel.
    (
        "公称直径不大于 25 mm 的钢筋，弯芯直径应为公称直径的 4 倍。",
        &["弯芯直径与公称直径之比|= 4|1"],
    ),
    ("碳当量 Ceq 应不大于 0.54%。", &["碳当量 Ceq|≤ 0.54|%"]),
    (
        "在－20 ℃下，冲击吸收能量 KV2 不应小于 34 J。",
        &["冲击吸收能量 KV2|≥ 34|J"],
    ),
    (
        "钢板厚度允许偏差为 ±0.3 mm。",
        &["钢板厚度允许偏差|0 ± 0.3|mm"],
    ),
    ("长度偏差为 +50/－0 mm。", &["长度偏差|[0, 50]|mm"]),
    (
        "硫、磷含量均不应大于 0.045%。",
        &["硫|≤ 0.045|%", "磷|≤ 0.045|%"],
    ),
    ("镀锌层质量应不低于 275 g/m²。", &["镀锌层质量|≥ 275|g/m2"]),
    // Cables and electrical safety.
    (
        "20 ℃时导体直流电阻不应大于 4.61 Ω/km。",
        &["导体直流电阻|≤ 4.61|Ohm/km"],
    ),
    ("绝缘电阻应大于 2 MΩ。", &["绝缘电阻|> 2|MOhm"]),
    (
        "电气间隙至少为 3 mm，爬电距离至少为 4 mm。",
        &["电气间隙|≥ 3|mm", "爬电距离|≥ 4|mm"],
    ),
    ("额定电压应为 220 V 或 380 V。", &["额定电压|{220, 380}|V"]),
    ("试验电压应为 (3 000±50) V。", &["试验电压|3000 ± 50|V"]),
    (
        "泄漏电流不得超过 0.25 mA/kW，且最大不超过 5 mA。",
        &["泄漏电流|≤ 0.25|mA/kW", "泄漏电流|≤ 5|mA"],
    ),
    // Tyres, vehicles.
    (
        "胎面磨耗标志的高度应不小于 1.6 mm。",
        &["胎面磨耗标志的高度|≥ 1.6|mm"],
    ),
    (
        "整车质量应小于或等于 55 kg，最高设计车速不超过 25 km/h。",
        &["整车质量|≤ 55|kg", "最高设计车速|≤ 25|km/h"],
    ),
    (
        "轮胎花纹深度小于 1.6 mm 的，不得使用。",
        &["轮胎花纹深度|≥ 1.6|mm"],
    ),
    // Food and additives.
    ("每百克婴儿配方食品中乳糖不得低于 5 g。", &["乳糖|≥ 5|g"]),
    ("苯甲酸的最大使用量为 1.0 g/kg。", &["苯甲酸|≤ 1.0|g/kg"]),
    (
        "菌落总数不得超过 1×10⁵ CFU/g。",
        &["菌落总数|≤ 100000|[CFU]/g"],
    ),
    ("沙门氏菌不得检出。", &["沙门氏菌|不得检出|-"]),
    ("水分应不大于百分之五。", &["水分|≤ 5|%"]),
    (
        "铅、总砷的限量分别为 0.2 mg/kg 和 0.5 mg/kg。",
        &["铅|≤ 0.2|mg/kg", "总砷|≤ 0.5|mg/kg"],
    ),
    (
        "酸价（以脂肪计）超过 3 mg/g 的，判为不合格。",
        &["酸价|≤ 3|mg/g"],
    ),
    (
        "蜂蜜中果糖和葡萄糖含量之和应在60 g/100 g以上。",
        &["果糖和葡萄糖含量之和|≥ 60|g/100g"],
    ),
    // Pesticides.
    (
        "毒死蜱质量分数应为 45.0%±2.2%。",
        &["毒死蜱质量分数|45.0 ± 2.2|%"],
    ),
    (
        "悬浮率应不低于 90%；倾倒后残余物应不大于 5.0%。",
        &["悬浮率|≥ 90|%", "倾倒后残余物|≤ 5.0|%"],
    ),
    // Packaging, furniture, chemicals, PV.
    (
        "包装空隙率不应大于 60%，包装层数不应超过 4 层。",
        &["包装空隙率|≤ 60|%", "包装层数|≤ 4|1"],
    ),
    (
        "床铺面上表面与护栏顶边之间的距离应不小于 300 mm。",
        &["护栏顶边之间的距离|≥ 300|mm"],
    ),
    (
        "抽屉滑道经 50 000 次循环后，操作力不应大于 50 N。",
        &["操作力|≤ 50|N"],
    ),
    (
        "组件经湿热试验1 000 h后，最大功率衰减不应超过5%。",
        &["最大功率衰减|≤ 5|%"],
    ),
    ("组件的填充因子宜不低于 0.75。", &["填充因子|≥ 0.75|1"]),
    (
        "氢氧化钠含量应大于或等于98.0%，铁含量应小于0.005%。",
        &["氢氧化钠含量|≥ 98.0|%", "铁含量|< 0.005|%"],
    ),
    ("苯的浓度限值为 0.11 mg/m³。", &["苯的浓度|≤ 0.11|mg/m3"]),
    (
        "净含量允许短缺量不得超过标示净含量的 3%。",
        &["净含量允许短缺量|≤ 3|%"],
    ),
    (
        "热水器应在 30 s 内达到设定温度。",
        &["达到设定温度时间|≤ 30|s"],
    ),
    (
        "表面粗糙度 Ra 应不大于 3.2 μm。",
        &["表面粗糙度 Ra|≤ 3.2|um"],
    ),
    ("阀门应能承受 1.6 MPa 的压力。", &["压力|≥ 1.6|MPa"]),
    ("把手应能承受不小于 500 N 的拉力。", &["拉力|≥ 500|N"]),
    (
        "贮存温度应为 0 ℃～30 ℃，相对湿度不大于 75%。",
        &["贮存温度|[0, 30]|Cel", "相对湿度|≤ 75|%"],
    ),
    ("标志应清晰、耐久。", &["标志|应清晰、耐久|-"]),
    (
        "表面不应有裂纹、气泡和毛刺。",
        &["表面裂纹|不应有裂纹、气泡和毛刺|-"],
    ),
    ("硬度应为 60～70 HRC。", &["硬度|[60, 70]|HRC"]),
    (
        "照度均匀度不应低于0.7，眩光值UGR不应超过19。",
        &["照度均匀度|≥ 0.7|1", "眩光值UGR|≤ 19|1"],
    ),
    ("使用寿命不应少于 10 年。", &["使用寿命|≥ 10|a"]),
    ("噪声应＜60 dB(A)。", &["噪声|< 60|dB(A)"]),
];

const ENGLISH: &[Case] = &[
    // Ranges a thing must work in, and deviations named upper and lower.
    (
        "The appliance must operate between −10 °C and 40 °C.",
        &["operating temperature|[-10, 40]|Cel"],
    ),
    (
        "The equipment shall be suitable for use at ambient temperatures from -25 °C to +55 °C.",
        &["operating temperature|[-25, 55]|Cel"],
    ),
    (
        "The length shall have a tolerance of +2 mm upper / −1 mm lower deviation.",
        &["tolerance|[-1, 2]|mm"],
    ),
    // Textiles, leather.
    (
        "The formaldehyde content shall not exceed 16 mg/kg.",
        &["formaldehyde content|≤ 16|mg/kg"],
    ),
    (
        "Colour fastness to washing shall be at least grade 4.",
        &["colour fastness to washing|≥ 4|{grade}"],
    ),
    (
        "The chromium(VI) content of leather shall be less than 3 mg/kg.",
        &["chromium(VI) content of leather|< 3|mg/kg"],
    ),
    (
        "Tear strength shall be not less than 25 N when tested in accordance with ISO 13937-2.",
        &["tear strength|≥ 25|N"],
    ),
    // Toys.
    (
        "Cords shall have a maximum length of 220 mm.",
        &["length|≤ 220|mm"],
    ),
    (
        "The kinetic energy of projectiles must not be greater than 0.08 J.",
        &["kinetic energy of projectiles|≤ 0.08|J"],
    ),
    (
        "Toys containing more than 0.1 % of DEHP shall not be placed on the market.",
        &["DEHP|≤ 0.1|%"],
    ),
    (
        "The migration of lead from toy material shall not exceed 23 mg/kg, and that of cadmium shall not exceed 17 mg/kg.",
        &["migration of lead|≤ 23|mg/kg", "cadmium|≤ 17|mg/kg"],
    ),
    (
        "Lead, cadmium and mercury shall each not exceed 100 ppm.",
        &[
            "lead|≤ 100|[ppm]",
            "cadmium|≤ 100|[ppm]",
            "mercury|≤ 100|[ppm]",
        ],
    ),
    // Ceramics and glass.
    (
        "Average water absorption shall be 0.5 % or less.",
        &["average water absorption|≤ 0.5|%"],
    ),
    (
        "No individual value shall be less than 32 MPa.",
        &["individual value|≥ 32|MPa"],
    ),
    (
        "The release of lead shall be no greater than 0,8 mg/dm².",
        &["release of lead|≤ 0.8|mg/dm2"],
    ),
    // Steel.
    (
        "The yield strength shall be a minimum of 60 ksi [420 MPa].",
        &["yield strength|≥ 60|[ksi]"],
    ),
    (
        "The elongation in 8 in. shall be at least 20 percent.",
        &["elongation|≥ 20|%"],
    ),
    (
        "The carbon content shall be 0.25 % max.",
        &["carbon content|≤ 0.25|%"],
    ),
    (
        "Phosphorus: 0.035 % max.; sulfur: 0.035 % max.",
        &["phosphorus|≤ 0.035|%", "sulfur|≤ 0.035|%"],
    ),
    (
        "The wall thickness tolerance shall be +15/−12.5 %.",
        &["wall thickness tolerance|[-12.5, 15]|%"],
    ),
    (
        "Bars shall have a minimum tensile strength of 550 MPa and an elongation of not less than 12 %.",
        &["tensile strength|≥ 550|MPa", "elongation|≥ 12|%"],
    ),
    // Electrical.
    (
        "For appliances of class II, the leakage current shall not exceed 0.25 mA.",
        &["leakage current|≤ 0.25|mA"],
    ),
    (
        "Creepage distances shall be at least 4 mm and clearances shall be at least 3 mm.",
        &["creepage distances|≥ 4|mm", "clearances|≥ 3|mm"],
    ),
    (
        "The insulation resistance shall be greater than or equal to 2 MΩ.",
        &["insulation resistance|≥ 2|MOhm"],
    ),
    (
        "The temperature rise of handles shall not exceed 35 K for metal and 50 K for plastics.",
        &[
            "temperature rise of handles|≤ 35|K",
            "temperature rise of handles|≤ 50|K",
        ],
    ),
    (
        "The rated voltage shall be 110 V, 220 V or 400 V.",
        &["rated voltage|{110, 220, 400}|V"],
    ),
    (
        "The test voltage shall be 3 000 V ± 50 V.",
        &["test voltage|3000 ± 50|V"],
    ),
    (
        "The conductor resistance at 20 °C shall not exceed 4,61 Ω/km.",
        &["conductor resistance|≤ 4.61|Ohm/km"],
    ),
    // Vehicles and tyres.
    (
        "The tread depth shall not be less than 1,6 mm.",
        &["tread depth|≥ 1.6|mm"],
    ),
    (
        "The stopping distance must not exceed 15 feet.",
        &["stopping distance|≤ 15|[ft_i]"],
    ),
    // Food.
    (
        "Infant formula shall contain not less than 60 kcal and not more than 70 kcal of energy per 100 ml.",
        &["energy|[60, 70]|kcal"],
    ),
    (
        "The moisture content shall not be more than 20 %.",
        &["moisture content|≤ 20|%"],
    ),
    (
        "Salmonella shall not be detected in 25 g.",
        &["Salmonella|shall not be detected in 25 g|-"],
    ),
    (
        "The maximum residue limit for chlorpyrifos is 0.05 mg/kg.",
        &["chlorpyrifos|≤ 0.05|mg/kg"],
    ),
    (
        "The pH shall be between 6.5 and 8.5.",
        &["pH|[6.5, 8.5]|[pH]"],
    ),
    ("Arsenic must be below 10 ppb.", &["arsenic|< 10|[ppb]"]),
    // Furniture, packaging, chemicals, PV.
    (
        "The gap shall be less than 5 mm or more than 12 mm.",
        &["gap|< 5|mm", "gap|> 12|mm"],
    ),
    (
        "The chair shall withstand a vertical load of 1 300 N for 10 s.",
        &["vertical load|≥ 1300|N"],
    ),
    (
        "The operating force should not exceed 50 N.",
        &["operating force|≤ 50|N"],
    ),
    (
        "Degradation of maximum output power after the test shall not exceed 5 %.",
        &["degradation of maximum output power|≤ 5|%"],
    ),
    (
        "The sum of concentration levels of lead, cadmium, mercury and hexavalent chromium shall not exceed 100 ppm by weight.",
        &[
            "sum of concentration levels of lead, cadmium, mercury and hexavalent chromium|≤ 100|[ppm]",
        ],
    ),
    ("Purity: not less than 99.5 %.", &["purity|≥ 99.5|%"]),
    (
        "The flash point of the product shall be above 55 °C.",
        &["flash point of the product|> 55|Cel"],
    ),
    (
        "Viscosity at 40 °C shall be within the range 28.8 mm²/s to 35.2 mm²/s.",
        &["viscosity|[28.8, 35.2]|mm2/s"],
    ),
    (
        "The air temperature shall be maintained at 23 °C ± 2 °C.",
        &["air temperature|23 ± 2|Cel"],
    ),
    (
        "A product is non-compliant if its cadmium content is 0.01 % or more.",
        &["cadmium content|< 0.01|%"],
    ),
    (
        "The burst pressure shall be at least 4 times the maximum working pressure.",
        &["burst pressure|≥ 4|1"],
    ),
    (
        "The luminous efficacy shall be no less than 90 lm/W and the power factor shall be at least 0.9.",
        &["luminous efficacy|≥ 90|lm/W", "power factor|≥ 0.9|1"],
    ),
    (
        "Doors shall open with a force of not more than 67 N.",
        &["force|≤ 67|N"],
    ),
    (
        "The material shall be free from visible cracks.",
        &["material|shall be free from visible cracks|-"],
    ),
    ("Hardness shall be 80 HRB maximum.", &["hardness|≤ 80|HRB"]),
    (
        "The flow rate must be no more than 2.0 gpm at 80 psi.",
        &["flow rate|≤ 2.0|[gal_us]/min"],
    ),
    (
        "Closures shall not release at a torque below 10 in-lb.",
        &["torque|≥ 10|[in_lbf]"],
    ),
    ("The minimum thickness is 1.5 mm.", &["thickness|≥ 1.5|mm"]),
    (
        "Openings shall be smaller than 4 mm; edges shall have a radius of at least 0.5 mm.",
        &["openings|< 4|mm", "radius|≥ 0.5|mm"],
    ),
];

const NOTHING: &[&str] = &[
    "本标准适用于额定电压不超过 1 000 V 的电缆。",
    "示例：长度为 5 mm 的试样。",
    "3.2 大型玩具：质量超过 4.5 kg 的玩具。",
    "从每批产品中随机抽取不少于 5 件样品。",
    "试样尺寸按表 3 的规定，试验应按 GB/T 228.1 进行。",
    "在重复性条件下获得的两次独立测定结果的绝对差值不得超过算术平均值的 10%。",
    "本文件代替 GB 6675—2003，与 GB 6675—2003 相比，主要变化如下。",
    "NOTE A value of 5 mm is often used.",
    "This standard applies to cables with a rated voltage not exceeding 1 000 V.",
    "The test shall be performed in accordance with ISO 6892-1.",
    "The repeatability limit r shall not exceed 2 %.",
    "EXAMPLE A rod of at least 5 mm.",
    "See Table 3 and Figure 2, page 14.",
    "3.7 large toy: toy having a mass of more than 4,5 kg",
];

fn printed(text: &str) -> Vec<String> {
    extract(text, None)
        .into_iter()
        .map(|found| {
            format!(
                "{}|{}|{}",
                found.parameter,
                found.limit,
                found.unit.unwrap_or_else(|| "-".to_owned())
            )
        })
        .collect()
}

fn is_expected(found: &str, wanted: &str) -> bool {
    let split = |text: &str| {
        let mut parts = text.splitn(3, '|').map(str::to_owned);
        (
            parts.next().unwrap_or_default(),
            parts.collect::<Vec<String>>(),
        )
    };
    let (name, rest) = split(found);
    let (wanted_name, wanted_rest) = split(wanted);
    rest == wanted_rest && is_alike(&name, &wanted_name)
}

fn failures(cases: &[Case]) -> Vec<String> {
    cases
        .iter()
        .filter_map(|(text, wanted)| {
            let found = printed(text);
            let same = found.len() == wanted.len()
                && wanted
                    .iter()
                    .all(|each| found.iter().any(|own| is_expected(own, each)));
            (!same).then(|| format!("{text}\n   found {found:?}\n  wanted {wanted:?}"))
        })
        .collect()
}

#[test]
fn chinese_sentences_of_many_fields_are_read() {
    let failed = failures(CHINESE);
    assert!(
        failed.is_empty(),
        "{} of {}\n{}",
        failed.len(),
        CHINESE.len(),
        failed.join("\n")
    );
}

#[test]
fn english_sentences_of_many_fields_are_read() {
    let failed = failures(ENGLISH);
    assert!(
        failed.is_empty(),
        "{} of {}\n{}",
        failed.len(),
        ENGLISH.len(),
        failed.join("\n")
    );
}

#[test]
fn what_requires_nothing_gives_nothing() {
    for text in NOTHING {
        assert!(printed(text).is_empty(), "{text}: {:?}", printed(text));
    }
}
