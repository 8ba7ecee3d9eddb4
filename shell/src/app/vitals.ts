// Pages that are slow or jump, by web.dev's thresholds, told by the unit that owns the element at fault. Loaded after the page is.
import { type Metric, onCLS, onINP, onLCP } from 'web-vitals';
import type { Failure } from './view.tsx';

export function watchVitals(report: (failure: Failure) => void): void {
  const tell = (metric: Metric, element: Node | null | undefined) => {
    if (metric.rating !== 'poor') return;
    // An element that is gone belongs to nobody: then it is the page's.
    const unit = ownerOf(element) ?? ownerOf(document.querySelector('[data-owner]:not([data-slot])'));
    const error = `${metric.name} ${metric.value.toFixed(2)}`;
    if (unit) report({ unit, name: metric.name, kind: 'slow', error });
  };
  onLCP((metric) => tell(metric, metric.entries.at(-1)?.element));
  onINP((metric) => tell(metric, metric.entries[0]?.target));
  onCLS((metric) => {
    const worst = metric.entries.toSorted((a, b) => b.value - a.value)[0];
    tell(metric, worst?.sources[0]?.node);
  });
}

function ownerOf(node: Node | null | undefined): string | undefined {
  const element = node instanceof HTMLElement ? node : node?.parentElement;
  return element?.closest<HTMLElement>('[data-owner]')?.dataset.owner;
}
