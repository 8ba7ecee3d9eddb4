import type { CSSProperties } from 'react';
import css from './skeleton.module.css';

export interface SkeletonProps {
  /** CSS lengths. Give height or ratio: a skeleton is there to hold the place. */
  readonly width?: string;
  readonly height?: string;
  /** Width / height. */
  readonly ratio?: number;
}

export function Skeleton({ width, height = '1em', ratio }: SkeletonProps) {
  const style: CSSProperties = ratio ? { width, aspectRatio: ratio } : { width, height };
  return <span aria-hidden="true" className={css.skeleton} style={style} />;
}
