// Keeps the live parts of a page up to date, in place: the page itself is asked again, and what differs is put in. Without it everything works.
const EVERY_MS = 4000;

/** Whoever is in the middle of something there is left alone. */
function isBusy(part) {
  const selection = getSelection();
  const isSelected = selection && !selection.isCollapsed && selection.containsNode(part, true);
  return isSelected || part.contains(document.activeElement);
}

function update(part, fresh) {
  if (!fresh || fresh.innerHTML === shown.get(part) || isBusy(part)) return;
  shown.set(part, fresh.innerHTML);
  const areOpen = [...part.querySelectorAll('details')].map(({ open }) => open);
  part.replaceChildren(...fresh.childNodes);
  for (const [at, details] of part.querySelectorAll('details').entries()) details.open = areOpen[at] ?? false;
}

async function refresh() {
  const note = document.querySelector('.stale');
  try {
    const answer = await fetch(location.href, { headers: { accept: 'text/html' } });
    if (!answer.ok) throw new Error(String(answer.status));
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const part of parts) update(part, fresh.getElementById(part.id));
    note.textContent = '';
  } catch {
    note.textContent = `The registry does not answer: this was so at ${lastSeen}.`;
    return;
  }
  lastSeen = clock();
}

const clock = () => new Date().toISOString().slice(11, 19);

const parts = document.querySelectorAll('[data-live]');
/** As it came: an opened detail is no change. */
const shown = new Map(Array.from(parts, (part) => [part, part.innerHTML]));
let lastSeen = clock();

if (parts.length > 0) {
  setInterval(() => {
    if (!document.hidden) void refresh();
  }, EVERY_MS);
}
