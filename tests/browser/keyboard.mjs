// The keyboard, and what the script adds.

import assert from "node:assert/strict";
import { test } from "node:test";
import { go, openWindow, passesAxe } from "./browser.mjs";

const DESK = { viewport: { width: 1440, height: 900 } };

test("a search works with the keyboard alone", async () => {
  const { page, done } = await openWindow(DESK);
  await go(page, "/zh/about");
  await page.keyboard.press("Tab");
  assert.equal(await page.evaluate(() => document.activeElement.className), "skip");
  await page.keyboard.press("/");
  await page.keyboard.type("轮胎");
  await page.keyboard.press("Enter");
  await page.waitForURL(/search\?q=/);
  assert.ok((await page.locator("ol.hits > li").count()) > 5);
  await done();
});

test("whatever has the focus shows it", async () => {
  const { page, done } = await openWindow(DESK);
  await go(page, "/zh/search?q=%E9%92%A2");
  for (let step = 0; step < 25; step += 1) {
    await page.keyboard.press("Tab");
    const seen = await page.evaluate(() => {
      const style = getComputedStyle(document.activeElement);
      return { what: document.activeElement.outerHTML.slice(0, 80), width: style.outlineWidth, line: style.outlineStyle };
    });
    assert.ok(seen.line !== "none" && parseFloat(seen.width) >= 2, `no ring around ${seen.what}`);
  }
  await done();
});

test("help while typing can be chosen with the arrows and passes axe-core", async () => {
  const { page, done } = await openWindow(DESK);
  await go(page, "/zh/");
  await page.locator("main input[type=search]").pressSequentially("GB 66");
  await page.locator(".suggestions li").first().waitFor();
  await passesAxe(page, "the open list of suggestions");
  await page.keyboard.press("ArrowDown");
  assert.equal(await page.locator(".suggestions li[aria-selected=true]").count(), 1);
  await page.keyboard.press("Escape");
  assert.ok(!(await page.locator(".suggestions").first().isVisible()));
  await done();
});

test("n and p jump between the differences of a comparison", async () => {
  const { page, done } = await openWindow(DESK);
  await go(page, "/zh/gap?product=toy&market=US");
  const here = () => page.evaluate(() => document.activeElement.id);
  await page.keyboard.press("n");
  const first = await here();
  assert.match(first, /^line-/);
  await page.keyboard.press("n");
  assert.notEqual(await here(), first);
  await page.keyboard.press("p");
  assert.equal(await here(), first);
  await done();
});

test("facets lie open beside the results where there is room, and folded where there is not", async () => {
  const { page, done } = await openWindow(DESK);
  await go(page, "/zh/search?q=%E9%92%A2");
  assert.ok(await page.locator(".facets nav").isVisible());
  await page.setViewportSize({ width: 360, height: 780 });
  assert.ok(!(await page.locator(".facets nav").isVisible()));
  await done();
});
