/** A text in the shop's languages. */
export interface Text {
  en: string;
  ko: string;
}
