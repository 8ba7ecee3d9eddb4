// The page of the moment, between header and footer.
import { useAnnounce } from '@arcade/mfe-kit/feedback';
import { ReleaseContext } from '@arcade/mfe-kit/form';
import { PageHead } from '@arcade/mfe-kit/head';
import { useMessages } from '@arcade/mfe-kit/messages';
import { Link } from '@arcade/mfe-kit/navigation';
import { usePreferences, useSession } from '@arcade/mfe-kit/session';
import { Button, buttonClass } from '@arcade/ui/button';
import { EmptyState } from '@arcade/ui/empty-state';
import { Page } from '@arcade/ui/page';
import { type ReactNode, use, useEffect } from 'react';
import { useQuery } from 'urql';
import { Boundary } from './boundary.tsx';
import { en } from './messages/en.ts';
import { ko } from './messages/ko.ts';
import type { Arrival } from './navigator.ts';
import { type AnyPage, type OpenedPage, pageDefinition } from './open-page.ts';
import { releaseName } from './release-set.ts';
import { kindOf, useView } from './view.tsx';

interface Props {
  readonly arrival: Arrival;
  readonly onRetry: () => void;
}

export function PageView({ arrival, onRetry }: Props) {
  const { set, report } = useView();
  const announce = useAnnounce();
  const { shown } = arrival;
  useEffect(() => {
    const [page] = shown.used;
    if (shown.kind === 'failed' && page) report({ ...page, kind: kindOf(shown.error), error: shown.error });
  }, [shown, report]);
  useEffect(() => {
    if (arrival.how !== 'new' && arrival.how !== 'back') return;
    // As after a page load: reading goes on at the top of what is new, and its title is heard.
    document.getElementById('content')?.focus({ preventScroll: true });
    announce(document.title);
  }, [announce, arrival]);
  switch (shown.kind) {
    case 'page':
      return (
        <div data-owner={shown.page.unit}>
          <Boundary
            resetKey={`${shown.path}?${shown.search}`}
            loading={null}
            failed={(retry) => <PageFailed onRetry={retry} />}
            onError={(error) => report({ ...shown.page, kind: kindOf(error), error })}
          >
            <ReleaseContext value={releaseName(set, shown.page.unit)}>
              <PageContent shown={shown} />
            </ReleaseContext>
          </Boundary>
        </div>
      );
    case 'not-found':
      return <PageNotFound />;
    case 'failed':
      return <PageFailed onRetry={onRetry} />;
  }
}

function PageContent({ shown }: { readonly shown: OpenedPage }) {
  const { modules } = useView();
  const definition = pageDefinition(use(modules.load(shown.page)));
  const { query } = definition;
  return query ? (
    <QueriedPage definition={definition} query={query} shown={shown} />
  ) : (
    <definition.Page data={undefined} params={shown.page.params} search={shown.search} />
  );
}

interface QueriedPageProps {
  readonly definition: AnyPage;
  readonly query: NonNullable<AnyPage['query']>;
  readonly shown: OpenedPage;
}

function QueriedPage({ definition, query, shown }: QueriedPageProps): ReactNode {
  const session = useSession();
  const preferences = usePreferences();
  const context = { ...session, preferences, params: shown.page.params, search: shown.search };
  const [{ data, error }] = useQuery({ query, variables: definition.variables?.(context) ?? {} });
  if (data === undefined || data === null) {
    if (error) throw error;
    return definition.Loading ? <definition.Loading /> : null;
  }
  return <definition.Page data={data} params={shown.page.params} search={shown.search} />;
}

function PageFailed({ onRetry }: { readonly onRetry: () => void }) {
  const t = useMessages({ en, ko });
  return (
    <Page>
      <PageHead title={t.pageFailed} description={t.pageFailedText} noindex />
      <EmptyState
        level={1}
        title={t.pageFailed}
        text={t.pageFailedText}
        action={
          <Button variant="primary" onClick={onRetry}>
            {t.retry}
          </Button>
        }
      />
    </Page>
  );
}

function PageNotFound() {
  const t = useMessages({ en, ko });
  return (
    <Page>
      <PageHead title={t.notFound} description={t.notFoundText} noindex />
      <EmptyState
        level={1}
        title={t.notFound}
        text={t.notFoundText}
        action={
          <Link to="/" className={buttonClass('primary')}>
            {t.toHome}
          </Link>
        }
      />
    </Page>
  );
}
