// Words in two languages. English is the source; its type makes a missing or misshapen Korean message a type error.
import { useSession } from './session.tsx';

/** A sentence, a function that makes one from what it is given, or a group of them. */
type Message = string | ((...values: never[]) => string) | { readonly [key: string]: Message };

/** The type of another language's messages: `export const ko: Translation<typeof en> = { … }`. */
export type Translation<Source extends Record<string, Message>> = {
  readonly [Key in keyof Source]: Source[Key] extends string
    ? string
    : Source[Key] extends Record<string, Message>
      ? Translation<Source[Key]>
      : Source[Key];
};

/** `const t = useMessages({ en, ko }); t.addToCart; t.items(3)`. */
export function useMessages<Source extends Record<string, Message>>(messages: {
  readonly en: Source;
  readonly ko: Translation<Source>;
}): Translation<Source> {
  const { locale } = useSession();
  // English keeps its narrower type; what a screen may rely on is what both languages have.
  return locale === 'ko' ? messages.ko : (messages.en as Translation<Source>);
}
