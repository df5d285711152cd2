/*
 * Words that the page and its script both say.
 */

/** Such as `1 site`, `3 sites`. */
export function count(amount: number, noun: string): string {
  return `${amount} ${noun}${amount === 1 ? '' : 's'}`
}

export function found(amount: number): string {
  if (amount === 0) return 'No utility found'
  return amount === 1 ? '1 utility' : `${amount} utilities`
}

/** How long a link still lasts, such as `54 min left on this link`. */
export function timeLeft(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  if (seconds <= 0) return 'This link has run out'
  return `${span(seconds)} left on this link`
}

function span(seconds: number): string {
  if (seconds < 60) return `${seconds} s`
  if (seconds < 2 * 3600) return `${Math.floor(seconds / 60)} min`
  if (seconds < 2 * 86_400) return `${Math.floor(seconds / 3600)} hours`
  return `${Math.floor(seconds / 86_400)} days`
}

const TYPE_NAMES: Record<string, string> = { DISTRICT: 'District heating', MISC: 'Other' }

/** Such as `Electricity`. */
export function typeName(type: string): string {
  return TYPE_NAMES[type] ?? type.charAt(0) + type.slice(1).toLowerCase()
}

/** Such as `Electricity, gas`. */
export function typeList(types: readonly string[]): string {
  const list = types.map(typeName).join(', ').toLowerCase()
  return list.charAt(0).toUpperCase() + list.slice(1)
}
