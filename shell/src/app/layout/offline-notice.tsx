// Says so when the network is gone: what is on screen can still be read.
import { useMessages } from '@arcade/mfe-kit/messages';
import { Notice } from '@arcade/ui/notice';
import { useSyncExternalStore } from 'react';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';
import classes from './offline-notice.module.css';

export function OfflineNotice() {
  const t = useMessages({ en, ko });
  const online = useSyncExternalStore(
    subscribe,
    () => navigator.onLine,
    () => true,
  );
  return (
    <div className={classes.place} role="status">
      {!online && (
        <Notice kind="warning" className={classes.notice}>
          <p>{t.offline}</p>
        </Notice>
      )}
    </div>
  );
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed);
  window.addEventListener('offline', changed);
  return () => {
    window.removeEventListener('online', changed);
    window.removeEventListener('offline', changed);
  };
}
