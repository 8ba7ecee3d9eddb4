// mfe.config.ts: everything that the outside may know of a micro-frontend. It is read by the build and goes into the
// release's manifest, where the shell and the registry find it.

/** The type of a value that crosses a slot's border, written so that it survives as JSON and can be compared between releases. */
export type Shape = Scalar | { readonly [field: string]: Shape } | readonly [Shape];
type Scalar = 'string' | 'string?' | 'number' | 'number?' | 'boolean' | 'boolean?';

export interface PageEntry {
  /** Below /{locale}, in regexparam's syntax: `/p/:handle`. */
  readonly path: string;
  readonly module: string;
}

export interface SlotEntry {
  readonly module: string;
  readonly input: { readonly [field: string]: Shape };
  readonly output?: { readonly [field: string]: Shape };
}

export interface SlotUse {
  readonly input: { readonly [field: string]: Shape };
  readonly output?: { readonly [field: string]: Shape };
}

export interface MicroFrontend {
  readonly name: string;
  /** By name, the owner first: `catalog.product`. */
  readonly pages: Readonly<Record<string, PageEntry>>;
  /** The slots that it offers, the owner of the page first: `product.purchase`. */
  readonly slots: Readonly<Record<string, SlotEntry>>;
  /** The slots that its pages name, with what they give and expect. */
  readonly uses: Readonly<Record<string, SlotUse>>;
  /** The plain form posts: their module, which runs on the server only, and the names that it answers to (`cart.add`). */
  readonly actions?: { readonly module: string; readonly names: readonly string[] };
}

export function defineMicroFrontend<const Config extends MicroFrontend>(config: Config): Config {
  return config;
}

/** The TypeScript type that a shape stands for. */
export type ValueOf<S> = S extends 'string'
  ? string
  : S extends 'number'
    ? number
    : S extends 'boolean'
      ? boolean
      : S extends readonly [infer Item]
        ? ReadonlyArray<ValueOf<Item>>
        : {
            readonly [Field in keyof S as S[Field] extends `${string}?` ? never : Field]: ValueOf<S[Field]>;
          } & {
            readonly [Field in keyof S as S[Field] extends `${string}?` ? Field : never]?:
              | (S[Field] extends `${infer Base}?` ? ValueOf<Base> : never)
              | undefined;
          };

/** `SlotInput<typeof config, 'product.purchase'>`: what a slot is given. */
export type SlotInput<Config extends MicroFrontend, Name extends keyof Config['slots']> = ValueOf<
  Config['slots'][Name]['input']
>;

/** What a slot tells its page. */
export type SlotOutput<
  Config extends MicroFrontend,
  Name extends keyof Config['slots'],
> = Config['slots'][Name] extends { readonly output: infer Output } ? ValueOf<Output> : undefined;

/** `UsedSlotInput<typeof config, 'checkout.shipping'>`: what a page gives to a slot that it names. */
export type UsedSlotInput<Config extends MicroFrontend, Name extends keyof Config['uses']> = ValueOf<
  Config['uses'][Name]['input']
>;

/** What a page expects back from a slot that it names. */
export type UsedSlotOutput<
  Config extends MicroFrontend,
  Name extends keyof Config['uses'],
> = Config['uses'][Name] extends { readonly output: infer Output } ? ValueOf<Output> : undefined;
