import { useEffect, useRef, useState } from 'react';
import type {
  ImportResult,
  PackPreview,
  PackSample,
} from '../../../shared/contract/exchange-calls.ts';
import type { Answer, Side } from '../../../shared/contract/pack-decisions.ts';
import type { SignerView } from '../../../shared/contract/trust-calls.ts';
import type { AppError } from '../../../shared/lib/app-error.ts';
import { asAppError, call } from '../../api/client.ts';
import { setApp, useApp } from '../../state/app-store.ts';

/** Where an import stands. Nothing is written before `import` is called. */
export type ImportStep =
  | { readonly step: 'none' }
  | { readonly step: 'reading'; readonly fileName: string }
  /** It is sealed; `isWrong` after a passphrase that was not the one. */
  | {
      readonly step: 'sealed';
      readonly token: string;
      readonly fileName: string;
      readonly isWrong: boolean;
      /** What opening it takes, where that is much; else null. */
      readonly memoryMb: number | null;
    }
  | { readonly step: 'refused'; readonly fileName: string; readonly error: AppError }
  | { readonly step: 'preview' | 'importing'; readonly preview: PackPreview }
  | { readonly step: 'done'; readonly preview: PackPreview; readonly result: ImportResult };

export interface PackImport {
  readonly state: ImportStep;
  /** Answer for conflicts that are not decided one by one or by kind. */
  readonly conflicts: Side;
  /** The person was asked about the signer, and says yes. */
  readonly isSignerAccepted: boolean;
  /** All records in conflict that were read so far, and how many there are. */
  readonly asked: readonly PackSample[];
  readonly isReadingMore: boolean;
  /** Whether incidents of one row of a data set become one. */
  readonly areTwinsJoined: boolean;
  readonly joinTwins: (areJoined: boolean) => void;
  readonly acceptSigner: (isAccepted: boolean) => void;
  /** After its words were compared: the preview shows the signer as they are known now. */
  readonly setSigner: (signer: SignerView) => void;
  readonly unseal: (passphrase: string) => void;
  readonly setConflicts: (side: Side) => void;
  readonly answerOf: (sample: Pick<PackSample, 'table' | 'id'>, unit: string) => Answer;
  readonly ruleFor: (table: string, unit: string) => Side | undefined;
  /** The same answer for all conflicts of a kind; answers given one by one stand. */
  readonly setRule: (table: string, unit: string, side: Side) => void;
  readonly decide: (id: string, units: readonly string[], answer: Answer) => void;
  readonly readMore: () => void;
  readonly choose: () => void;
  readonly run: () => void;
  readonly close: () => void;
}

interface Rule {
  readonly table: string;
  readonly unit: string;
  readonly side: Side;
}
/** By record and unit. */
type Answers = Readonly<Record<string, Readonly<Record<string, Answer>>>>;

/** Records in conflict that are read at a time. */
const pageLength = 100;

