// What is kept on a phone is called the same by the page, which puts it there, and by the worker.
const PAGE = /^(.*\/voila\/render\/)([a-z0-9_]+(?:\.en)?)(?:\.ipynb)?$/;

/** Give the one address under which a tool's page is kept; null where this is no page of a tool. */
export function pageOf(path: string): string | null {
  const parts = PAGE.exec(path);
  return parts && `${parts[1]}${parts[2]}.ipynb`;
}

/** Give the name of the store of one version of a tool; with `""` the beginning of all of them. */
export const storeOf = (tool: string, digest: string): string => `alat:${tool}:${digest}`;
