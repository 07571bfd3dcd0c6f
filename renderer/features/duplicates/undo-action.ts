import { invoke } from '../../app/calls.ts';
import { showToast } from '../../ui/toasts.ts';

/**
 * "Undo" beside what was just done: it takes back that step and no other, also when something else was done while the
 * words stood there.
 */
export async function undoAction(
  dossier: string,
  words: { readonly label: string; readonly gone: string },
): Promise<{ readonly label: string; readonly run: () => void }> {
  const stepNow = async (): Promise<string | undefined> =>
    (await invoke('undo.state', { dossier })).undo?.group;
  const step = await stepNow();
  const takeBack = async (): Promise<void> => {
    try {
      if (step !== undefined && (await stepNow()) === step) {
        await invoke('undo.undo', { dossier });
        return;
      }
    } catch {
      // Said below: the step is not taken back.
    }
    showToast({ tone: 'bad', text: words.gone });
  };
  return { label: words.label, run: () => void takeBack() };
}
