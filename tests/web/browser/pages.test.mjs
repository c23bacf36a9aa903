// The pages in a real browser: what a template test cannot see.
//
// 1. No page is wider than the window, from 360 to 1440 px, in both languages and themes.
// 2. Nothing is refused by the content security policy and nothing fails to load.
// 3. Texts have the contrast of WCAG 2 AA on the paper they stand on.
// 4. A search works with the keyboard alone, and without script.
//
// Run with a server that has the carried corpus:
//   duibiao serve --listen 127.0.0.1:18080 &
//   cd tests/web/browser && npm install && DUIBIAO_URL=http://127.0.0.1:18080 npm test
// CHROMIUM names the browser (default /usr/bin/chromium).

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";

const site = process.env.DUIBIAO_URL ?? "http://127.0.0.1:18080";
const quiet = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const paths = [
  "/", "/search?q=%E8%BD%AE%E8%83%8E", "/search?q=steel&market=INT&status=current", "/search?q=qqxxzz&market=EU",
  "/search?kind=notification", "/records/GB~T_1499.2-2018", "/records/EU-2023-988-GPSR", "/products", "/products/stroller",
  "/number?n=GB6675", "/sources", "/about", "/nowhere",
];

let browser;
before(async () => {
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: quiet });
});
after(() => browser.close());

async function open(path, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  const answer = await page.goto(site + path);
  return { page, complaints, status: answer.status(), done: () => context.close() };
}

/** Runs in the page: texts whose contrast with what lies behind them is below WCAG 2 AA. */
function faint() {
  const channels = (colour) => colour.match(/[\d.]+/g).map(Number);
  const luminance = ([red, green, blue]) => {
    const linear = [red, green, blue].map((value) => {
      const part = value / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2];
  };
  const behind = (element) => {
    for (let one = element; one; one = one.parentElement) {
      const colour = channels(getComputedStyle(one).backgroundColor);
      if (colour.length < 4 || colour[3] === 1) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
    if (!own || !element.checkVisibility()) continue;
    const style = getComputedStyle(element);
    const [one, other] = [luminance(channels(style.color)), luminance(behind(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const large = parseFloat(style.fontSize) >= 24 || (parseFloat(style.fontSize) >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (large ? 3 : 4.5)) found.push(`${element.className || element.tagName} ${ratio.toFixed(2)}`);
  }
  return [...new Set(found)];
}

for (const language of ["zh", "en"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`pages fit, load and can be read: ${language}, ${colorScheme}`, async () => {
      for (const path of paths) {
        const address = `/${language}${path}`;
        const { page, complaints, status, done } = await open(address, { colorScheme, viewport: { width: 360, height: 780 } });
        assert.equal(status, path === "/nowhere" ? 404 : 200, address);
        for (const width of [360, 768, 1440]) {
          await page.setViewportSize({ width, height: 900 });
          const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          assert.ok(beyond <= 0, `${address} is ${beyond} px wider than ${width}`);
        }
        assert.deepEqual(await page.evaluate(faint), [], address);
        assert.deepEqual(complaints.filter((text) => !text.includes("status of 404")), [], address);
        await done();
      }
    });
  }
}

test("a search works with the keyboard alone", async () => {
  const { page, done } = await open("/zh/about");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("/");
  await page.keyboard.type("轮胎");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\?q=/);
  assert.ok((await page.locator("ol.hits > li").count()) > 5);
  await done();
});

test("a search, its facets and its evidence work without script", async () => {
  const { page, done } = await open("/zh/", { javaScriptEnabled: false, viewport: { width: 360, height: 780 } });
  await page.fill("input[type=search]", "钢筋");
  await page.click("form.box button");
  await page.click("details.facets > summary");
  await page.click("details.facets a:has-text('现行')");
  await page.click("ol.hits a.number >> nth=0");
  await page.click(".drawers summary >> nth=0");
  assert.ok(await page.locator(".drawers details[open]").first().isVisible());
  await done();
});

test("facets lie open beside the results where there is room", async () => {
  const { page, done } = await open("/zh/search?q=%E9%92%A2", { viewport: { width: 1440, height: 900 } });
  assert.ok(await page.locator(".facets nav").isVisible());
  assert.ok(!(await page.locator(".facets > summary").isVisible()));
  await done();
});
