/** How every PDF of unknown hands is opened: nothing of it is run, no font of the machine is asked for. */
import { getDocument, VerbosityLevel } from 'unpdf/pdfjs';

/** The caller keeps its bytes, for pdf.js takes a buffer over; it ends the task by `destroy`. */
export function openPdf(bytes: Uint8Array) {
  return getDocument({
    data: Uint8Array.from(bytes),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
    disableFontFace: true,
    enableXfa: false,
    stopAtErrors: false,
  });
}
