// Fills a slot that a page or the layout names: finds who offers it in the release set, its code and its data, and guards the page against both.

import { ReleaseContext } from '@arcade/mfe-kit/form';
import { useMessages } from '@arcade/mfe-kit/messages';
import { useLocation } from '@arcade/mfe-kit/navigation';
import { usePreferences, useSession } from '@arcade/mfe-kit/session';
import type { SlotPlace } from '@arcade/mfe-kit/slot';
import { type ReactNode, use, useEffect } from 'react';
import { useQuery } from 'urql';
import { Boundary } from './boundary.tsx';
import { en } from './messages/en.ts';
import { ko } from './messages/ko.ts';
import { type AnySlot, slotDefinition } from './open-page.ts';
import { type Exposed, findSlot, releaseName } from './release-set.ts';
import { kindOf, useView } from './view.tsx';

export function SlotFill(place: SlotPlace) {
  const { set, report } = useView();
  const { path } = useLocation();
  const offered = findSlot(set, place.name);
  if (!offered) return place.fallback ?? null;
  return (
    <div data-owner={offered.unit} data-slot={place.name}>
      <Boundary
        resetKey={path}
        loading={place.loading ?? null}
        failed={(retry) => place.fallback ?? <SlotFailed unit={offered.unit} onRetry={retry} />}
        onError={(error) => report({ ...offered, kind: kindOf(error), error })}
      >
        <ReleaseContext value={releaseName(set, offered.unit)}>
          <SlotContent offered={offered} place={place} />
        </ReleaseContext>
      </Boundary>
    </div>
  );
}

function SlotContent({ offered, place }: { readonly offered: Exposed; readonly place: SlotPlace }) {
  const definition = slotDefinition(use(useView().modules.load(offered)));
  return definition.query ? (
    <QueriedSlot definition={definition} query={definition.query} offered={offered} place={place} />
  ) : (
    <definition.Slot input={place.input} data={undefined} onOutput={place.onOutput ?? ignore} />
  );
}

interface QueriedSlotProps {
  readonly definition: AnySlot;
  readonly query: NonNullable<AnySlot['query']>;
  readonly offered: Exposed;
  readonly place: SlotPlace;
}

function QueriedSlot({ definition, query, offered, place }: QueriedSlotProps): ReactNode {
  const session = useSession();
  const preferences = usePreferences();
  const variables = definition.variables
    ? definition.variables({ ...session, preferences, input: place.input })
    : {};
  const [{ data, error }, ask] = useQuery({ query, variables: variables ?? {}, pause: variables === null });
  const { report } = useView();
  // Null: the graph answered with errors only.
  const isMissing = variables !== null && (data === undefined || data === null);
  useEffect(() => {
    if (isMissing && error) report({ ...offered, kind: 'operation', error });
  }, [isMissing, error, offered, report]);
  if (isMissing) {
    if (error) {
      return (
        place.fallback ?? (
          <SlotFailed unit={offered.unit} onRetry={() => ask({ requestPolicy: 'network-only' })} />
        )
      );
    }
    return place.loading ?? (definition.Loading ? <definition.Loading input={place.input} /> : null);
  }
  return (
    <definition.Slot
      input={place.input}
      data={variables === null ? undefined : data}
      onOutput={place.onOutput ?? ignore}
    />
  );
}

function SlotFailed({ unit, onRetry }: { readonly unit: string; readonly onRetry: () => void }) {
  const t = useMessages({ en, ko });
  return (
    <p data-failed={unit}>
      {t.slotFailed}{' '}
      <button type="button" onClick={onRetry}>
        {t.retry}
      </button>
    </p>
  );
}

const ignore = () => {};
