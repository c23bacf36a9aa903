// A server that takes every letter (RFC 5321, the few commands a sender needs) and lets a test read it.

import { createServer } from "node:net";

const LONGEST_WAIT_MS = 60_000;
const BETWEEN_LOOKS_MS = 100;

export class LetterBox {
  #letters = [];
  #server = null;

  /** Opens a port of its own and returns it. */
  open() {
    return new Promise((resolve, reject) => {
      this.#server = createServer((socket) => this.#talk(socket));
      this.#server.once("error", reject);
      this.#server.listen(0, "127.0.0.1", () => resolve(this.#server.address().port));
    });
  }

  close() {
    return new Promise((resolve) => this.#server.close(resolve));
  }

  /** Waits for a letter to an address that holds a link with this in its path, and returns the link. */
  async link(address, part) {
    const latest = Date.now() + LONGEST_WAIT_MS;
    while (Date.now() < latest) {
      const texts = this.#letters.filter((letter) => letter.to.includes(address)).map((letter) => letter.text);
      const found = texts.join("\n").match(new RegExp(`https?://[^\\s"<>]*/${part}/[A-Za-z0-9._~-]+`));
      if (found) return found[0];
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
    }
    throw new Error(`expected a letter with a link to /${part}/ for ${address}, found none in ${LONGEST_WAIT_MS} ms`);
  }

  #talk(socket) {
    let waiting = "";
    let to = "";
    let body = null;
    const say = (line) => socket.write(`${line}\r\n`);
    const hear = (line) => {
      if (body !== null) {
        if (line !== ".") return void body.push(line.startsWith("..") ? line.slice(1) : line);
        this.#letters.push({ to, text: readable(body.join("\n")) });
        body = null;
        return void say("250 taken");
      }
      const command = line.slice(0, 4).toUpperCase();
      if (command === "RCPT") to = line;
      if (command === "DATA") body = [];
      say({ EHLO: "250 8BITMIME", DATA: "354 go on", QUIT: "221 bye" }[command] ?? "250 fine");
      if (command === "QUIT") socket.end();
    };
    socket.on("error", () => {});
    socket.on("data", (bytes) => {
      const lines = (waiting + bytes.toString("utf8")).split("\r\n");
      waiting = lines.pop();
      lines.forEach(hear);
    });
    say("220 letter box");
  }
}

/** Takes the transfer encodings (RFC 2045) off every part of a letter. */
function readable(letter) {
  const parts = letter.split(/^--\S+$/m).map((part) => {
    const [head, ...rest] = part.replace(/^\n/, "").split("\n\n");
    const text = rest.join("\n\n");
    if (/transfer-encoding:\s*base64/i.test(head)) return Buffer.from(text, "base64").toString("utf8");
    if (/transfer-encoding:\s*quoted-printable/i.test(head)) {
      const bytes = text.replace(/=\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16)));
      return Buffer.from(bytes, "latin1").toString("utf8");
    }
    return part;
  });
  return parts.join("\n");
}
