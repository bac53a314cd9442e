// The official automerge-repo client, unchanged, as a program of its own.
//
//   node peer.mjs push ADDRESS COUNT           makes contact documents and stays connected until its input ends;
//                                              at each line of it, changes them all and makes one more
//   node peer.mjs pull ADDRESS [ID=HEAD …]     asks for documents by id until they are at the given head
//   node peer.mjs follow ADDRESS ID            asks for a document, and tells of each state that it comes to
//   node peer.mjs later ADDRESS                makes a contact document, and connects at the first line of its input
//   node peer.mjs await ADDRESS ID             asks for a document, waits until it is there, then tells of what is
//                                              said about it in passing; says each line of its input that way
//   node peer.mjs refused ADDRESS ID           asks for a document that this peer may not see
//
// Each answer is one line of JSON.

import * as Automerge from "@automerge/automerge";
import { Repo } from "@automerge/automerge-repo";
import { WebSocketClientAdapter } from "@automerge/automerge-repo-network-websocket";
import { createInterface } from "node:readline";

const [mode, address, ...rest] = process.argv.slice(2);
const adapter = new WebSocketClientAdapter(address);
// Asks to be told of what other stores hold, as soon as it is connected.
const repo = new Repo({ network: mode === "later" ? [] : [adapter], enableRemoteHeadsGossiping: true });
repo.subscribeToRemotes(["another store"]);

const hex = (bytes) => Buffer.from(bytes).toString("hex");
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
const describe = (handle) => {
  const document = handle.doc();
  return {
    id: handle.documentId,
    heads: Automerge.getHeads(document),
    bytes: hex(Automerge.save(document)),
    content: Automerge.toJS(document),
  };
};

const contact = (number) => ({
  kind: "contact",
  schema: 1,
  market: "pankow-2026/2026-05-23",
  recorded_at: 1779530400000,
  entered: "on-the-spot",
  language: "de",
  topic: "question",
  wishes: {},
  sealed: {},
  number,
});

/** Asks again while the answer is that the document is not available (yet). */
async function find(id) {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await repo.find(id);
    } catch (unavailable) {
      if (attempt === 50) throw unavailable;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Resolves as soon as the document is at the head. */
async function reaches(handle, head) {
  while (!Automerge.getHeads(handle.doc()).includes(head)) {
    await new Promise((resolve) => handle.once("heads-changed", resolve));
  }
}

await repo.networkSubsystem.whenReady();

if (mode === "push") {
  const handles = [];
  const make = () => {
    const handle = repo.create(contact(handles.length));
    handle.change((document) => {
      document.topic = "offer";
    });
    handles.push(handle);
    say(describe(handle));
  };
  while (handles.length < Number(rest[0])) make();
  // The connection stays until the test has seen enough.
  for await (const _line of process.stdin) {
    for (const handle of handles) {
      handle.change((document) => {
        document.topic = "accreditation";
      });
    }
    make();
  }
} else if (mode === "pull") {
  for (const [id, head] of rest.map((wanted) => wanted.split("="))) {
    const handle = await find(id);
    await reaches(handle, head);
    say(describe(handle));
  }
} else if (mode === "follow") {
  const handle = await find(rest[0]);
  handle.on("heads-changed", () => say(describe(handle)));
  say(describe(handle));
  // Until the test has seen enough.
  for await (const _line of process.stdin);
} else if (mode === "later") {
  say(describe(repo.create(contact(0))));
  process.stdin.once("data", () => repo.networkSubsystem.addNetworkAdapter(adapter));
  // Until the test has seen enough.
  await new Promise((resolve) => process.stdin.once("end", resolve));
} else if (mode === "await") {
  await repo.find(rest[0]).catch(() => say({ outcome: "unavailable" }));
  const handle = repo.handles[rest[0]];
  await handle.whenReady();
  handle.on("ephemeral-message", ({ message }) => say({ heard: message }));
  say(describe(handle));
  for await (const line of createInterface({ input: process.stdin })) handle.broadcast(line);
} else {
  const outcome = await repo.find(rest[0]).then(
    () => "available",
    () => "unavailable",
  );
  say({ outcome });
}
process.exit(0);
