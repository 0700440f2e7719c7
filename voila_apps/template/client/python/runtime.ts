// What a translated tool is made of; see academy/script/known.py for Python's names of it.
export * from "./builtins";
export { date, firstDay, fromisoformat, lastDay, monthrange, timedelta, today } from "./dates";
export { ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, context, decimal } from "./decimal";
export * from "./errors";
export {
  Data, Plain, Tuple, defaultdict, dict, eq, fields, fromkeys, ge, gt, le, lt, ne, replaced, set,
} from "./holders";
export {
  abs, add, and, ceil, div, divmod, float, floordiv, int, mod, mul, neg, normalDist, or, pow, round, sqrt, sub,
} from "./numbers";
export {
  b64encode, compile, dictReader, escape, files, format, fullmatch, repr, str, sub as subbed, tables,
  wrap,
} from "./texts";
export { language, say, speak } from "./language";
export { display, widgets } from "./widgets";
