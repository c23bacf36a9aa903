//! Queries and the trees they are read into.

use crate::search::query::{Node, parse, parse_lenient};

use super::short;

#[rustfmt::skip]
const QUERIES: [(&str, &str); 125] = [
    // Text stays one leaf, with its numbers.
    ("", "any"),
    ("   ", "any"),
    ("*", "any"),
    ("轮胎", "[轮胎]"),
    ("GB 4806 陶瓷", "[GB 4806 陶瓷]"),
    ("  GB　4806\t陶瓷\n", "[GB 4806 陶瓷]"),
    ("ISO 9001-2015", "[ISO 9001-2015]"),
    ("ISO 9001:2015", "[ISO 9001:2015]"),
    ("JIS X 0208：1997", "[JIS X 0208：1997]"),
    ("GB-T 1.1", "[GB-T 1.1]"),
    ("X-ray", "[X-ray]"),
    ("ISO 9001 -2015", "[ISO 9001 -2015]"),
    ("低温 -20℃ 冲击", "[低温 -20℃ 冲击]"),
    ("GB 20891-2014/XG1-2020", "[GB 20891-2014/XG1-2020]"),
    ("EN 196-3:2005+A1:2008", "[EN 196-3:2005+A1:2008]"),
    ("ГОСТ Р 34.12-2015", "[ГОСТ Р 34.12-2015]"),
    ("食品接触材料或制品", "[食品接触材料或制品]"),
    ("steel or iron and not wood", "[steel or iron and not wood]"),
    ("《陶瓷砖》", "[《陶瓷砖》]"),
    ("19\" 机柜", "[19\" 机柜]"),
    ("a - b", "[a - b]"),
    ("--all", "[--all]"),
    ("foo:bar", "[foo:bar]"),
    ("https://www.iso.org/standard/1.html", "[https://www.iso.org/standard/1.html]"),
    ("或", "[或]"),
    ("NOT", "[NOT]"),
    ("非", "[非]"),
    ("非金属 材料", "[非金属 材料]"),
    ("轮胎，翻新", "[轮胎，翻新]"),
    // Parentheses behind text that hold text only are text.
    ("DB13(J)/T 8422", "[DB13(J)/T 8422]"),
    ("DB13（J）/T 8422-2021", "[DB13（J）/T 8422-2021]"),
    ("ISO 9001:2015(E)", "[ISO 9001:2015(E)]"),
    ("EN 60335-1 (VDE 0700-1)", "[EN 60335-1 (VDE 0700-1)]"),
    ("D638(2008)", "[D638(2008)]"),
    ("ASTM A377-03(2008)e1 铸铁", "[ASTM A377-03(2008)e1 铸铁]"),
    ("聚乙烯(PE 管材) 标准", "[聚乙烯(PE 管材) 标准]"),
    ("低温(-x)冲击", "[低温(-x)冲击]"),
    ("DB13(J)-x y", "[DB13(J)-x y]"),
    ("DIN EN 1 (VDE (a) b):2012-10 c", "[DIN EN 1 (VDE (a) b):2012-10 c]"),
    // Others are groups.
    ("(轮胎)", "[轮胎]"),
    ("（轮胎 翻新）", "[轮胎 翻新]"),
    ("陶瓷 (砖 OR 板)", "and([陶瓷] or([砖] [板]))"),
    ("陶瓷(砖 OR 板)", "and([陶瓷] or([砖] [板]))"),
    ("陶瓷（砖 或 板）", "and([陶瓷] or([砖] [板]))"),
    ("(a b) c", "and([a b] [c])"),
    ("((a OR b) c) OR d", "or(and(or([a] [b]) [c]) [d])"),
    ("a ((-x) b)", "and([a] not([x]) [b])"),
    // Operators.
    ("轮胎 OR 车轮", "or([轮胎] [车轮])"),
    ("轮胎 或 车轮", "or([轮胎] [车轮])"),
    ("轮胎 | 车轮 || 轮毂", "or([轮胎] [车轮] [轮毂])"),
    ("轮胎 ｜ 车轮", "or([轮胎] [车轮])"),
    ("a b OR c d", "or([a b] [c d])"),
    ("a AND b", "and([a] [b])"),
    ("a & b", "and([a] [b])"),
    ("轮胎 且 翻新", "and([轮胎] [翻新])"),
    ("a OR b AND c", "or([a] and([b] [c]))"),
    ("a OR (b OR c)", "or([a] [b] [c])"),
    ("a (b AND c) d", "and([a] [b] [c] [d])"),
    ("(a)OR(b)", "or([a] [b])"),
    ("\"a\"OR\"b\"", "or(phrase[a] phrase[b])"),
    // Exclusion.
    ("轮胎 -翻新", "and([轮胎] not([翻新]))"),
    ("轮胎 －翻新 欧盟", "and([轮胎] not([翻新]) [欧盟])"),
    ("轮胎 NOT 翻新", "and([轮胎] not([翻新]))"),
    ("轮胎 非 翻新", "and([轮胎] not([翻新]))"),
    ("-翻新", "not([翻新])"),
    ("-\"翻新 轮胎\" a", "and(not(phrase[翻新 轮胎]) [a])"),
    ("-(a OR b) c", "and(not(or([a] [b])) [c])"),
    ("-GB/T 19001 质量", "and(not([GB/T 19001]) [质量])"),
    ("-ISO 105-* 染色", "and(not(prefix[ISO 105-]) [染色])"),
    ("质量 NOT 2015", "and([质量] not([2015]))"),
    ("-市场:美国 轮胎", "and(not(market=美国) [轮胎])"),
    ("-(-a)", "not(not([a]))"),
    // Phrases, in every kind of quotes.
    ("\"轮胎 翻新\"", "phrase[轮胎 翻新]"),
    ("“轮胎”", "phrase[轮胎]"),
    ("„Reifen“", "phrase[Reifen]"),
    ("«шины»", "phrase[шины]"),
    ("「輪胎」", "phrase[輪胎]"),
    ("『輪胎』", "phrase[輪胎]"),
    ("＂轮胎＂", "phrase[轮胎]"),
    ("“轮胎\"", "phrase[轮胎]"),
    ("\"「a」 b\"", "phrase[「a」 b]"),
    ("\"  a \n b \"", "phrase[a b]"),
    ("\"a b\"~3", "phrase~3[a b]"),
    ("\"a b\"～2 c", "and(phrase~2[a b] [c])"),
    ("轮胎\"翻新\"标准", "and([轮胎] phrase[翻新] [标准])"),
    // Prefixes.
    ("GB/T 1*", "prefix[GB/T 1]"),
    ("ISO 105-*", "prefix[ISO 105-]"),
    ("JIS K 62* 橡胶", "and(prefix[JIS K 62] [橡胶])"),
    ("陶瓷 GB 48＊", "and([陶瓷] prefix[GB 48])"),
    ("cera*", "prefix[cera]"),
    ("GB 陶瓷*", "and([GB] prefix[陶瓷])"),
    ("a** b", "and(prefix[a] [b])"),
    ("a*b", "[a*b]"),
    ("轮胎 *", "[轮胎]"),
    // Fields in both languages, all widths and scripts.
    ("标准号:GB/T 19001-2016 质量", "and(number=GB/T 19001-2016 [质量])"),
    ("number:iso/iec 27001", "number=iso/iec 27001"),
    ("标准号:DB13(J)/T 8422-2021", "number=DB13(J)/T 8422-2021"),
    ("no:EN ISO 13485,ISO 9001", "number=EN ISO 13485|ISO 9001"),
    ("编号:GB/T 1*", "number=prefix[GB/T 1]"),
    ("国别：欧盟 轮胎", "and(market=欧盟 [轮胎])"),
    ("國別：歐盟", "market=歐盟"),
    ("Country:\"United States\"", "market=phrase[United States]"),
    ("market:(United States OR 欧盟)", "market=United States|欧盟"),
    ("market:欧盟,美国、日本", "market=欧盟|美国|日本"),
    ("market:欧盟, 美国 轮胎", "and(market=欧盟|美国 [轮胎])"),
    ("状态:现行", "status=current"),
    ("status:current,即将实施", "status=current|upcoming"),
    ("状态:(废止 或 被代替)", "status=withdrawn|superseded"),
    ("类型:法规,notification", "kind=regulation|notification"),
    ("ＩＣＳ：６７．１８０", "ics=67.180"),
    ("ICS:83.*", "ics=prefix[83.]"),
    ("HS:4011.10,7214", "hs=4011.10|7214"),
    ("CCS:g41", "ccs=G41"),
    ("产品:轮胎 发布:2020..2024", "and(product=轮胎 published=2020..2024)"),
    ("发布：2020年5月至2024", "published=2020-05..2024"),
    ("截止:<30d", "deadline=<30d"),
    ("截止:＜30天", "deadline=<30d"),
    ("实施:-30d..今天", "implemented=-30d..today"),
    ("hs:*", "hs=any"),
    ("采标:ISO 9001 family:GB/T 19001", "and(adopts=ISO 9001 family=GB/T 19001)"),
    ("标题:-x,OR", "title=-x|OR"),
    ("标准号:DB13(J)/T 8422,GB 1 钢", "and(number=DB13(J)/T 8422|GB 1 [钢])"),
    ("产品:聚乙烯(PE 管材),管", "product=聚乙烯(PE 管材)|管"),
    ("-聚乙烯(PE 管材) 管", "and(not([聚乙烯(PE 管材)]) [管])"),
    ("a (J)x*", "prefix[a (J)x]"),
];

