//! A table of words that tell one quantity, condition or procedure from another, in both languages.
//!
//! A facet is a question with several answers. Two texts that both answer it, and have no answer in
//! common, do not speak of the same thing. A text that leaves a question open never disagrees, except
//! where the facet is marked [`Silence::Differs`]: chromium is not chromium(VI).

/// What it means that only one side answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Silence {
    /// Nothing: the other side just did not say.
    Agrees,
    /// The other side means another thing.
    Differs,
}

/// A question and its answers, each with its words.
#[derive(Debug)]
pub(super) struct Facet {
    pub(super) name: &'static str,
    pub(super) silence: Silence,
    answers: &'static [&'static [&'static str]],
}

const fn facet(name: &'static str, answers: &'static [&'static [&'static str]]) -> Facet {
    Facet {
        name,
        silence: Silence::Agrees,
        answers,
    }
}

const fn strict(name: &'static str, answers: &'static [&'static [&'static str]]) -> Facet {
    Facet {
        name,
        silence: Silence::Differs,
        answers,
    }
}

/// Facets of the parameter's name.
pub(super) const QUANTITIES: &[Facet] = &[
    facet(
        "substance",
        &[
            &["铅", "lead", "pb"],
            &["镉", "cadmium", "cd"],
            &["汞", "mercury", "hg"],
            &["砷", "arsenic", "as"],
            &["铬", "chromium", "cr", "chrome"],
            &["锑", "antimony", "sb"],
            &["钡", "barium", "ba"],
            &["硒", "selenium", "se"],
            &["镍", "nickel", "ni"],
            &["铜", "copper", "cu"],
            &["锌", "zinc", "zn"],
            &["锡", "tin"],
            &["铁", "iron", "fe"],
            &["锰", "manganese", "mn"],
            &["铝", "aluminium", "aluminum"],
            &["钴", "cobalt"],
            &["钠", "sodium"],
            &["钾", "potassium"],
            &["钙", "calcium"],
            &["镁", "magnesium"],
            &["硼", "boron"],
            &["硫", "sulfur", "sulphur"],
            &["磷", "phosphorus", "phosphate"],
            &["氯", "chlorine", "chloride"],
            &["氟", "fluorine", "fluoride"],
            &["碳", "carbon"],
            &["硅", "silicon"],
            &["甲醛", "formaldehyde"],
            &["乙醛", "acetaldehyde"],
            &["苯并", "benzo"],
            &["甲苯", "toluene"],
            &["二甲苯", "xylene"],
            &["三聚氰胺", "melamine"],
            &["氯霉素", "chloramphenicol"],
            &["黄曲霉毒素", "aflatoxin"],
            &["赭曲霉", "ochratoxin"],
            &["玉米赤霉烯酮", "zearalenone"],
            &["脱氧雪腐镰刀菌烯醇", "呕吐毒素", "deoxynivalenol"],
            &["苯甲酸", "benzoic", "benzoate"],
            &["山梨酸", "sorbic", "sorbate"],
            &["二氧化硫", "sulfur dioxide", "sulphur dioxide", "sulfite"],
            &["亚硝酸盐", "nitrite"],
            &["硝酸盐", "nitrate"],
            &["沙门氏菌", "salmonella"],
            &["大肠菌群", "coliforms", "coliform"],
            &["大肠埃希氏菌", "escherichia"],
            &["金黄色葡萄球菌", "staphylococcus"],
            &["李斯特", "listeria"],
            &["霉菌", "mould", "mold"],
            &["酵母", "yeast"],
            &["菌落总数", "plate count", "total bacterial count"],
            &["dehp"],
            &["dbp"],
            &["bbp"],
            &["dinp"],
            &["didp"],
            &["dnop"],
            &["dibp"],
            &["双酚a", "bisphenol a", "bpa"],
            &["pfoa", "全氟辛酸"],
            &["pfos", "全氟辛烷磺酸"],
            &["多环芳烃", "pahs", "pah", "polycyclic aromatic"],
            &["毒死蜱", "chlorpyrifos"],
            &["草甘膦", "glyphosate"],
            &["一氧化碳", "carbon monoxide", "co"],
            &["二氧化碳", "carbon dioxide", "co2"],
            &["氮氧化物", "nitrogen oxides", "nox"],
            &["pm10"],
            &["pm2.5", "pm25"],
            &["水分", "含水率", "moisture"],
            &["灰分", "ash"],
            &["蛋白质", "protein"],
            &["脂肪", "fat"],
            &["氨", "ammonia"],
            &["挥发性有机", "voc", "tvoc"],
            &["偶氮", "芳香胺", "azo", "azocolourants", "aromatic amines"],
        ],
    ),
    strict(
        "oxidation state or species",
        &[
            &[
                "六价",
                "hexavalent",
                "cr(vi)",
                "chromium(vi)",
                "chromium (vi)",
                "cr vi",
                "chromium vi",
            ],
            &["三价", "trivalent", "cr(iii)", "chromium(iii)"],
            &["甲基汞", "methylmercury", "methyl mercury"],
            &["无机砷", "inorganic arsenic", "inorganic"],
            &["有机锡", "organotin", "organic tin"],
        ],
    ),
    facet(
        "form",
        &[
            &[
                "总铅",
                "总镉",
                "总汞",
                "总砷",
                "总铬",
                "总含量",
                "总量",
                "total content",
                "total lead",
                "total cadmium",
                "total chromium",
                "total arsenic",
                "total mercury",
            ],
            &["可溶性", "可溶", "soluble"],
            &["可迁移", "迁移", "migration", "migratable", "migrated"],
            &["可萃取", "萃取", "extractable", "extracted"],
            &[
                "释放",
                "溶出",
                "emission",
                "release",
                "leaching",
                "released",
                "leachable",
            ],
            &["游离", "free"],
        ],
    ),
    facet(
        "kind of strength",
        &[
            &["抗拉", "拉伸", "tensile"],
            &["屈服", "yield"],
            &["抗压", "压缩", "compressive", "compression"],
            &[
                "抗弯",
                "弯曲",
                "抗折",
                "断裂模数",
                "flexural",
                "bending",
                "rupture",
                "transverse strength",
            ],
            &["剪切", "shear"],
            &["撕裂", "撕破", "tear", "tearing"],
            &["剥离", "peel", "peeling"],
            &["顶破", "胀破", "bursting"],
            &["冲击", "impact"],
            &["疲劳", "fatigue"],
            &["粘结", "粘接", "bond", "adhesion", "附着"],
        ],
    ),
    facet(
        "quantity",
        &[
            &["硬度", "hardness"],
            &["厚度", "壁厚", "厚", "thickness"],
            &["长度", "length"],
            &["宽度", "width", "breadth"],
            &["高度", "height"],
            &["直径", "内径", "外径", "通径", "diameter", "bore"],
            &["质量", "重量", "克重", "mass", "weight"],
            &["温度", "temperature"],
            &["温升", "temperature rise"],
            &["时间", "time", "duration"],
            &["效率", "efficiency"],
            &["噪声", "声功率", "声压", "noise", "sound", "acoustic"],
            &["电压", "voltage"],
            &["电流", "current"],
            &["电阻", "阻力", "resistance"],
            &["功率", "power", "wattage"],
            &["频率", "frequency"],
            &["容量", "容积", "capacity", "volume"],
            &["压力", "pressure"],
            &["速度", "车速", "speed", "velocity"],
            &["伸长率", "延伸率", "elongation"],
            &["闪点", "flash point", "flashpoint"],
            &["黏度", "粘度", "viscosity"],
            &["密度", "density"],
            &["浓度", "含量", "concentration", "content"],
            &[
                "距离",
                "间距",
                "间隙",
                "distance",
                "gap",
                "spacing",
                "clearance",
                "clear opening",
                "between",
            ],
            &["流量", "flow"],
            &["扭矩", "力矩", "torque"],
            &["照度", "illuminance"],
            &["光通量", "luminous flux"],
            &["色牢度", "fastness"],
            &["吸水率", "water absorption"],
            &["收缩", "尺寸变化", "shrinkage", "dimensional change"],
            &["深度", "depth"],
            &["角度", "angle"],
            &["面积", "area"],
            &["寿命", "life", "endurance"],
            &["熔点", "melting"],
            &["沸点", "boiling"],
        ],
    ),
    facet(
        "fastness to",
        &[
            &["摩擦", "rubbing", "crocking"],
            &["汗渍", "perspiration", "sweat"],
            &["洗", "washing", "laundering"],
            &["光", "light"],
            &["干洗", "dry cleaning", "dry-cleaning"],
            &["唾液", "saliva"],
            &["耐水", "to water"],
        ],
    ),
    facet(
        "creepage or clearance",
        &[
            &["爬电", "creepage"],
            &["电气间隙", "clearance", "clearances"],
        ],
    ),
    facet("toxin", &[&["b1"], &["m1"], &["b2"], &["g1"]]),
    facet(
        "sound",
        &[&["声功率", "sound power"], &["声压", "sound pressure"]],
    ),
    facet(
        "weighting",
        &[&["a计权", "a-weighted"], &["c计权", "c-weighted"]],
    ),
    facet(
        "current or withstand",
        &[
            &["泄漏", "leakage", "touch current"],
            &["耐压", "耐电压", "dielectric", "electric strength"],
        ],
    ),
    facet(
        "power mode",
        &[
            &["待机", "standby", "stand-by"],
            &["关机", "off mode", "off-mode"],
            &["额定功率", "rated power", "rated input"],
        ],
    ),
    facet(
        "part",
        &[
            &["内径", "inner", "inside", "internal diameter", "bore"],
            &["外径", "outer", "outside", "external diameter"],
        ],
    ),
    facet(
        "index",
        &[
            &["内照射", "internal exposure"],
            &["外照射", "external exposure"],
        ],
    ),
];

