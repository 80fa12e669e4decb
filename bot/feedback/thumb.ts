/** Whether a reaction says that an answer was liked; null for any other reaction. Skin tones count alike. */
export const readThumb = (key: string): { readonly liked: boolean } | null => {
  const plain = key.replace(/[\u{1F3FB}-\u{1F3FF}\u{FE0E}\u{FE0F}]/gu, '').trim();
  if (plain === '👍') return { liked: true };
  return plain === '👎' ? { liked: false } : null;
};
