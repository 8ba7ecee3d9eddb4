import { expect, test } from 'vitest';
import { escapeHtml, jsonForHtml } from './html.ts';

test('data cannot end the script element that holds it', () => {
  const data = { text: '</script><!-- <script>\u2028\u2029' };
  const html = jsonForHtml(data);
  expect(html).not.toMatch(/[<\u2028\u2029]/);
  expect(JSON.parse(html)).toEqual(data);
});

test('text cannot leave an attribute', () => {
  expect(escapeHtml(`"><img src=x onerror='alert(1)'>&`)).not.toMatch(/["'<>]/);
});
