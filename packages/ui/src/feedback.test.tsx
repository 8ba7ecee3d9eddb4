// @vitest-environment jsdom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Button } from './button.tsx';
import { Timeline } from './timeline.tsx';
import { Toast } from './toast.tsx';

beforeEach(() => {
  vi.useFakeTimers();
});

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a toast leaves by itself, but not under the pointer', () => {
  const onClose = vi.fn();
  render(
    <Toast closeLabel="Close" onClose={onClose}>
      Added
    </Toast>,
  );
  const toast = screen.getByText('Added');
  fireEvent.pointerOver(toast);
  act(() => vi.advanceTimersByTime(60_000));
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.pointerOut(toast);
  act(() => vi.advanceTimersByTime(60_000));
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('a refusal stays until it is closed', () => {
  const onClose = vi.fn();
  render(
    <Toast kind="refused" closeLabel="Close" onClose={onClose}>
      Only two are left.
    </Toast>,
  );
  act(() => vi.advanceTimersByTime(600_000));
  expect(onClose).not.toHaveBeenCalled();
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledTimes(1);
});

test('a busy button takes no second press, nor submits its form', () => {
  const onClick = vi.fn();
  const onSubmit = vi.fn();
  render(
    <form onSubmit={onSubmit}>
      <Button type="submit" busy onClick={onClick}>
        Place order
      </Button>
    </form>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Place order' }));
  expect(onClick).not.toHaveBeenCalled();
  expect(onSubmit).not.toHaveBeenCalled();
});

test('a timeline tells each state in words and marks where it stands', () => {
  render(
    <Timeline
      label="Your order"
      stateLabels={{ done: 'done', current: 'now', upcoming: 'to come', failed: 'failed' }}
      steps={[
        { key: 'a', label: 'Placed', state: 'done' },
        { key: 'b', label: 'On its way', state: 'current' },
      ]}
    />,
  );
  const [first, second] = screen.getAllByRole('listitem');
  expect(first?.textContent).toBe('Placed (done)');
  expect(second?.getAttribute('aria-current')).toBe('step');
});
