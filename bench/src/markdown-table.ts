/** The first row is the head; the first `texts` columns are words, those behind them figures. */
export function markdownTable(rows: readonly (readonly (string | number)[])[], texts = 0): string {
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)));
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell, column) => String(cell)[column < texts ? 'padEnd' : 'padStart'](widths[column] ?? 0)).join(' | ')} |`;
  const rule = widths.map((width, column) =>
    column < texts ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [line(head), line(rule), ...body.map(line)].join('\n');
}
