/** `2023-05-31` → `31/05/2023`, `2022-01` → `01/2022`; anything else is returned as it is. */
export const shortDate = (iso: string): string =>
  /^\d{4}-\d{2}(-\d{2})?$/.test(iso) ? iso.split('-').toReversed().join('/') : iso;
