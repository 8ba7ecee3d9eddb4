// Keeps what breaks in one micro-frontend from the rest of the page.
import { Component, type ReactNode, Suspense, useEffect, useEffectEvent } from 'react';

interface Props {
  readonly children: ReactNode;
  /** While code is on its way in the browser. */
  readonly loading: ReactNode;
  readonly failed: (retry: () => void) => ReactNode;
  readonly onError: (error: unknown) => void;
  /** Another key, another try. */
  readonly resetKey: string;
}

interface State {
  readonly error: unknown;
  readonly broken: boolean;
  readonly resetKey: string;
}

class Catch extends Component<Props, State> {
  override state: State = { error: undefined, broken: false, resetKey: this.props.resetKey };

  static getDerivedStateFromError(error: unknown): Partial<State> {
    return { error, broken: true };
  }

  static getDerivedStateFromProps({ resetKey }: Props, state: State): Partial<State> | null {
    return resetKey === state.resetKey ? null : { resetKey, broken: false, error: undefined };
  }

  override componentDidCatch(error: unknown): void {
    this.props.onError(error);
  }

  override render(): ReactNode {
    const { children, failed } = this.props;
    return this.state.broken ? failed(() => this.setState({ broken: false, error: undefined })) : children;
  }
}

const onServer = typeof document === 'undefined';

/**
 * An error boundary and a Suspense boundary. The server never waits while it renders, so there the Suspense fallback means one thing: what is
 * inside has thrown. It then shows what the error boundary would, and the browser tries again. React renders fallbacks of large boundaries on
 * the server in any case, after their content, so the content says when it is through.
 */
export function Boundary(props: Props) {
  const { children, loading, failed, onError } = props;
  const content = { rendered: false };
  const fallback = <FailedOnServer content={content} failed={failed} onError={onError} />;
  return (
    <Catch {...props}>
      <Suspense fallback={onServer ? fallback : <Waiting onError={onError}>{loading}</Waiting>}>
        {children}
        {onServer && <End of={content} />}
      </Suspense>
    </Catch>
  );
}

/** What takes so long may never come. Milliseconds. */
const longestWait = 10_000;

function Waiting({ children, onError }: Pick<Props, 'onError'> & { readonly children: ReactNode }) {
  const late = useEffectEvent(() => onError(new Error(`It was not there after ${longestWait} ms.`)));
  useEffect(() => {
    const timer = setTimeout(late, longestWait);
    return () => clearTimeout(timer);
  }, []);
  return children;
}

interface Content {
  rendered: boolean;
}

function End({ of: content }: { readonly of: Content }) {
  content.rendered = true;
  return null;
}

function FailedOnServer({
  content,
  failed,
  onError,
}: Pick<Props, 'failed' | 'onError'> & { readonly content: Content }) {
  if (content.rendered) return null;
  onError(new Error('It failed while it was rendered on the server.'));
  return failed(() => {});
}
