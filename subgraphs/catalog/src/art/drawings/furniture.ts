import { inks } from '../palette.ts';
import { box, type Drawing, each, flat, line, oval, path } from '../pen.ts';

const { ink, paper, accent, wood, woodShade } = inks;

export const furniture = {
  chair: {
    noun: { en: 'chair', ko: '의자' },
    stands: 'floor',
    foot: 104,
    focus: [222, 250],
    draw: ({ form, skin, base, shade, light }) =>
      line('M158 262V378M278 262V378', 12, shade) +
      line('M158 330H278', 7, shade) +
      line('M158 262L152 108M278 262L286 108', 12, base) +
      (form === 1
        ? each([116, 160, 204], (y) => skin(path(`M150 ${y}q68-12 137 0l-2 24q-66-12-133 0z`)))
        : form === 2
          ? skin(path('M144 100q76-16 150 0l-8 112q-66-10-134 0z')) + line('M154 112q66-12 130 0', 2, light)
          : line('M182 112L184 256M206 110V256M231 110V256M256 112L253 256', 5, shade) +
            skin(path('M142 102q76-22 154 0l-2 24q-74-20-150 0z'))) +
      skin(path('M100 292h142l46-36H150z'), light) +
      skin(path('M100 292h142v14H100z')) +
      flat(path('M242 292l46-36v14l-46 36z'), shade) +
      line('M114 306V408M230 306V408', 13, base) +
      line('M114 362H230', 7, base) +
      line('M119 306V408M235 306V408', 3, shade),
  },
  stool: {
    noun: { en: 'stool', ko: '스툴' },
    stands: 'floor',
    foot: 96,
    focus: [200, 232],
    draw: ({ form, skin, round, base, shade, light }) =>
      form === 1
        ? line('M208 250L226 384', 12, shade) +
          line('M146 250L116 408M254 250L286 408', 13, base) +
          line('M130 338L272 338', 7, base) +
          round(path('M112 222q0 30 88 30t88-30v14q0 30-88 30t-88-30z'), shade) +
          skin(oval(200, 222, 88, 27), light)
        : form === 2
          ? line('M150 190L128 384M262 190L282 384', 11, shade) +
            line('M136 322H276', 6, shade) +
            line('M132 200L104 408M240 200L256 408', 13, base) +
            line('M116 352H250', 7, base) +
            skin(path('M106 196q78 16 154 0l30-28q-78 14-150 0z'), light) +
            round(path('M106 196q78 16 154 0v14q-76 16-154 0z'))
          : round(path('M128 208h144q-40 90 8 202H120q48-112 8-202z')) +
            flat(path('M170 410q-4-64 30-64t30 64z'), shade) +
            skin(oval(200, 208, 76, 22), light),
  },
  table: {
    noun: { en: 'table', ko: '테이블' },
    stands: 'floor',
    foot: 150,
    focus: [196, 250],
    draw: ({ form, skin, round, base, shade, light }) =>
      form === 1
        ? flat(path('M104 270h14l-3 104h-8zM328 270h14l-4 104h-8z'), shade) +
          flat(path('M82 284h206l44-34v14l-44 38H82z'), shade) +
          skin(path('M46 268h262l48-44H98z'), light) +
          skin(path('M46 268h262v14H46z')) +
          flat(path('M308 268l48-44v13l-48 45z'), shade) +
          flat(path('M62 282h20l-5 128H66zM272 282h20l-4 128h-11z'), base) +
          flat(path('M76 282h6l-5 128h-4zM286 282h6l-4 128h-4z'), shade)
        : form === 2
          ? round(path('M130 398q6-22 52-28V260h36v110q46 6 52 28v10H130z')) +
            round(path('M50 236q0 34 150 34t150-34v12q0 36-150 36T50 248z'), shade) +
            skin(oval(200, 236, 150, 36), light)
          : line('M96 268L66 408M96 268L126 408M292 268L262 408M292 268L322 408', 11, base) +
            line('M84 346H304', 8, shade) +
            skin(path('M40 258h272l48-34H88z'), light) +
            skin(path('M40 258h272v12H40z')) +
            flat(path('M312 258l48-34v12l-48 34z'), shade),
  },
  shelf: {
    noun: { en: 'shelf', ko: '선반장' },
    stands: 'floor',
    foot: 112,
    focus: [180, 190],
    draw: ({ form, skin, base, shade, light }) =>
      form === 1
        ? flat(path('M108 102h180l22-16H130z'), light) +
          flat(path('M288 102l22-16v310l-22 14z'), shade) +
          skin(box(108, 102, 180, 308)) +
          each([112, 212, 308], (y) => flat(box(120, y, 156, y === 308 ? 88 : 86), shade)) +
          flat(path('M130 142h12v56h-12zM146 134h10v64h-10zM178 150l12-4 18 50-12 4z'), paper) +
          flat(box(158, 146, 14, 52), accent) +
          flat(path('M210 272q0 26 27 26t27-26z'), paper) +
          flat(path('M136 340h40v56h-40zM190 362h70v10h-70zM196 374h62v10h-62zM186 386h74v10h-74z'), light) +
          flat(path('M142 270h44v28h-44z'), wood)
        : line('M80 340V408M306 340V408', 10, woodShade) +
          flat(path('M60 228h266l24-18H90z'), light) +
          flat(path('M326 228l24-18v124l-24 16z'), shade) +
          skin(box(60, 228, 266, 122)) +
          flat(path('M72 240h76v98H72zM238 240h76v98h-76z'), shade, 0.55) +
          flat(box(158, 240, 70, 44), ink, 0.55) +
          flat(path('M164 258h8v26h-8zM175 252h9v32h-9zM200 270h24v14h-24z'), paper) +
          flat(box(187, 256, 8, 28), accent) +
          flat(box(158, 294, 70, 44), shade, 0.55) +
          line('M138 284v12M248 284v12M186 316h14', 4, paper) +
          flat(path('M118 210q-18-40 6-58h12q22 18 4 58z'), paper) +
          line('M130 154q4-34-14-54M130 154q2-28 20-40', 2.5, inks.leafShade) +
          flat(
            path(
              'M118 100q-16 2-18-14 18-2 18 14zM150 114q2-18 18-16-1 18-18 16zM126 124q-16-2-14-16 14 0 14 16z',
            ),
            inks.leaf,
          ) +
          line('M72 350H314', 3, base),
  },
  sofa: {
    noun: { en: 'sofa', ko: '소파' },
    stands: 'floor',
    foot: 160,
    focus: [120, 290],
    draw: ({ form, skin, base, shade, light }) =>
      line('M78 390V408M322 390V408', 10, woodShade) +
      (form === 1
        ? skin(path('M72 252q0-32 30-32h196q30 0 30 32v100H72z'), shade) +
          skin(box(94, 238, 104, 82, 18)) +
          skin(box(202, 238, 104, 82, 18)) +
          skin(box(86, 312, 114, 42, 12), light) +
          skin(box(200, 312, 114, 42, 12), light) +
          flat(box(70, 352, 260, 40, 8), shade) +
          skin(path('M44 300q0-24 24-24t24 24v92H54q-10 0-10-10z')) +
          skin(path('M308 300q0-24 24-24t24 24v82q0 10-10 10h-38z')) +
          flat(path('M336 276q20 2 20 24v82q0 10-10 10h-10z'), shade) +
          flat(path('M262 262l44 14-10 46-46-12z'), accent === base ? paper : accent, 0.95) +
          line('M198 250v104', 2, shade)
        : skin(path('M58 210q142-22 284 0v150H58z')) +
          each([104, 152, 200, 248, 296], (x) =>
            line(`M${x} ${200 + Math.abs(x - 200) / 14}V318`, 2, shade),
          ) +
          skin(path('M50 314q150-14 300 0v40H50z'), light) +
          flat(box(50, 352, 300, 38, 6), shade) +
          skin(oval(66, 300, 26, 22)) +
          skin(oval(334, 300, 26, 22)) +
          line('M66 292a8 8 0 1 1-1 0M334 292a8 8 0 1 1-1 0', 2, shade)),
  },
  bed: {
    noun: { en: 'bed', ko: '침대' },
    stands: 'floor',
    foot: 168,
    focus: [130, 250],
    draw: ({ form, skin, base, shade }) =>
      (form === 1
        ? skin(path('M72 178q128-34 256 0v150H72z')) + line('M84 192q116-30 232 0', 2, shade)
        : line('M80 176V330M320 176V330', 14, base) +
          each([124, 162, 200, 238, 276], (x) => line(`M${x} 186V320`, 7, shade)) +
          skin(path('M72 166h256v22H72z'))) +
      flat(path('M78 270h244l22 60H56z'), paper) +
      flat(path('M98 276q-4-40 46-40t48 40zM208 276q-2-40 48-40t46 40z'), '#fffaf0') +
      line('M110 268q34-14 70 2M222 268q34-12 68 2', 1.6, '#cdbfa8') +
      flat(path('M68 296h264l14 36H54z'), '#e9dcc4') +
      flat(path('M54 332h292v36H54z'), '#d9c8ab') +
      flat(path('M62 312h276l3 9H59zM54 350h292v7H54z'), accent) +
      skin(path('M44 362h312v28H44z')) +
      flat(path('M52 390h18v20H52zM330 390h18v20h-18z'), shade),
  },
} as const satisfies Record<string, Drawing>;
