// Renders a micro-frontend's components as the shell would, for unit tests: a session, an address, a graph with given answers.
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { type ReactNode, useMemo, useState } from 'react';
import { Provider } from 'urql';
import { type Feedback, FeedbackContext } from './feedback.tsx';
import { LocationContext, NavigationContext } from './navigation.tsx';
import { type Preferences, type Session, SessionContext } from './session.tsx';
import { SlotContext, type SlotPlace } from './slot.tsx';

/** By operation name: what the graph answers as `data`. */
export type Answers = Readonly<
  Record<
    string,
    Readonly<Record<string, unknown>> | ((variables: unknown) => Readonly<Record<string, unknown>>)
  >
>;

/** By operation name: begins to tell the events of a subscription, each as `data`, and returns what ends it. */
export type Events = Readonly<
  Record<string, (tell: (data: Readonly<Record<string, unknown>>) => void, variables: unknown) => () => void>
>;

export interface TestShopProps {
  readonly children: ReactNode;
  readonly session?: Partial<Session>;
  readonly preferences?: Preferences;
  /** Path and search parameters below the locale. */
  readonly at?: string;
  readonly answers?: Answers;
  /** What comes of them is kept in a graph cache, as the shell's; without them there is none. */
  readonly events?: Events;
  readonly feedback?: Partial<Feedback>;
  /** Told of each navigation, beside following it. */
  readonly onNavigate?: (to: string) => void;
  /** What stands in for other teams' slots. */
  readonly fill?: (place: SlotPlace) => ReactNode;
}

const quiet = () => {};

export function TestShop(props: TestShopProps) {
  const { children, answers = {}, events, feedback, fill, onNavigate = quiet } = props;
  const locale = props.session?.locale ?? 'en';
  const session: Session = {
    graphLocale: locale === 'ko' ? 'KO' : 'EN',
    currency: 'USD',
    theme: 'system',
    ...props.session,
    locale,
  };
  const [preferences, setPreferences] = useState<Preferences>(props.preferences ?? {});
  const [at, setAt] = useState(new URL(props.at ?? '/', 'http://shop.test'));
  const [client] = useState(() => testClient(answers, events));
  const Fill = useMemo(() => (place: SlotPlace) => fill?.(place) ?? <div data-slot={place.name} />, [fill]);
  return (
    <SessionContext
      value={{
        session,
        preferences,
        setPreference: (name, value) => setPreferences((all) => ({ ...all, [name]: value })),
      }}
    >
      <NavigationContext
        value={{
          navigate: (to) => {
            setAt(new URL(to, 'http://shop.test'));
            onNavigate(to);
          },
          prefetch: quiet,
        }}
      >
        <LocationContext value={{ path: at.pathname, search: at.searchParams, pending: false }}>
          <FeedbackContext value={{ announce: quiet, toast: quiet, ...feedback }}>
            <SlotContext value={Fill}>
              <Provider value={client}>{children}</Provider>
            </SlotContext>
          </FeedbackContext>
        </LocationContext>
      </NavigationContext>
    </SessionContext>
  );
}

function testClient(answers: Answers, events: Events | undefined): Client {
  return new Client({
    url: 'http://shop.test/graphql',
    preferGetMethod: false,
    exchanges: [...(events ? [cacheExchange(), subscriptions(events)] : []), fetchExchange],
    fetch: async (_url, init) => {
      const { operationName, variables } = JSON.parse(String(init?.body));
      const answer = answers[operationName];
      const body =
        answer === undefined
          ? { errors: [{ message: `The test has no answer for ${operationName}.` }] }
          : { data: typeof answer === 'function' ? answer(variables) : answer };
      return Response.json(body);
    },
  });
}

const subscriptions = (events: Events) =>
  subscriptionExchange({
    forwardSubscription: ({ operationName = '', variables }) => ({
      subscribe({ next }) {
        const begin = events[operationName];
        if (!begin) throw new Error(`The test has no events for ${operationName}.`);
        return { unsubscribe: begin((data) => next({ data }), variables) };
      },
    }),
  });
