// A passage that another screen wants to see in its source: "show in the text".
import { create } from 'zustand';
import { open } from './app-store.ts';

interface PassageRequest {
  /** Passage to be shown once its source is open. */
  readonly passageId: string | undefined;
}

const store = create<PassageRequest>(() => ({ passageId: undefined }));

/** Goes to a source and to the words of a passage in it. */
export async function openPassage(sourceId: string, passageId: string): Promise<void> {
  store.setState({ passageId });
  await open('source', sourceId);
}

export function usePassageRequest(): string | undefined {
  return store((state) => state.passageId);
}

export function passageShown(): void {
  store.setState({ passageId: undefined });
}
