// A widget's channel to the kernel, over the page's one line.
import type { IClassicComm, ICallbacks } from "@jupyter-widgets/base";
import type { State } from "../fields";

type Data = { method?: string; state?: State; content?: unknown; buffer_paths?: Path[] };
type Message = { content: { comm_id: string; data: Data }; buffers: DataView[] };
type Path = (string | number)[];
type Listener = (message: any) => void; // as ipywidgets declares it

/** What becomes of a message: the id of the widget, what it says, and its binary values. */
export type Send = (id: string, data: Data, buffers: ArrayBuffer[]) => void;

export class LineComm implements IClassicComm {
  readonly target_name = "jupyter.widget";
  private listener: Listener | null = null;
  private closed: Listener | null = null;
  private early: Message[] = []; // came while the model was being made
  private number = 0;

  constructor(
    readonly comm_id: string,
    private readonly post: Send,
  ) {}

  open(): string {
    return ""; // it is open: the kernel has the widget
  }

  send(data: any, callbacks?: ICallbacks, _metadata?: any, buffers: any = []): string {
    this.post(this.comm_id, data as Data, buffers as ArrayBuffer[]);
    // The page's line gathers what comes fast, so the model need not hold it back.
    setTimeout(() => callbacks?.iopub?.["status"]?.({ content: { execution_state: "idle" } } as never));
    return `${this.comm_id}/${++this.number}`;
  }

  /** A page ends no widget of the kernel's: it would be missing for what is filled in later. */
  close(): string {
    return "";
  }

  on_msg(listener: Listener): void {
    this.listener = listener;
    for (const message of this.early.splice(0)) listener(message);
  }

  on_close(listener: Listener): void {
    this.closed = listener;
  }

  /** Hand over what the kernel says. */
  hear(data: Data, buffers: DataView[] = []): void {
    const message = { content: { comm_id: this.comm_id, data }, buffers };
    if (this.listener) this.listener(message);
    else this.early.push(message);
  }

  /** The kernel has ended the widget. */
  end(): void {
    this.closed?.({ content: { comm_id: this.comm_id } });
  }
}
