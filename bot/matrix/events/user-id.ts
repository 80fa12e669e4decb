/** Server part of a user id: all that follows the first colon (`@a:b:c` → `b:c`, IPv6 included); '' when there is none. */
export const serverOf = (userId: string): string => {
  const colon = userId.indexOf(':');
  return colon < 0 ? '' : userId.slice(colon + 1);
};

/** Local part of a user id: `@jean.dupont-x:y` → `jean.dupont-x`. */
export const localpartOf = (userId: string): string => {
  const colon = userId.indexOf(':');
  return userId.slice(1, colon < 0 ? undefined : colon);
};
