/** Named here since the core knows no Node; in a bundle the whole of `process.env.NODE_ENV` is replaced by a text. */
declare const process: { env?: { NODE_ENV?: string } } | undefined

/** Whether `NODE_ENV` is anything but `production`. A runtime without `process` does not tell, and counts as production. */
export function isDevelopmentProcess(): boolean {
  if (typeof process !== 'object' || typeof process.env !== 'object') return false
  return process.env.NODE_ENV !== 'production'
}
