import './kbd.css';

/** Keys as people write them, as `Ctrl+I`. */
export function Kbd(props: { readonly keys: string }) {
  return (
    <span className="c-kbd" aria-hidden="true">
      {props.keys}
    </span>
  );
}
