/** `epoch.position`. */
export function writeCursor(epoch: string, position: number): string {
  return `${epoch}.${position}`
}

/** What a log knows about where its changes begin and end. */
interface Extent {
  epoch: string
  /** Position of the newest change of any company. */
  position: number
  /** Position of the newest change of this company that is no longer kept; 0 for none. */
  floor: number
}

/**
 * The position to go on from, or null when what comes after the cursor is not wholly known: it is of another epoch,
 * older than what is kept, of the future, or none at all.
 */
export function positionAfter(cursor: string, { epoch, position, floor }: Extent): number | null {
  const match = /^([\w-]{1,64})\.(\d{1,15})$/.exec(cursor)
  if (match?.[1] !== epoch) return null
  const asked = Number(match[2])
  return asked >= floor && asked <= position ? asked : null
}

/** A new epoch: a log that lost what it knew is another one. */
export function createEpoch(): string {
  return crypto.randomUUID().slice(0, 18)
}
