import { expect, test } from 'vitest';
import { sourcesIn } from './source-maps.ts';

const map = {
  version: 3,
  sources: ['a.ts', 'b.ts'],
  sourcesContent: ['const a = 1;', 'const b = 2;'],
  mappings: '',
};
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64');
const comment = (url: string) => `var a=1;\n//# sourceMappingURL=${url}\n`;

test('a map in the comment at the end is found, however it is written', () => {
  const found = [{ line: 2, message: 'holds the source code of a.ts, b.ts in a source map.' }];
  const json = 'data:application/json';
  expect(sourcesIn('client/a.js', comment(`${json};charset=utf-8;base64,${base64(map)}`))).toEqual(found);
  expect(sourcesIn('client/a.js', comment(`${json},${encodeURIComponent(JSON.stringify(map))}`))).toEqual(
    found,
  );
  expect(sourcesIn('client/a.css', `a{}\n/*# sourceMappingURL=${json};base64,${base64(map)}*/`)).toEqual(
    found,
  );
});

test('a comment that points to a map says nothing of what is in it', () => {
  expect(sourcesIn('client/a.js', comment('a.js.map'))).toEqual([]);
  const bare = { ...map, sourcesContent: undefined };
  expect(sourcesIn('client/a.js', comment(`data:application/json;base64,${base64(bare)}`))).toEqual([]);
});

test('maps of maps and those with a guard before them are read', () => {
  const sections = { version: 3, sections: [{ offset: { line: 0, column: 0 }, map }] };
  expect(sourcesIn('client/a.js.map', JSON.stringify(sections))).toHaveLength(1);
  expect(sourcesIn('client/a.js.map', `)]}'\n${JSON.stringify(map)}`)).toHaveLength(1);
  expect(sourcesIn('client/a.js.map', 'not a map')).toEqual([]);
});
