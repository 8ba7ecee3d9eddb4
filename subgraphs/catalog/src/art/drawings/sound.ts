import { inks } from '../palette.ts';
import { box, type Drawing, each, flat, line, oval, path } from '../pen.ts';

const { ink, paper, accent, wood, woodShade, steel } = inks;
const dots = (x: number, y: number, columns: number, rows: number, gap: number, colour: string) =>
  each(
    [...Array(rows).keys()],
    (row) =>
      `<path d="M${x} ${y + row * gap}h${(columns - 1) * gap}" fill="none" stroke="${colour}" stroke-width="5" stroke-dasharray="0 ${gap}"/>`,
  );

export const sound = {
  clock: {
    noun: { en: 'clock', ko: '시계' },
    stands: 'wall',
    focus: [200, 220],
    draw: ({ form, skin, base, shade, mark }) =>
      form === 1
        ? skin(oval(200, 240, 138)) +
          line('M290 334a130 130 0 0 0 0-188', 14, shade, 0.7) +
          flat(oval(200, 240, 116), paper) +
          `<circle cx="200" cy="240" r="102" fill="none" stroke="${ink}" stroke-width="9" stroke-linecap="butt" stroke-dasharray="4 49.4" stroke-dashoffset="2"/>` +
          line('M200 240L158 196', 8) +
          line('M200 240L240 176', 5) +
          line('M200 264V156', 2, accent) +
          flat(oval(200, 240, 7), accent)
        : form === 2
          ? line('M200 300V388', 4, '#a5813c') +
            flat(oval(200, 396, 25), '#c59c4e') +
            skin(path('M96 200q0-104 104-104t104 104v128H96z')) +
            flat(path('M288 148q16 22 16 52v128h-16z'), shade) +
            flat(oval(196, 200, 78), paper) +
            line('M196 132v10M196 258v10M128 200h10M254 200h10', 4) +
            line('M196 200L172 168', 7) +
            line('M196 200L236 186', 4) +
            flat(oval(196, 200, 6), accent) +
            line('M120 308h152', 2, base === shade ? paper : shade)
          : flat(box(84, 124, 248, 248, 32), shade) +
            skin(box(76, 116, 248, 248, 30)) +
            each([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], (hour) => {
              const turn = (hour * Math.PI) / 6;
              const [x, y] = [200 + 92 * Math.sin(turn), 240 - 92 * Math.cos(turn)];
              return flat(oval(Math.round(x), Math.round(y), hour % 3 ? 3 : 6), mark);
            }) +
            line('M200 240L236 212', 9, mark) +
            line('M200 240L158 290', 6, mark) +
            flat(oval(200, 240, 8), base === accent ? ink : accent),
  },
  watch: {
    noun: { en: 'wristwatch', ko: '손목시계' },
    stands: 'wall',
    focus: [200, 240],
    draw: ({ form, skin, shade }) =>
      skin(path('M162 40h76l8 140h-92zM154 300h92l-8 140q-38 14-76 0z')) +
      flat(path('M222 40h16l8 140h-20zM226 300h20l-8 140-12 4z'), shade) +
      line('M168 52v122M232 52v122M162 308l6 122M238 308l-6 122', 1.5, paper, 0.7) +
      flat(path('M196 356h8v8h-8zM196 380h8v8h-8zM196 404h8v8h-8z'), ink) +
      (form === 1
        ? flat(box(282, 230, 14, 20, 4), '#8c8a84') +
          flat(oval(200, 240, 84), steel) +
          line('M244 180a76 76 0 0 1 0 120', 12, '#8c8a84') +
          flat(oval(200, 240, 66), paper) +
          line('M200 184v12M200 284v12M144 240h12M244 240h12', 4) +
          line('M200 240L176 212', 6) +
          line('M200 240L228 204', 4) +
          line('M200 254V190', 1.6, accent) +
          flat(oval(200, 240, 5), accent)
        : flat(box(276, 226, 12, 20, 4), '#98742f') +
          flat(box(124, 168, 152, 144, 30), '#c59c4e') +
          flat(path('M276 198v84q0 30-30 30h-92q-12 0-20-8 122 2 126-34V172q16 8 16 26z'), '#98742f') +
          flat(box(138, 182, 118, 114, 20), ink) +
          line('M197 196v10M197 272v10M152 239h10M232 239h10', 3, '#e5c277') +
          line('M197 239L178 214M197 239L224 250', 4, '#e5c277')),
  },
  radio: {
    noun: { en: 'radio', ko: '라디오' },
    stands: 'plinth',
    foot: 142,
    focus: [150, 310],
    draw: ({ form, skin, base, shade, light }) =>
      form === 1
        ? line('M296 232L336 92', 4, steel) +
          flat(oval(337, 90, 5), steel) +
          line('M110 234V202Q110 188 124 188H252Q266 188 266 202V234', 9, woodShade) +
          skin(box(56, 228, 288, 176, 16)) +
          flat(path('M328 232q16 4 16 12v144q0 16-16 16z'), shade) +
          flat(box(74, 248, 142, 138, 8), paper) +
          dots(90, 264, 8, 8, 15, shade) +
          flat(box(232, 248, 84, 40, 4), ink) +
          line('M242 268h64', 1.5, paper) +
          line('M270 256v24', 3, accent) +
          flat(oval(254, 340, 24), light) +
          line('M254 340L266 326', 3) +
          flat(oval(302, 324, 9), ink) +
          flat(oval(302, 356, 9), accent) +
          flat(path('M80 404h30v8H80zM290 404h30v8h-30z'), ink)
        : skin(path('M62 404V300q0-138 138-138t138 138v104q0 6-6 6H68q-6 0-6-6z')) +
          flat(path('M318 230q20 30 20 70v104q0 6-6 6h-14z'), shade) +
          flat(path('M96 330V290q0-94 98-94t98 94v40z'), shade) +
          each([124, 152, 180, 208, 236, 264], (x) =>
            line(`M${x} ${212 + Math.round(Math.abs(x - 194) ** 1.75 / 36)}V330`, 6, light),
          ) +
          flat(box(96, 346, 196, 18, 9), paper) +
          line('M180 344v22', 4, accent) +
          each([120, 194, 268], (x) => flat(oval(x, 386, 12), base === ink ? steel : ink)),
  },
  speaker: {
    noun: { en: 'speaker', ko: '스피커' },
    stands: 'plinth',
    foot: 92,
    focus: [200, 300],
    draw: ({ form, skin, round, shade, light }) =>
      form === 1
        ? flat(path('M112 122h156l26-22H138z'), light) +
          flat(path('M268 122l26-22v290l-26 20z'), shade) +
          skin(box(112, 122, 156, 288)) +
          flat(oval(190, 178, 32), ink) +
          flat(oval(190, 178, 13), steel) +
          flat(oval(190, 304, 66), ink) +
          flat(oval(190, 304, 54), '#4d4641') +
          flat(oval(184, 300, 22), ink) +
          line('M150 270a54 54 0 0 1 50-18', 3, '#8d847b') +
          flat(oval(240, 390, 4), accent)
        : form === 2
          ? line('M120 240Q120 140 200 140T280 240', 9, woodShade) +
            round(path('M90 300q0-96 110-96t110 96v30q0 80-110 80T90 330z')) +
            flat(oval(200, 292, 96, 74), shade) +
            dots(132, 262, 10, 5, 15, light) +
            flat(oval(200, 372, 9), accent)
          : round(path('M126 160h148v236q0 14-14 14H140q-14 0-14-14z')) +
            flat(path('M126 300h148v9H126z'), shade) +
            dots(144, 182, 9, 8, 14, shade) +
            flat(oval(200, 160, 74, 18), light) +
            flat(oval(200, 160, 26, 6), ink) +
            line('M200 330v44', 5, accent),
  },
  tv: {
    noun: { en: 'television', ko: '텔레비전' },
    stands: 'floor',
    foot: 140,
    focus: [150, 200],
    draw: ({ form, skin, base, shade }) =>
      form === 1
        ? line('M110 300L84 408M290 300L316 408', 10, woodShade) +
          line('M150 300L162 384M250 300L238 384', 8, woodShade) +
          skin(box(40, 112, 320, 204, 12)) +
          flat(path('M40 290h320v14q0 12-12 12H52q-12 0-12-12z'), shade) +
          flat(box(54, 126, 292, 164, 6), '#2a2a2e') +
          flat(path('M54 240q70-46 130-8t162-30v82q0 6-6 6H60q-6 0-6-6z'), '#3f5b66') +
          flat(path('M54 262q90-30 292 0v22q0 6-6 6H60q-6 0-6-6z'), '#56795f') +
          flat(oval(270, 176, 22), '#e9b872') +
          flat(path('M60 126h110L84 290H60q-6 0-6-6V132q0-6 6-6z'), '#fff', 0.09)
        : line('M200 150L142 70M200 150L272 62', 4, steel) +
          line('M112 372L94 408M288 372L306 408', 11, woodShade) +
          skin(box(58, 144, 284, 232, 30)) +
          flat(path('M320 152q22 8 22 28v160q0 36-36 36H110q180 0 196-30 14-26 14-194z'), shade) +
          flat(
            path(
              'M82 184q0-16 16-18 62-8 124 0 16 2 16 18 6 58 0 116 0 16-16 18-62 8-124 0-16-2-16-18-6-58 0-116z',
            ),
            '#2a2a2e',
          ) +
          flat(
            path(
              'M92 190q0-12 12-14 56-7 112 0 12 2 12 14 5 52 0 104 0 12-12 14-56 7-112 0-12-2-12-14-5-52 0-104z',
            ),
            '#6f8f90',
          ) +
          flat(path('M90 276q60-50 140-8-1 40-14 40-56 7-112 0-12-2-12-14z'), '#4c6b62') +
          flat(oval(192, 214, 16), '#f0d9a4') +
          flat(oval(278, 200, 20), paper) +
          line('M278 200L290 188', 3) +
          flat(oval(278, 252, 14), base === ink ? steel : ink) +
          line('M262 294h34M262 308h34M262 322h34', 4, ink, 0.7),
  },
  headphones: {
    noun: { en: 'headphones', ko: '헤드폰' },
    stands: 'wall',
    focus: [120, 300],
    draw: ({ form, skin, base, shade, light }) =>
      line('M106 290Q84 110 200 110T294 290', form === 1 ? 26 : 14, shade) +
      line('M106 284Q88 104 200 104T294 284', form === 1 ? 16 : 7, base) +
      (form === 1 ? line('M150 124q50-24 100 0', 4, light) : line('M146 126q54-30 108 0', 20, woodShade)) +
      flat(box(118, 250, 32, 118, 16), ink) +
      flat(box(250, 250, 32, 118, 16), ink) +
      skin(box(74, 240, 58, 138, 28)) +
      skin(box(268, 240, 58, 138, 28)) +
      flat(
        path('M104 240q28 0 28 28v82q0 28-28 28 10-69 0-138zM298 240q28 0 28 28v82q0 28-28 28 10-69 0-138z'),
        shade,
      ) +
      flat(oval(94, 309, 8), wood) +
      line('M103 378q0 70 60 60t70 24 50 8', 4, accent === base ? ink : accent),
  },
  turntable: {
    noun: { en: 'turntable', ko: '턴테이블' },
    stands: 'wall',
    focus: [180, 240],
    draw: ({ form, skin, base, shade, light }) =>
      skin(box(44, 112, 312, 272, form === 1 ? 8 : 34)) +
      flat(path('M54 384h292q10 0 10-10v14q0 10-10 10H54q-10 0-10-10v-14q0 10 10 10z'), shade) +
      flat(oval(176, 250, 116), shade) +
      flat(oval(176, 248, 110), '#24211f') +
      line(
        'M176 164a84 84 0 0 1 84 84M176 178a70 70 0 0 1 70 70M92 248a84 84 0 0 0 84 84M110 248a66 66 0 0 0 66 66',
        2,
        '#6b635c',
      ) +
      flat(oval(176, 248, 36), base === accent ? '#d6a243' : accent) +
      flat(oval(176, 248, 5), paper) +
      flat(oval(316, 158, 24), light) +
      flat(oval(316, 158, 11), ink) +
      line('M316 136V262L258 302', 6, form === 1 ? steel : '#c59c4e') +
      line('M264 292L244 310', 13, ink) +
      flat(oval(322, 350, 11), ink) +
      line('M322 350v-8', 2, paper),
  },
} as const satisfies Record<string, Drawing>;
