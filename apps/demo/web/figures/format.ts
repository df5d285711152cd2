/** A number for a table; a dash when there is none. */
export function formatAmount(amount: number | null, digits = 0): string {
  if (amount === null) return '—'
  return amount.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits })
}

/** `2026-10` as "October 2026", or "October" alone. */
export function formatMonth(month: string, how: 'long' | 'name' = 'long'): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleDateString('en-US', {
    month: 'long',
    ...(how === 'long' && { year: 'numeric' }),
    timeZone: 'UTC',
  })
}
