// Keeps the live parts of a page up to date, in place: the page itself is asked again, and what differs is put in. Without it everything works.
const EVERY_MS = 4000;
/** After that what is shown is said to be old. */
const DEADLINE_MS = 10_000;

const parts = document.querySelectorAll('[data-live]');
/** As it came: an opened detail is no change. */
const shown = new Map(Array.from(parts, (part) => [part, part.innerHTML]));
const clock = () => new Date().toISOString().slice(11, 19);
let lastSeen = clock();

const isSelectedIn = (part) => {
  const selection = getSelection();
  return selection && !selection.isCollapsed && selection.containsNode(part, true);
};

/** The same link or summary, however much around it has changed. */
function twin(element, part) {
  const key = ({ tagName, href, textContent }) => `${tagName} ${href} ${textContent}`;
  return [...part.querySelectorAll('a, summary, [tabindex]')].find((one) => key(one) === key(element));
}

function update(part, fresh) {
  if (!fresh || fresh.innerHTML === shown.get(part) || isSelectedIn(part)) return;
  const focused = part.contains(document.activeElement) ? document.activeElement : undefined;
  const next = focused && twin(focused, fresh);
  // What one is at is gone: it stays until one has left it.
  if (focused && !next) return;
  shown.set(part, fresh.innerHTML);
  const areOpen = Array.from(part.querySelectorAll('details'), ({ open }) => open);
  part.replaceChildren(...fresh.childNodes);
  for (const [at, details] of part.querySelectorAll('details').entries()) details.open = areOpen[at] ?? false;
  next?.focus({ preventScroll: true });
}

async function refresh() {
  const note = document.querySelector('.stale');
  try {
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(DEADLINE_MS) });
    if (!answer.ok) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of parts) update(part, fresh.getElementById(part.id));
    lastSeen = clock();
    note.textContent = '';
  } catch {
    note.textContent = `The registry does not answer: this was so at ${lastSeen}.`;
  }
}

async function keepUp() {
  if (!document.hidden) await refresh();
  setTimeout(keepUp, EVERY_MS);
}
if (parts.length > 0) setTimeout(keepUp, EVERY_MS);
