/**
 * How each of these Matrix ids is shown in one message: without its server, which takes three lines of a phone, unless
 * another of them has the same local part on another server. The same id is always shown the same.
 */
export const shortIds = (ids: readonly (string | null)[]): ((id: string) => string) => {
  const servers = Map.groupBy(new Set(ids.filter((id) => id !== null)), shorten);
  return (id) => {
    const short = shorten(id);
    return (servers.get(short)?.length ?? 1) > 1 ? id : short;
  };
};

/** `@jean.dupont-x:y` → `@jean.dupont-x`. */
const shorten = (id: string): string => {
  const colon = id.indexOf(':');
  return colon < 0 ? id : id.slice(0, colon);
};
