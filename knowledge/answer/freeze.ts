/** Freezes plain data through and through, and returns it: nobody changes an answer after it was given. */
export const freeze = <T>(data: T): T => {
  if (typeof data !== 'object' || data === null || Object.isFrozen(data)) return data;
  Object.freeze(data);
  for (const value of Object.values(data)) freeze(value);
  return data;
};
