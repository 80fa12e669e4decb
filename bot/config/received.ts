/**
 * The value at a path as it may be shown: short, on one line, without credentials; null when there is none.
 * What stands under a `…File` key is not shown: a secret pasted there by mistake would be.
 */
export const received = (values: unknown, path: readonly PropertyKey[]): string | null => {
  const value = path.reduce<unknown>(step, values);
  if (value === undefined) return null;
  if (path.some((key) => String(key).endsWith('File'))) return 'une valeur qui n’est pas montrée ici';
  const text = (JSON.stringify(value) ?? typeof value).replace(/\/\/[^@/]*@/g, '//…@');
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
};

const LONGEST = 80;

const step = (value: unknown, key: PropertyKey): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? Reflect.get(value, key)
    : undefined;
