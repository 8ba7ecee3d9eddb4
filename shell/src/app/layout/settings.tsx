// Language, currency and theme, behind one button. A language is a link to the same page; the others are plain posts, and the theme
// changes at once where it can.
import { hrefOf } from '@arcade/mfe-kit/href';
import { useMessages } from '@arcade/mfe-kit/messages';
import { useHref, useLocation } from '@arcade/mfe-kit/navigation';
import { returnField } from '@arcade/mfe-kit/return-field';
import { type Currency, type Locale, type Theme, usePreference, useSession } from '@arcade/mfe-kit/session';
import { Flyout } from '@arcade/ui/flyout';
import { Icon } from '@arcade/ui/icon';
import type { ReactNode, SubmitEvent } from 'react';
import { en } from '../messages/en.ts';
import { ko } from '../messages/ko.ts';
import classes from './settings.module.css';

const languages: Record<Locale, string> = { en: 'English', ko: '한국어' };
const currencies: readonly Currency[] = ['USD', 'KRW'];
const themes: readonly Theme[] = ['light', 'dark', 'system'];

export function Settings() {
  const t = useMessages({ en, ko });
  const { locale, currency, theme } = useSession();
  const { path, search } = useLocation();
  const [, setTheme] = usePreference('theme');
  const here = search.size > 0 ? `${path}?${search}` : path;
  return (
    <Flyout
      label={t.settings}
      className={classes.panel}
      buttonClassName={classes.open}
      button={
        <>
          <span>{locale.toUpperCase()}</span>
          <span aria-hidden="true">·</span>
          <span>{currency}</span>
          <Icon name="chevron" size={16} />
        </>
      }
    >
      <Group name={t.language}>
        {(Object.keys(languages) as Locale[]).map((language) => (
          <a
            key={language}
            className={classes.choice}
            href={hrefOf(language, here)}
            hrefLang={language}
            lang={language}
            aria-current={language === locale ? 'true' : undefined}
          >
            {languages[language]}
          </a>
        ))}
      </Group>
      <ChoiceForm name="currency" label={t.currency} here={here}>
        {currencies.map((one) => (
          <Choice key={one} name="currency" value={one} chosen={one === currency}>
            {one}
          </Choice>
        ))}
      </ChoiceForm>
      <ChoiceForm
        name="theme"
        label={t.theme}
        here={here}
        onSubmit={(event) => {
          event.preventDefault();
          const { submitter } = event.nativeEvent as globalThis.SubmitEvent;
          if (submitter instanceof HTMLButtonElement) setTheme(submitter.value);
        }}
      >
        {themes.map((one) => (
          <Choice key={one} name="theme" value={one} chosen={one === theme}>
            {t.themes[one]}
          </Choice>
        ))}
      </ChoiceForm>
    </Flyout>
  );
}

interface ChoiceFormProps {
  readonly name: string;
  readonly label: string;
  readonly here: string;
  readonly onSubmit?: (event: SubmitEvent<HTMLFormElement>) => void;
  readonly children: ReactNode;
}

function ChoiceForm({ label, here, onSubmit, children }: ChoiceFormProps) {
  const href = useHref();
  return (
    <form method="post" action={href('/preferences')} onSubmit={onSubmit}>
      <input type="hidden" name={returnField} value={here} />
      <Group name={label}>{children}</Group>
    </form>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form control around links
    <div role="group" aria-label={name} className={classes.group}>
      <span className={classes.name} aria-hidden="true">
        {name}
      </span>
      {children}
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  readonly chosen: boolean;
  readonly children: ReactNode;
}

function Choice({ name, value, chosen, children }: ChoiceProps) {
  return (
    <button className={classes.choice} type="submit" name={name} value={value} aria-pressed={chosen}>
      {children}
    </button>
  );
}
