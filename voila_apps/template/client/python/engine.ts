// Runs a tool on the phone itself: edits go in, and what the page must show comes out, as of a kernel.
import type { Frame } from "../line";
import type { Edit } from "../store";
import { startOn } from "./dates";
import { fill, news, startWidgets } from "./widgets";

/**
 * Make a tool ready.
 *
 * `run` is the translated notebook, `app` its name, `day` the day of the page. The answer takes edits,
 * and gives frames as the service's line does; at the first time all that there is to show.
 */
export function engine(run: () => void, app: string, day: string): (edits: Edit[]) => Frame[] {
  startOn(day);
  startWidgets(app.split(".")[0]!); // the page in another language has the same widgets
  run();
  let first = true;
  return (edits) => {
    for (const [id, state] of edits) fill(id, state);
    const found = news(first);
    first = false;
    return found;
  };
}
