// The root component, the same on the server and in the browser: fills the kit's contexts and shows layout and page.
import type { Toast } from '@arcade/mfe-kit/feedback';
import { PublicUrlContext } from '@arcade/mfe-kit/head';
import { LocationContext, type Navigation, NavigationContext } from '@arcade/mfe-kit/navigation';
import { SessionContext, type SessionValue } from '@arcade/mfe-kit/session';
import { SlotContext } from '@arcade/mfe-kit/slot';
import type { Client } from '@urql/core';
import { useMemo } from 'react';
import { Provider } from 'urql';
import { FeedbackArea } from './feedback-area.tsx';
import { Layout } from './layout/layout.tsx';
import type { Arrival } from './navigator.ts';
import { PageView } from './page-view.tsx';
import { SlotFill } from './slot-fill.tsx';
import { type View, ViewContext } from './view.tsx';

export interface AppProps {
  readonly view: View;
  readonly client: Client;
  readonly publicUrl: string;
  readonly session: SessionValue;
  readonly navigation: Navigation;
  readonly firstToast: Toast | undefined;
  readonly arrival: Arrival;
  readonly pending: boolean;
  readonly onRetry: () => void;
}

export function App(props: AppProps) {
  const { arrival, pending } = props;
  const { path, search } = arrival.shown;
  const location = useMemo(() => ({ path, search, pending }), [path, search, pending]);
  return (
    <ViewContext value={props.view}>
      <PublicUrlContext value={props.publicUrl}>
        <SessionContext value={props.session}>
          <NavigationContext value={props.navigation}>
            <LocationContext value={location}>
              <SlotContext value={SlotFill}>
                <Provider value={props.client}>
                  <FeedbackArea first={props.firstToast}>
                    <Layout>
                      <PageView arrival={arrival} onRetry={props.onRetry} />
                    </Layout>
                  </FeedbackArea>
                </Provider>
              </SlotContext>
            </LocationContext>
          </NavigationContext>
        </SessionContext>
      </PublicUrlContext>
    </ViewContext>
  );
}
