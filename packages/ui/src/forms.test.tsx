// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { QuantityStepper } from './quantity-stepper.tsx';
import { RadioCard, RadioCards } from './radio-card.tsx';
import { Select } from './select.tsx';
import { TextField } from './text-field.tsx';

afterEach(cleanup);

test('a field is named by its label, and described by its error before its hint', () => {
  render(<TextField label="Postcode" hint="Five digits" error="That is no postcode." name="postcode" />);
  const field = screen.getByRole('textbox', { name: 'Postcode' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  expect(described.map((id) => document.getElementById(id)?.textContent)).toEqual([
    'That is no postcode.',
    'Five digits',
  ]);
});

test('a field without fault says nothing of faults', () => {
  render(
    <Select label="Country">
      <option>Korea</option>
    </Select>,
  );
  const field = screen.getByRole('combobox', { name: 'Country' });
  expect(field.hasAttribute('aria-invalid')).toBe(false);
  expect(field.hasAttribute('aria-describedby')).toBe(false);
});

test('a choice of cards is a group of radio buttons with its fault told', () => {
  render(
    <RadioCards legend="Shipping" error="Please choose one.">
      <RadioCard name="method" value="standard" label="Standard" description="Thu" aside="$4" />
    </RadioCards>,
  );
  const group = screen.getByRole('group', { name: 'Shipping' });
  expect(document.getElementById(group.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
    'Please choose one.',
  );
  expect(screen.getByRole<HTMLInputElement>('radio').value).toBe('standard');
});

function stepper(value: number) {
  const onChange = vi.fn();
  const view = render(
    <QuantityStepper name="quantity" label="Quantity" value={value} max={5} onChange={onChange} />,
  );
  const buttons = view.container.querySelectorAll('button');
  return {
    onChange,
    field: screen.getByRole('spinbutton', { name: 'Quantity' }),
    less: buttons[0],
    more: buttons[1],
  };
}

test('the stepper goes up and down by one, and stops at its ends', () => {
  const { onChange, more, less } = stepper(5);
  expect(more?.disabled).toBe(true);
  if (less) fireEvent.click(less);
  expect(onChange.mock.calls).toEqual([[4]]);
});

test('what is typed counts when it is allowed, and is put right when the field is left', () => {
  const { onChange, field } = stepper(1);
  fireEvent.change(field, { target: { value: '3' } });
  expect(onChange).toHaveBeenLastCalledWith(3);
  fireEvent.change(field, { target: { value: '99' } });
  expect(onChange).toHaveBeenCalledTimes(1);
  fireEvent.blur(field);
  expect(onChange).toHaveBeenLastCalledWith(5);
});

test('an emptied field goes back to what it was', () => {
  const { onChange, field } = stepper(2);
  fireEvent.change(field, { target: { value: '' } });
  fireEvent.blur(field);
  expect(onChange).not.toHaveBeenCalled();
  expect(field).toHaveProperty('value', '2');
});
