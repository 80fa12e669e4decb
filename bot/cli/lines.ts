/**
 * Lines of a stream of bytes. Bytes that are not UTF-8 become U+FFFD. Only the line feed ends a line:
 * node:readline also cuts at U+2028, which JSON allows inside a string.
 */
export async function* readLines(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    yield* lines.map(withoutReturn);
  }
  rest += decoder.decode();
  if (rest !== '') yield withoutReturn(rest);
}

const withoutReturn = (line: string): string => line.replace(/\r$/, '');
