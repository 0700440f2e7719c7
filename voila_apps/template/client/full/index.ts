// Draws a whole page with ipywidgets' own manager. Loaded by pages that hold a widget beyond the lean ones.
import type { Frame } from "../line";
import type { State } from "../fields";
import type { Host, Taker } from "./host";
import { learn } from "./formulas";
import { PageManager } from "./manager";
import { fill } from "./output";

declare const LOOK: string; // the style sheet, put here by the build

type Path = (string | number)[];
type Data = { method?: string; state?: State; content?: unknown; buffer_paths?: Path[] };
type Saved = {
  model_name: string;
  model_module: string;
  model_module_version: string;
  state: State;
  buffers?: { path: Path; data: string }[];
};
type Page = { math: Record<string, string>; state: Record<string, Saved> };

const GATHER = 150; // ms; a moved slider says more than a line should carry
const FILES = "FileUploadModel";
const memories = new Set<string>(); // fields of parts/memory.py

export async function start(host: Host): Promise<Taker> {
  const style = document.createElement("style");
  style.textContent = LOOK;
  document.head.append(style);
  const page = JSON.parse(document.getElementById("keadaan")!.textContent) as Page;
  learn(page.math);
  const files = new Set<string>();
  const manager = new PageManager(sender(host, files));
  const edits = new Map(host.edits());
  await Promise.all(
    Object.entries(page.state).map(([id, saved]) => {
      for (const { path, data } of saved.buffers ?? []) put(saved.state, path, bytes(data));
      if (saved.model_name === FILES) files.add(id);
      if ((saved.state["_dom_classes"] as string[] | undefined)?.includes("ingatan")) memories.add(id);
      const state = { ...saved.state, ...edits.get(id) };
      return manager.make(id, saved.model_name, saved.model_module, saved.model_module_version, state);
    }),
  );
  await fill(document.body, manager);
  return (frame) => take(frame, manager, host, files);
}

// ---- to the kernel ---------------------------------------------------------------------------
function sender(host: Host, files: Set<string>) {
  const waiting = new Map<string, State>();
  let timer = 0;
  const flush = () => {
    timer = host.busy() ? setTimeout(flush, GATHER) : 0;
    if (timer) return;
    for (const [id, state] of waiting) host.set(id, state);
    waiting.clear();
  };
  return (id: string, data: Data, buffers: ArrayBuffer[]) => {
    if (data.method === "custom") {
      clearTimeout(timer);
      timer = 0;
      for (const [other, state] of waiting) host.set(other, state); // a click comes after what it is about
      waiting.clear();
      host.custom(id, data.content);
    } else if (data.method === "update" && files.has(id)) {
      if (buffers.length) host.upload(id, withFiles(data, buffers));
    } else if (data.method === "update") {
      waiting.set(id, { ...waiting.get(id), ...data.state });
      timer ||= setTimeout(flush, GATHER);
    }
  };
}

function withFiles(data: Data, buffers: ArrayBuffer[]): State {
  const state = { value: (data.state?.["value"] as State[]).map((file) => ({ ...file })) };
  data.buffer_paths?.forEach((path, at) => put(state, path, base64(buffers[at]!)));
  return state;
}

// ---- from the kernel -------------------------------------------------------------------------
function take(frame: Frame, manager: PageManager, host: Host, files: Set<string>): void {
  const id = String(frame.id);
  const comm = manager.comms.get(id);
  const state = frame["state"] as State;
  for (const path of (frame["binary"] ?? []) as Path[]) put(state, path, (text: unknown) => bytes(String(text)));
  if (frame.kind === "math") learn(frame["table"] as Record<string, string>);
  else if (frame.kind === "close") manager.forget(id);
  else if (frame.kind === "open") {
    if (comm) manager.forget(id); // of the kernel before this one
    if (frame["model_name"] === FILES) files.add(id);
    const [module, version] = ["_model_module", "_model_module_version"].map((name) => String(state[name]));
    void manager.make(id, String(frame["model_name"]), module!, version!, state);
  } else if (frame.kind === "custom") {
    const buffers = ((frame["buffers"] ?? []) as string[]).map(bytes);
    comm?.hear({ method: "custom", content: frame["content"] }, buffers);
  } else if (frame.kind === "set") {
    if (memories.has(id)) host.remember(id, state);
    if (host.overtaken(id)) for (const key of ["value", "index"]) delete state[key]; // hers comes last
    comm?.hear({ method: "update", state, buffer_paths: [] });
  }
}

// ---- binary values ---------------------------------------------------------------------------
function put(state: State, path: Path, value: unknown): void {
  let inner = state as Record<string | number, any>;
  for (const step of path.slice(0, -1)) inner = inner[step];
  const last = path[path.length - 1]!;
  inner[last] = typeof value === "function" ? value(inner[last]) : value;
}

function bytes(text: string): DataView {
  return new DataView(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer);
}

function base64(buffer: ArrayBuffer): string {
  let text = "";
  for (const byte of new Uint8Array(buffer)) text += String.fromCharCode(byte);
  return btoa(text);
}
