import { classNames } from './class-names.ts';
import css from './picture.module.css';

export interface PictureProps {
  readonly image: {
    readonly url: string;
    readonly width: number;
    readonly height: number;
    readonly alt: string;
  };
  /** The first one that a visitor sees: fetched before others. All the rest wait until they are near. */
  readonly priority?: boolean;
  /** Its meaning stands in the text beside it. */
  readonly decorative?: boolean;
  readonly className?: string | undefined;
}

/** Product art in its box, which keeps its place while the picture is on its way. */
export function Picture({ image, priority = false, decorative = false, className }: PictureProps) {
  return (
    <img
      className={classNames(css.picture, className)}
      src={image.url}
      width={image.width}
      height={image.height}
      alt={decorative ? '' : image.alt}
      loading={priority ? 'eager' : 'lazy'}
      fetchPriority={priority ? 'high' : 'auto'}
      decoding={priority ? 'sync' : 'async'}
    />
  );
}