/** One import from choosing the file to its result; also takes a pack opened by double click. */
export function usePackImport(): PackImport {
  const [state, setState] = useState<ImportStep>({ step: 'none' });
  const [conflicts, setConflicts] = useState<Side>('ours');
  const [isSignerAccepted, acceptSigner] = useState(false);
  const [areTwinsJoined, joinTwins] = useState(true);
  const [rules, setRules] = useState<readonly Rule[]>([]);
  const [decisions, setDecisions] = useState<Answers>({});
  const [more, setMore] = useState<readonly PackSample[]>([]);
  const [isReadingMore, setReadingMore] = useState(false);
  const number = useRef(0);
  const offered = useApp((app) => app.offeredPack);

  async function read(token: string, fileName: string, passphrase?: string) {
    number.current += 1;
    const mine = number.current;
    setState({ step: 'reading', fileName });
    setConflicts('ours');
    acceptSigner(false);
    joinTwins(true);
    setRules([]);
    setDecisions({});
    setMore([]);
    try {
      const preview = await call('pack/preview', {
        token,
        ...(passphrase === undefined ? {} : { passphrase }),
      });
      if (mine === number.current) setState({ step: 'preview', preview });
    } catch (error) {
      if (mine !== number.current) return;
      const { code, details } = asAppError(error);
      if (code === 'pack/passphrase-needed' || code === 'pack/wrong-passphrase')
        setState({
          step: 'sealed',
          token,
          fileName,
          isWrong: code === 'pack/wrong-passphrase',
          memoryMb: typeof details?.['memoryMb'] === 'number' ? details['memoryMb'] : null,
        });
      else if (code === 'call/cancelled') setState({ step: 'none' });
      else setState({ step: 'refused', fileName, error: asAppError(error) });
    }
  }

  async function choose() {
    if (state.step === 'importing') return;
    try {
      const chosen = await call('file/choose', { purpose: 'import-pack' });
      if (!chosen.cancelled) await read(chosen.token, chosen.fileName);
    } catch (error) {
      setState({ step: 'refused', fileName: '', error: asAppError(error) });
    }
  }

  async function run() {
    if (state.step !== 'preview') return;
    const { preview } = state;
    setState({ step: 'importing', preview });
    try {
      const result = await call('pack/import', {
        preview: preview.preview,
        conflicts,
        rules: [...rules],
        decisions: { ...decisions },
        acceptSigner: isSignerAccepted,
        joinTwins: areTwinsJoined,
      });
      setState({ step: 'done', preview, result });
    } catch (error) {
      const refused = asAppError(error);
      // nothing was written, and the preview still stands
      if (refused.code === 'call/cancelled') setState({ step: 'preview', preview });
      else setState({ step: 'refused', fileName: preview.fileName, error: refused });
    }
  }

  const preview = 'preview' in state ? state.preview : undefined;
  const asked = [
    ...(preview?.samples.filter(({ verdict }) => verdict === 'conflicting') ?? []),
    ...more,
  ];

  async function readMore() {
    if (preview === undefined || isReadingMore) return;
    const mine = number.current;
    setReadingMore(true);
    try {
      const page = { preview: preview.preview, from: asked.length, count: pageLength };
      const { rows } = await call('pack/conflicts', page);
      if (mine === number.current) setMore((before) => [...before, ...rows]);
    } catch (error) {
      setState({ step: 'refused', fileName: preview.fileName, error: asAppError(error) });
    } finally {
      setReadingMore(false);
    }
  }

  const ruleFor = (table: string, unit: string) =>
    rules.find((rule) => rule.table === table && rule.unit === unit)?.side;

  // biome-ignore lint/correctness/useExhaustiveDependencies: one reading per pack that is offered
  useEffect(() => {
    if (offered === undefined) return;
    setApp({ offeredPack: undefined });
    void read(offered.token, offered.fileName);
  }, [offered]);

  return {
    state,
    conflicts,
    asked,
    isReadingMore,
    isSignerAccepted,
    areTwinsJoined,
    joinTwins,
    acceptSigner,
    setSigner: (signer) =>
      setState((before) =>
        before.step === 'preview' ? { ...before, preview: { ...before.preview, signer } } : before,
      ),
    unseal: (passphrase) => {
      if (state.step === 'sealed') void read(state.token, state.fileName, passphrase);
    },
    setConflicts,
    answerOf: ({ table, id }, unit) => decisions[id]?.[unit] ?? ruleFor(table, unit) ?? conflicts,
    ruleFor,
    setRule: (table, unit, side) =>
      setRules((before) => [
        ...before.filter((rule) => rule.table !== table || rule.unit !== unit),
        { table, unit, side },
      ]),
    decide: (id, units, answer) =>
      setDecisions((before) => ({
        ...before,
        [id]: { ...before[id], ...Object.fromEntries(units.map((unit) => [unit, answer])) },
      })),
    readMore: () => void readMore(),
    choose: () => void choose(),
    run: () => void run(),
    close: () => setState({ step: 'none' }),
  };
}
