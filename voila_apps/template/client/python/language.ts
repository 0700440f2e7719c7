// The language that a tool speaks: sentences of the catalogue that came along, as usaha.language has it.
import { fill } from "./texts";

let spoken = "id";
let known: Record<string, string> = {};

export const language = (): string => spoken;

export function speak(name: string, sentences: Record<string, string>): void {
  [spoken, known] = [name, sentences];
}

/** Say a sentence, with what stands in its braces. */
export function say(text: string, values: Record<string, unknown>): string {
  const told = known[text] ?? text;
  return Object.keys(values).length ? fill(told, values) : told;
}