#[test]
fn every_query_of_the_table_is_read_as_its_tree_by_both_drivers() {
    for (query, tree) in QUERIES {
        let strict = parse(query).unwrap_or_else(|error| panic!("{query}: {error}"));
        assert_eq!(short(&strict), tree, "{query}");
        let lenient = parse_lenient(query);
        assert_eq!(lenient.node, strict, "{query}");
        assert_eq!(lenient.repairs, [], "{query}");
    }
}

#[test]
fn every_query_of_the_table_prints_to_text_that_reads_the_same() {
    for (query, _) in QUERIES {
        let node = parse(query).unwrap().without_spans();
        let printed = node.to_string();
        assert_eq!(
            parse(&printed).unwrap().without_spans(),
            node,
            "{query} → {printed}"
        );
        assert_eq!(parse(&printed).unwrap().to_string(), printed, "{query}");
    }
}

#[test]
fn spans_point_at_what_was_written() {
    let query = "陶瓷 -\"旧 版\" GB 1* 国别：欧盟,美国";
    let Node::And(children) = parse(query).unwrap() else {
        panic!("a conjunction")
    };
    let written: Vec<&str> = children.iter().map(|child| &query[child.span()]).collect();
    assert_eq!(written, ["陶瓷", "\"旧 版\"", "GB 1*", "国别：欧盟,美国"]);
    let Node::Field { values, .. } = &children[3] else {
        panic!("a field")
    };
    let values: Vec<&str> = values
        .iter()
        .map(|value| &query[value.span.clone()])
        .collect();
    assert_eq!(values, ["欧盟", "美国"]);
    assert_eq!(&query[parse(query).unwrap().span()], query);
}
