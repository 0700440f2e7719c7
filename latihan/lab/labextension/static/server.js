// Calls to `<base>/lapak/…`; whatever fails becomes one Indonesian sentence.

const LOST = 'Sambungan ke Lapak terputus. Tulisan Anda tidak hilang. Periksa internet, lalu coba lagi.';
const FAULT = 'Ada gangguan di Lapak. Jawaban Anda tetap tersimpan. Coba lagi, atau beri tahu pendamping.';
const LEFT = 'Anda sudah keluar dari Lapak. Masuk lagi di tab lain, lalu kembali ke halaman ini.';
const PATIENCE = 60_000;

/** A failure whose message can be shown as it is. */
export class Problem extends Error {}

/** Do something with an assignment: fetch, check, submit, status, feedback. */
export function act(lab, action, assignment) {
  return request(lab, `${action}/${assignment}`, { method: 'POST', body: '{}' });
}

/** The lessons in her home, and her user name. */
export function lessons(lab) {
  return request(lab, 'lessons', {});
}

/** Address of the newest feedback page. */
export function feedbackAddress(lab, assignment) {
  return address(lab, `umpan-balik/${assignment}`);
}

function address(lab, path) {
  const { PageConfig, URLExt } = lab.coreutils;
  return URLExt.join(PageConfig.getBaseUrl(), 'lapak', path);
}

async function request(lab, path, options) {
  const { ServerConnection } = lab.services;
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PATIENCE);
  let response;
  try {
    response = await ServerConnection.makeRequest(
      address(lab, path),
      { ...options, signal: stop.signal },
      ServerConnection.makeSettings()
    );
  } catch {
    throw new Problem(LOST);
  } finally {
    clearTimeout(timer);
  }
  if (response.status === 403 || response.status === 401) throw new Problem(LEFT);
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer;
  // 502 to 504 come from the hub's proxy when her server is not there.
  throw new Problem(response.status === 409 ? answer.message : response.status > 500 ? LOST : FAULT);
}
