// Official automerge-repo clients, unchanged, that push or pull. Says one line of JSON for each step.
//
//   node clients.mjs push DOCUMENTS ADDRESS…   each address is one client; all connect at once when the input
//                                              says so, with their documents made before
//   node clients.mjs pull ADDRESS              a fresh client; reads [[id, head], …] from the input's first line

import * as Automerge from "@automerge/automerge";
import { Repo } from "@automerge/automerge-repo";
import { WebSocketClientAdapter } from "@automerge/automerge-repo-network-websocket";
import { createInterface } from "node:readline";

const [mode, ...rest] = process.argv.slice(2);
const input = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (answer) => process.stdout.write(`${JSON.stringify(answer)}\n`);
const traffic = { sent: 0, received: 0 };

/** The official adapter; it only counts what passes. */
class CountingAdapter extends WebSocketClientAdapter {
  connect(...peer) {
    super.connect(...peer);
    const socket = this.socket;
    const send = socket.send.bind(socket);
    socket.send = (bytes) => {
      traffic.sent += bytes.byteLength;
      send(bytes);
    };
  }

  receiveMessage(bytes) {
    traffic.received += bytes.byteLength;
    super.receiveMessage(bytes);
  }
}

/** As large as a recorded contact with its sealed part. */
const contact = () => ({
  kind: "contact",
  schema: 1,
  market: "pankow-2026/2026-05-23",
  recorded_at: 1779530400000,
  entered: "on-the-spot",
  language: "de",
  topic: "question",
  wishes: {},
  sealed: { a1: { field: "person", to_market: crypto.getRandomValues(new Uint8Array(220)) } },
});

const headsOf = (handle) => Automerge.getHeads(handle.doc());
const same = (ours, theirs) => theirs?.length === ours.length && ours.every((head) => theirs.includes(head));

async function push() {
  const [documents, ...addresses] = rest;
  const clients = addresses.map((address) => {
    const repo = new Repo();
    const handles = Array.from({ length: Number(documents) }, () => {
      const handle = repo.create(contact());
      handle.change((document) => {
        document.topic = "offer";
      });
      return handle;
    });
    return { repo, handles, address };
  });
  say({ ready: clients.length });
  await input.next();

  const started = performance.now();
  await Promise.all(clients.map(acknowledged));
  const pushed = clients.flatMap(({ handles }) =>
    handles.map((handle) => [handle.documentId, headsOf(handle)[0]]),
  );
  say({ ms: performance.now() - started, pushed, ...traffic });
}

/** Resolves when the server has said of each document that it has all of it. */
function acknowledged({ repo, handles, address }) {
  return new Promise((resolve) => {
    const open = new Map(handles.map((handle) => [handle.documentId, headsOf(handle)]));
    repo.synchronizer.on("sync-state", ({ documentId, syncState }) => {
      const heads = open.get(documentId);
      if (heads && same(heads, syncState.theirHeads)) open.delete(documentId);
      if (open.size === 0) resolve();
    });
    repo.networkSubsystem.addNetworkAdapter(new CountingAdapter(address));
  });
}

/** Asks again while the answer is that the document is not available (yet). */
async function found(repo, id) {
  for (;;) {
    try {
      return await repo.find(id);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

async function pull() {
  const wanted = JSON.parse((await input.next()).value);
  const repo = new Repo({ network: [new CountingAdapter(rest[0])] });
  const started = performance.now();
  await repo.networkSubsystem.whenReady();
  const outcomes = await Promise.all(
    wanted.map(async ([id, head]) => {
      const handle = await found(repo, id);
      while (!headsOf(handle).includes(head)) {
        await new Promise((resolve) => handle.once("heads-changed", resolve));
      }
      return handle.doc().topic === "offer";
    }),
  );
  say({ ms: performance.now() - started, verified: outcomes.filter(Boolean).length, ...traffic });
}

// Who started this program ends it; ending by itself would cut off what it has not written yet.
await (mode === "push" ? push() : pull());
