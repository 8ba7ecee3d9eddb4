// The page of the moment, between header and footer.
import { PageHead } from '@arcade/mfe-kit/head';
import { useMessages } from '@arcade/mfe-kit/messages';
import { Link } from '@arcade/mfe-kit/navigation';
import { type ReactNode, use } from 'react';
import { useQuery } from 'urql';
import { Boundary } from './boundary.tsx';
import { en } from './messages/en.ts';
import { ko } from './messages/ko.ts';
import { type AnyPage, type Failed, type NotFound, type OpenedPage, pageDefinition } from './open-page.ts';
import { useView } from './view.tsx';

export type Shown = OpenedPage | NotFound | Failed;

export function PageView({ shown, onRetry }: { readonly shown: Shown; readonly onRetry: () => void }) {
  const { report } = useView();
  switch (shown.kind) {
    case 'page':
      return (
        <div data-owner={shown.page.unit}>
          <Boundary
            resetKey={`${shown.path}?${shown.search}`}
            loading={null}
            failed={(retry) => <PageFailed onRetry={retry} />}
            onError={(error) => report({ ...shown.page, error })}
          >
            <PageContent shown={shown} />
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
  const [{ data, error }] = useQuery({ query, variables: shown.variables });
  if (data === undefined) {
    if (error) throw error;
    return definition.Loading ? <definition.Loading /> : null;
  }
  return <definition.Page data={data} params={shown.page.params} search={shown.search} />;
}

function PageFailed({ onRetry }: { readonly onRetry: () => void }) {
  const t = useMessages({ en, ko });
  return (
    <section>
      <PageHead title={t.pageFailed} description={t.pageFailedText} noindex />
      <h1>{t.pageFailed}</h1>
      <p>{t.pageFailedText}</p>
      <button type="button" onClick={onRetry}>
        {t.retry}
      </button>
    </section>
  );
}

function PageNotFound() {
  const t = useMessages({ en, ko });
  return (
    <section>
      <PageHead title={t.notFound} description={t.notFoundText} noindex />
      <h1>{t.notFound}</h1>
      <p>{t.notFoundText}</p>
      <Link to="/">{t.toHome}</Link>
    </section>
  );
}
