const whole = new Intl.NumberFormat('fr-FR', {
  style: 'currency',
  currency: 'EUR',
  maximumFractionDigits: 0,
});
const precise = new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' });

/** `3 500 000 €`, `8 999 999,99 €`: with the spaces of French typography; can be pasted back into a command. */
export const formatCents = (cents: number): string =>
  (cents % 100 === 0 ? whole : precise).format(cents / 100);
