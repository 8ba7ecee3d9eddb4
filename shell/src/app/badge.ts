// What a page for developers says about itself, in a corner. Outside of what React renders, so that it is there whatever happens inside.

/** `name`: the data attribute that it is found by. Each item is a line. */
export function showBadge(name: string, lines: readonly (string | Node)[]): void {
  const badge = document.createElement('aside');
  badge.dataset[name] = '';
  badge.style.cssText =
    'position:fixed;inset-block-end:1rem;inset-inline-start:1rem;z-index:2147483647;padding:.5rem .75rem;border-radius:.5rem;background:#b93a1c;color:#fffaf3;font:600 .875rem/1.4 system-ui,sans-serif';
  for (const [at, line] of lines.entries()) {
    if (at > 0) badge.append(document.createElement('br'));
    badge.append(line);
  }
  document.body.append(badge);
}
