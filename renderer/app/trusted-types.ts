// The page's only Trusted Types policy. Strings never become HTML or code here; a script or worker
// may be started only from our own origin. MapLibre's worker is the one user of it.

interface PolicyRules {
  readonly createHTML: (text: string) => string;
  readonly createScript: (text: string) => string;
  readonly createScriptURL: (address: string) => string;
}

/** The part of the browser's factory used here; TypeScript's DOM library does not have it yet. */
interface PolicyFactory {
  readonly createPolicy: (name: string, rules: PolicyRules) => unknown;
}

function refuse(what: string): never {
  throw new TypeError(`Cairn never makes ${what} from a string.`);
}

/** The rules by themselves, for tests. `origin` as `app://cairn`. */
export function policyRules(origin: string): PolicyRules {
  return {
    // React Aria's announcer empties itself with `innerHTML = ''`; nothing is made of nothing
    createHTML: (text) => (text === '' ? '' : refuse('HTML')),
    createScript: () => refuse('code'),
    createScriptURL(address) {
      const url = new URL(address, `${origin}/`);
      const own = new URL(`${origin}/`);
      // `origin` reads "null" for schemes that the parser does not know, so compare the parts
      if (url.protocol !== own.protocol || url.host !== own.host) return refuse('a foreign script');
      return address;
    },
  };
}

/** Must run before anything that starts a worker. */
export function installTrustedTypes(): void {
  const factory = (globalThis as { readonly trustedTypes?: PolicyFactory }).trustedTypes;
  factory?.createPolicy('default', policyRules(`${location.protocol}//${location.host}`));
}
