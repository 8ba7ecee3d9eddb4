// Which pages of a list the visitor has opened with "show more", so that coming back to the last of them shows all of them, at the same
// height. Only the browser writes here, on a press; a fresh load shows the page that the address names, and the way to the start.
type Cursor = string | null;

const opened = new Map<string, readonly Cursor[]>();

/** The pages to show for an address, the one that it names last. */
export function openedPages(list: string, after: Cursor): readonly Cursor[] {
  const pages = opened.get(list) ?? [];
  const at = pages.indexOf(after);
  return at > 0 ? pages.slice(0, at + 1) : [after];
}

export function openNext(list: string, pages: readonly Cursor[], next: string): void {
  opened.set(list, [...pages, next]);
}
