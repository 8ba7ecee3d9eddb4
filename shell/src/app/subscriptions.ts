// How the graph client of a page subscribes. The code for it comes when it is needed: most pages have nothing to wait for.
import type { SubscriptionForwarder } from '@urql/core';
import { report } from './report.ts';

export const subscriptions: SubscriptionForwarder = (request) => ({
  subscribe({ next }) {
    let isOver = false;
    let end = () => {};
    import('./event-stream.ts').then(
      ({ follow }) => {
        if (!isOver) end = follow(JSON.stringify(request), next);
      },
      (error) => report({ unit: 'shell', name: 'subscriptions', kind: 'load', error }),
    );
    return {
      unsubscribe() {
        isOver = true;
        end();
      },
    };
  },
});
