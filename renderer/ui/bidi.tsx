import { defined } from './defined.ts';

/** A name in any script: it keeps its own direction and does not disturb its neighbours. */
export function Bidi(props: { readonly children: string; readonly lang?: string | undefined }) {
  return <bdi {...defined({ lang: props.lang })}>{props.children}</bdi>;
}
