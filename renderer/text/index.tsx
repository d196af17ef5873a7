// The words of the page in the reader's language: `useText()` for strings, `useFormat()` for values.
import { createContext, type ReactNode, useContext, useLayoutEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type Catalogue, catalogues, type Lang } from './catalogue.ts';
import { type Formats, formats } from './format.ts';

const LangContext = createContext<Lang>('en');

/** Gives everything below its language and sets it on `<html>`. */
export function TextProvider({
  lang,
  children,
}: {
  readonly lang: Lang;
  readonly children: ReactNode;
}) {
  useLayoutEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  return (
    <LangContext value={lang}>
      <I18nProvider locale={lang === 'en' ? 'en-GB' : 'fr-FR'}>{children}</I18nProvider>
    </LangContext>
  );
}

export function useLang(): Lang {
  return useContext(LangContext);
}

/** `const t = useText(); t.app.newIncident`. */
export function useText(): Catalogue {
  return catalogues[useLang()];
}

/** `const f = useFormat(); f.moment(entry.at)`. */
export function useFormat(): Formats {
  return formats[useLang()];
}
