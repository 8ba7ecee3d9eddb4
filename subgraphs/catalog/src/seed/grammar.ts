/** The words of a product: its name, and what the shop says about it. */
import { materialOf } from '../art/materials.ts';
import type { Detail, Language, ProductTexts, Text } from '../domain/product.ts';
import type { Maker } from './makers.ts';
import { grown, type Size, weightText } from './measures.ts';
import { withParticles } from './particles.ts';
import { type Design, type Kind, text } from './range.ts';
import type { Series } from './series.ts';
import type { Stuff } from './stuff.ts';

export interface Subject {
  kind: Kind;
  design: Design;
  materialCode: string;
  stuff: Stuff;
  maker: Maker;
  series: Series;
  sizes: readonly Size[];
  weight: number;
  /** Counts how often its design has come before. */
  edition: number;
  /** 2 and up when the series has had this design before. */
  number: number;
}

const inEach = (of: (language: Language) => string): Text => ({ en: of('en'), ko: withParticles(of('ko')) });

const materialName = ({ materialCode }: Subject, language: Language) =>
  materialOf(materialCode)?.name[language] ?? '';

function nameOf({ design, series, number }: Subject): Text {
  const again = number > 1 ? text(` No. ${number}`, ` ${number}호`) : text('', '');
  return inEach((language) => `${series.name[language]} ${design.name[language]}${again[language]}`);
}

function descriptionOf({ kind, design, stuff, maker, series, edition }: Subject): Record<Language, string[]> {
  const use = kind.uses[edition % kind.uses.length] ?? text('', '');
  const said = stuff.said[edition % 2 === 0 ? 0 : 1];
  const made = inEach((language) =>
    language === 'en'
      ? `Made by ${maker.name.en} in ${maker.place.en}. ${maker.line.en}`
      : `${maker.place.ko}의 ${maker.name.ko}{이/가} 만듭니다. ${maker.line.ko}`,
  );
  const paragraphs = (language: Language) => [
    design.story[language],
    `${said[language]} ${use[language]}`,
    `${made[language]} ${series.line[language]}`,
  ];
  return { en: paragraphs('en'), ko: paragraphs('ko') };
}

function dimensionsOf({ design, kind, sizes }: Subject): Text {
  const measure = (length: number) => `${grown(design.dimensions, kind.sizes, length).join(' × ')} cm`;
  return inEach((language) =>
    sizes.length === 0
      ? measure(1)
      : sizes
          .map((size) => `${size.name[language]} ${measure(size.length)}`)
          .join(language === 'en' ? '; ' : ', '),
  );
}

function detailsOf(subject: Subject): Detail[] {
  const { kind, maker, stuff, weight } = subject;
  const same = (value: string) => text(value, value);
  return [
    { label: text('Dimensions', '크기'), value: dimensionsOf(subject) },
    { label: text('Material', '소재'), value: inEach((language) => materialName(subject, language)) },
    { label: text('Weight, packed', '포장 무게'), value: same(weightText(weight)) },
    { label: text('Care', '관리'), value: kind.care ?? stuff.care },
    { label: text('Maker', '만든 곳'), value: maker.name },
    { label: text('Origin', '생산지'), value: maker.place },
  ];
}

export const textsOf = (subject: Subject): ProductTexts => ({
  name: nameOf(subject),
  summary: subject.design.summaries[subject.edition % 2 === 0 ? 0 : 1],
  description: descriptionOf(subject),
  details: detailsOf(subject),
});