/// Facets of conditions, and of names where they are found.
pub(super) const CONDITIONS: &[Facet] = &[
    facet(
        "averaging",
        &[
            &["年平均", "年均", "annual", "yearly", "calendar year"],
            &[
                "24小时平均",
                "24 小时平均",
                "24h平均",
                "24 h平均",
                "日平均",
                "日均",
                "24-hour",
                "24 hour",
                "24-h",
                "daily",
            ],
            &[
                "1小时平均",
                "1 小时平均",
                "小时均值",
                "1h平均",
                "1-hour",
                "hourly",
                "one-hour",
                "1 h mean",
            ],
            &[
                "8小时",
                "8 小时",
                "8-hour",
                "8 hour",
                "8 h",
                "time-weighted",
                "时间加权",
            ],
            &["15 min", "15min", "短时间", "short-term", "stel"],
            &["月平均", "monthly"],
            &["瞬时", "最高容许", "ceiling", "instantaneous"],
            &["季平均", "quarterly"],
        ],
    ),
    facet(
        "statistic",
        &[
            &["平均值", "平均", "average", "mean"],
            &[
                "单个值",
                "单值",
                "单个",
                "单次",
                "individual",
                "single value",
                "any individual",
            ],
        ],
    ),
    facet(
        "class of protection",
        &[
            &["ⅰ类", "i类", "i 类", "class i", "class 1"],
            &["ⅱ类", "ii类", "ii 类", "class ii", "class 2"],
            &["ⅲ类", "iii类", "iii 类", "class iii", "class 3"],
            &["0类", "class 0"],
        ],
    ),
    facet(
        "portability",
        &[
            &["便携式", "手持式", "portable", "hand-held"],
            &["固定式", "驻立式", "stationary", "fixed"],
        ],
    ),
    facet(
        "basis",
        &[
            &[
                "干基",
                "干物质",
                "干重",
                "绝干",
                "dry basis",
                "dry weight",
                "dry matter",
                "dry mass",
            ],
            &[
                "湿基",
                "鲜重",
                "以鲜",
                "湿重",
                "wet weight",
                "wet basis",
                "fresh weight",
                "as received",
                "as-received",
            ],
        ],
    ),
    facet(
        "wet or dry",
        &[
            &["干态", "干摩", "（干", "(干", "dry"],
            &["湿态", "湿摩", "（湿", "(湿", "wet"],
        ],
    ),
    facet(
        "extraction",
        &[
            &["水萃取", "water extraction", "aqueous extraction"],
            &[
                "蒸汽吸收",
                "vapour absorption",
                "vapor absorption",
                "steam absorption",
            ],
        ],
    ),
    facet(
        "emission test",
        &[
            &["干燥器", "desiccator"],
            &["气候箱", "环境舱", "chamber"],
            &["穿孔", "perforator"],
            &["气体分析", "gas analysis"],
            &["烧瓶法", "flask"],
        ],
    ),
    facet(
        "abrasion tester",
        &[
            &["马丁代尔", "martindale"],
            &["wyzenbeek", "double rubs", "威士"],
            &["taber", "泰伯"],
        ],
    ),
    facet(
        "hardness scale",
        &[
            &["布氏", "brinell"],
            &["洛氏", "rockwell"],
            &["维氏", "vickers"],
            &["邵氏", "邵尔", "shore"],
        ],
    ),
    facet(
        "impact specimen",
        &[
            &["夏比", "简支梁", "charpy"],
            &["悬臂梁", "izod"],
            &["落锤", "落球", "falling"],
        ],
    ),
    facet(
        "notch",
        &[
            &["v型缺口", "v形缺口", "kv", "v-notch"],
            &["u型缺口", "u形缺口", "ku", "u-notch"],
            &["无缺口", "unnotched"],
        ],
    ),
    facet(
        "cup",
        &[
            &["闭口", "closed cup", "closed-cup", "pensky"],
            &["开口", "open cup", "open-cup", "cleveland"],
        ],
    ),
    facet(
        "simulant",
        &[
            &["乙酸", "acetic"],
            &["乙醇", "ethanol"],
            &["橄榄油", "植物油", "油脂", "olive oil", "vegetable oil"],
            &["蒸馏水", "distilled water"],
            &["正己烷", "hexane"],
        ],
    ),
    facet(
        "direction",
        &[
            &["纵向", "longitudinal", "machine direction"],
            &["横向", "transverse", "cross direction"],
            &["经向", "warp"],
            &["纬向", "weft", "filling"],
        ],
    ),
    facet(
        "place",
        &[
            &["室内", "indoor", "interior"],
            &["室外", "户外", "outdoor", "exterior"],
        ],
    ),
    facet(
        "ageing",
        &[
            &[
                "老化前",
                "初始",
                "新品",
                "before ageing",
                "before aging",
                "initial",
                "unaged",
            ],
            &["老化后", "after ageing", "after aging", "aged"],
        ],
    ),
    facet(
        "time of day",
        &[
            &["昼间", "白天", "daytime", "day-time"],
            &["夜间", "夜晚", "night", "night-time"],
        ],
    ),
    facet(
        "skin contact",
        &[
            &[
                "非直接接触",
                "不直接接触",
                "without direct",
                "no direct",
                "not in direct",
                "non-direct",
            ],
            &[
                "直接接触皮肤",
                "直接接触",
                "in direct contact",
                "direct skin",
                "direct contact",
            ],
        ],
    ),
    facet(
        "consumer",
        &[
            &[
                "婴幼儿",
                "婴儿",
                "infant",
                "infants",
                "babies",
                "baby",
                "under 36 months",
            ],
            &["成人", "adult", "adults"],
        ],
    ),
    facet(
        "age",
        &[
            &[
                "3岁以下",
                "3 岁以下",
                "36个月以下",
                "36 个月以下",
                "under 3 years",
                "under 36 months",
                "younger than 3",
            ],
            &[
                "3岁以上",
                "3 岁以上",
                "over 3 years",
                "3 years and over",
                "older than 3",
            ],
        ],
    ),
    facet(
        "mode",
        &[
            &["待机", "standby"],
            &["关机", "off mode"],
            &["运行", "工作状态", "operating", "in operation"],
        ],
    ),
    facet(
        "surface",
        &[
            &["金属", "metal"],
            &["塑料", "plastic", "plastics"],
            &["木", "wood", "wooden"],
            &["玻璃", "glass"],
        ],
    ),
    facet(
        "product",
        &[
            &["扁平", "flatware"],
            &["空心", "中空", "hollowware", "holloware", "hollow-ware"],
            &["涂层", "涂料", "coating", "paint"],
            &["基材", "substrate"],
        ],
    ),
    facet(
        "road",
        &[
            &["干态路面", "dry road", "dry surface"],
            &["湿态路面", "wet road", "wet surface"],
        ],
    ),
    facet("water", &[&["冷水", "cold water"], &["热水", "hot water"]]),
    facet(
        "load",
        &[
            &["满载", "full load", "laden"],
            &["空载", "no load", "unladen", "no-load"],
        ],
    ),
    facet(
        "state",
        &[
            &["液体", "liquid"],
            &["固体", "粉状", "solid", "powder", "powdered"],
        ],
    ),
    facet(
        "state of supply",
        &[
            &["淬火", "quenched"],
            &["退火", "annealed"],
            &["热轧", "hot rolled", "hot-rolled"],
            &["冷轧", "冷拉", "cold rolled", "cold-rolled", "cold drawn"],
        ],
    ),
];

