// Numbers as Indonesians write them: 1.250.000,5.
const format = new Intl.NumberFormat("id", { maximumFractionDigits: 12, useGrouping: true });

export const writeNumber = (value: unknown): string =>
  typeof value === "number" && Number.isFinite(value) ? format.format(value) : "";

/** Read a number; null where it is none. A single point before other than three digits is a comma. */
export function readNumber(text: string): number | null {
  let plain = text.replace(/^\s*Rp\.?|[\s\u00a0]/gi, "").replace("−", "-");
  if (plain.includes(",")) plain = plain.replace(/\./g, "").replace(",", ".");
  else if (/^-?\d{1,3}(\.\d{3})+$/.test(plain)) plain = plain.replace(/\./g, "");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
