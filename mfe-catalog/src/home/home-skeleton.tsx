import { Page } from '@arcade/ui/page';
import { VisuallyHidden } from '@arcade/ui/visually-hidden';
import { useCatalogMessages } from '../messages/use-catalog-messages.ts';
import css from './home-page.module.css';
import { LeadStorySkeleton } from './lead-story.tsx';

export function HomeSkeleton() {
  const t = useCatalogMessages();
  return (
    <Page className={css.page} aria-busy="true">
      <VisuallyHidden>{t.loading}</VisuallyHidden>
      <LeadStorySkeleton />
    </Page>
  );
}
