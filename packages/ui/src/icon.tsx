import type { ReactNode } from 'react';

// Drawn on 24 × 24 with one pen: 1.5 wide, round ends.
const drawings = {
  arrow: <path d="M4 12h15m-6-6 6 6-6 6" />,
  back: <path d="M20 12H5m6-6-6 6 6 6" />,
  cart: <path d="M5 9h14l-1 11H6L5 9Zm3.5 0V7.5a3.5 3.5 0 0 1 7 0V9" />,
  check: <path d="m4.5 12.5 5 5 10-11" />,
  chevron: <path d="m6 9.5 6 6 6-6" />,
  close: <path d="m6 6 12 12M18 6 6 18" />,
  filter: <path d="M4 7h16M7 12h10m-7 5h4" />,
  minus: <path d="M6 12h12" />,
  moon: <path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z" />,
  parcel: <path d="m4 8 8-4 8 4v8l-8 4-8-4V8Zm0 0 8 4 8-4m-8 4v8M8 6l8 4" />,
  plus: <path d="M6 12h12m-6-6v12" />,
  search: <path d="M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.7-1.8L20 20" />,
  sun: (
    <path d="M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm0-13v2m0 14v2m9-9h-2M5 12H3m15.4-6.4L17 7M7 17l-1.4 1.4m12.8 0L17 17M7 7 5.6 5.6" />
  ),
  warning: <path d="M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.5v.2" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A picture of a word that stands beside it: hidden from screen readers. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawings[name]}
    </svg>
  );
}
