//! Reports as one HTML file that needs nothing else.

use std::fmt::Write;

use html_escape::encode_text;

use super::{Block, Report};

/// The look of a file that is read alone: ink on paper, hairlines, nothing that moves.
const STYLE: &str = "body{font:16px/1.6 system-ui,\"PingFang SC\",\"Microsoft YaHei\",\"Noto Sans CJK SC\",sans-serif;\
color:#1b1f24;background:#fbfaf7;max-width:76rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse;width:100%;font-size:.875rem}\
th,td{text-align:start;vertical-align:top;padding:6px 12px 6px 0;border-bottom:1px solid #d9d6cf}\
thead th{color:#57606a;font-weight:400}@media print{body{background:#fff;margin:0}tr{break-inside:avoid}}";

pub(super) fn write(report: &Report) -> String {
    let language = report.language.pick("zh-Hans", "en");
    let title = encode_text(&report.title);
    let mut html = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style>{STYLE}</style>\n</head>\n\
         <body>\n<h1>{title}</h1>\n"
    );
    for block in &report.blocks {
        match block {
            Block::Heading(level, text) => {
                let level = (level + 1).min(6);
                let _ = writeln!(html, "<h{level}>{}</h{level}>", encode_text(text));
            }
            Block::Paragraph(text) => {
                let _ = writeln!(html, "<p>{}</p>", encode_text(text));
            }
            Block::List(items) => {
                html.push_str("<ul>\n");
                for item in items {
                    let _ = writeln!(html, "<li>{}</li>", encode_text(item));
                }
                html.push_str("</ul>\n");
            }
            Block::Table(table) => {
                html.push_str("<table>\n<thead><tr>");
                for header in &table.headers {
                    let _ = write!(html, "<th scope=\"col\">{}</th>", encode_text(header));
                }
                html.push_str("</tr></thead>\n<tbody>\n");
                for row in &table.rows {
                    html.push_str("<tr>");
                    for cell in row {
                        let _ = write!(html, "<td>{}</td>", encode_text(cell));
                    }
                    html.push_str("</tr>\n");
                }
                html.push_str("</tbody>\n</table>\n");
            }
        }
    }
    html.push_str("</body>\n</html>\n");
    html
}
