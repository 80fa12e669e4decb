import type { Attachment } from '../../commands/command.ts';
import { decode } from './decode.ts';
import { readSheet, sheetKind } from './spreadsheet.ts';

/** The table or text of a file, or why it cannot be read; null when it is neither text nor spreadsheet. */
export const readFile = async (name: string, bytes: Uint8Array): Promise<Attachment | null> => {
  const kind = sheetKind(bytes, name);
  if (kind === 'ancien') return { name, text: '', unread: 'ancien' };
  if (kind !== null) {
    const read = await readSheet(bytes, kind);
    return read.ok ? { name, text: read.text } : { name, text: '', unread: read.reason };
  }
  const decoded = decode(bytes);
  if (decoded === null) return null;
  const { text, encoding, unsure } = decoded;
  const usual = !unsure && ['UTF-8', 'Windows-1252'].includes(encoding);
  return { name, text, ...(usual ? {} : { encoding }) };
};
