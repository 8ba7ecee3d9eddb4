import css from './line-image.module.css';

/** An article's picture; an empty frame while catalog cannot be reached. Its name stands beside it, so it has no text of its own. */
export function LineImage({ url, size }: { url: string | undefined; size: 'small' | 'large' }) {
  const pixels = size === 'small' ? 56 : 112;
  return (
    <span className={css.frame} data-size={size}>
      {url && <img src={url} alt="" width={pixels} height={pixels} loading="lazy" />}
    </span>
  );
}
