// A server of our own over the carried corpus, with a letter box for the letters it sends.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { LetterBox } from "./letter_box.mjs";

/** Notifications as ePing answered: the carried corpus has none. */
const NOTIFICATIONS = ["june-1", "june-2", "november"].map((name) =>
  fileURLToPath(new URL(`../../corpora/pages/eping/${name}.json`, import.meta.url)),
);
const LONGEST_START_MS = 180_000;
const BETWEEN_LOOKS_MS = 250;

export const letterBox = new LetterBox();
let site = process.env.DUIBIAO_URL ?? "";
let server = null;
let folder = null;
let environment = null;

/** Whether the server is ours, so that its letters come to us. */
export const isOurs = !process.env.DUIBIAO_URL;

/** The address of a path. */
export const at = (path) => site + path;

/** Starts the server, unless one was named, and waits until it is ready. */
export async function openHouse() {
  if (isOurs) await start();
  const latest = Date.now() + LONGEST_START_MS;
  for (;;) {
    const answer = await fetch(at("/readyz")).catch(() => null);
    if (answer?.ok) return;
    if (server?.exitCode != null) throw new Error(`expected a running server, found exit code ${server.exitCode}`);
    if (Date.now() > latest) throw new Error(`expected the server to be ready within ${LONGEST_START_MS} ms`);
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
}

/** Sends the letters that wait: the server itself looks for them once a minute. */
export const sendLetters = () => run("digest");

/** Stops what was started. */
export async function closeHouse() {
  if (!isOurs) return;
  const stopped = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGTERM");
  await stopped;
  await letterBox.close();
  await rm(folder, { recursive: true, force: true });
}

async function start() {
  const program = process.env.DUIBIAO_BIN;
  if (!program) throw new Error("expected the program in DUIBIAO_BIN or a server in DUIBIAO_URL, found neither");
  folder = await mkdtemp(join(tmpdir(), "duibiao-browser-"));
  const [port, mailPort] = [await freePort(), await letterBox.open()];
  site = `http://127.0.0.1:${port}`;
  environment = {
    ...process.env,
    DUIBIAO_DATA_DIR: folder,
    DUIBIAO_LOG: process.env.DUIBIAO_LOG ?? "warn",
    DUIBIAO_ALERTS__SITE: site,
    DUIBIAO_ALERTS__QUESTIONS_A_DAY: "20",
    DUIBIAO_MAIL__HOST: "127.0.0.1",
    DUIBIAO_MAIL__PORT: String(mailPort),
    DUIBIAO_MAIL__SECURITY: "none",
  };
  await run("import", ...NOTIFICATIONS);
  const listen = ["serve", "--listen", `127.0.0.1:${port}`];
  server = spawn(program, listen, { stdio: ["ignore", "ignore", "inherit"], env: environment });
}

const run = (...words) => promisify(execFile)(process.env.DUIBIAO_BIN, words, { env: environment });

function freePort() {
  return new Promise((resolve, reject) => {
    const listener = createServer();
    listener.once("error", reject);
    listener.listen(0, "127.0.0.1", () => {
      const { port } = listener.address();
      listener.close(() => resolve(port));
    });
  });
}