impl Facet {
    /// The answers a text gives, by their place.
    fn answers(&self, lower: &str) -> Vec<usize> {
        let matches = |words: &[&str]| words.iter().any(|word| occurs(lower, word));
        let mut found: Vec<usize> = (0..self.answers.len())
            .filter(|place| matches(self.answers[*place]))
            .collect();
        if self.name == "skin contact" && found.len() == 2 {
            found.truncate(1);
        }
        found
    }

    /// What the two texts disagree on, in words.
    pub(super) fn conflict(&self, left: &str, right: &str) -> Option<String> {
        let (left_answers, right_answers) = (self.answers(left), self.answers(right));
        let differ = match self.silence {
            Silence::Agrees => {
                !left_answers.is_empty()
                    && !right_answers.is_empty()
                    && left_answers
                        .iter()
                        .all(|answer| !right_answers.contains(answer))
            }
            Silence::Differs => left_answers != right_answers,
        };
        let name = |answers: &[usize]| {
            let words: Vec<&str> = answers
                .iter()
                .filter_map(|place| self.answers[*place].first())
                .copied()
                .collect();
            if words.is_empty() {
                "—".to_owned()
            } else {
                words.join("/")
            }
        };
        differ.then(|| {
            format!(
                "{}: {} ≠ {}",
                self.name,
                name(&left_answers),
                name(&right_answers)
            )
        })
    }
}

/// Whether a phrase occurs in lower-case text, Latin phrases only as whole words.
pub(super) fn occurs(lower: &str, phrase: &str) -> bool {
    let latin_start = phrase.starts_with(|c: char| c.is_ascii_alphanumeric());
    let latin_end = phrase.ends_with(|c: char| c.is_ascii_alphanumeric());
    lower.match_indices(phrase).any(|(at, _)| {
        let before = lower[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        let after = lower[at + phrase.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
        !(latin_start && before || latin_end && after)
    })
}
