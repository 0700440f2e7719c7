// Numbers as the page's language writes them: 1.250.000,5 in Indonesian, 1,250,000.5 in English.
export const english = document.documentElement.lang === "en";
const format = new Intl.NumberFormat(english ? "en" : "id", { maximumFractionDigits: 12, useGrouping: true });

export const writeNumber = (value: unknown): string =>
  typeof value === "number" && Number.isFinite(value) ? format.format(value) : "";

/** Read a number; null where it is none, or has two readings. */
export function readNumber(text: string): number | null {
  let plain = text.replace(/^\s*Rp\.?|[\s\u00a0]/gi, "").replace("−", "-");
  if (english) {
    // Who learnt to write 1.250 for thousands means something else than who reads it here.
    if (/^-?[1-9]\d{0,2}\.\d{3}$/.test(plain)) return null;
    if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) plain = plain.replace(/,/g, "");
  } else if (plain.includes(",")) plain = plain.replace(/\./g, "").replace(",", ".");
  // A single point before other than three digits is a comma.
  else if (/^-?\d{1,3}(\.\d{3})+$/.test(plain)) plain = plain.replace(/\./g, "");
  return /^-?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}
