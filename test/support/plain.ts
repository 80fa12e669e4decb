/** No-break spaces as ordinary ones, for tests whose subject is not typography. */
export const plain = (text: string): string => text.replaceAll('\u00a0', ' ');
